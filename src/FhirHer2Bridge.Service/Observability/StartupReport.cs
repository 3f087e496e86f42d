using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Settings;

namespace FhirHer2Bridge.Service.Observability;

/// <summary>The effective configuration, said once at start. Names of secrets, never secrets.</summary>
internal static partial class StartupReport
{
    public static void Write(ILoggerFactory logging, BridgeSettings settings, BridgeRuntime runtime, RuleBook book)
    {
        var logger = logging.CreateLogger("FhirHer2Bridge");
        foreach (var (name, server) in settings.Servers)
        {
            Server(logger, name, server.BaseUrl, server.HasToken);
        }

        var active = book.Rules.Select(static rule => rule.Card.Id.Value).Except(settings.Rules.Disabled, StringComparer.Ordinal);
        Rules(logger, RuleBook.Version, string.Join(", ", active), settings.Write.MinimumSeverity);
        foreach (var notice in runtime.Notices)
        {
            Notice(logger, notice);
        }
    }

    [LoggerMessage(1101, LogLevel.Information, "Server {Name}: {BaseUrl}, token configured: {HasToken}")]
    private static partial void Server(ILogger logger, string name, string baseUrl, bool hasToken);

    [LoggerMessage(1102, LogLevel.Information, "Rules {Version}: {Active}; flags from severity {Minimum} on are written")]
    private static partial void Rules(ILogger logger, string version, string active, FlagSeverity minimum);

    [LoggerMessage(1103, LogLevel.Warning, "{Notice}")]
    private static partial void Notice(ILogger logger, string notice);
}
