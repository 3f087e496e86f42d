using System.CommandLine;
using FhirHer2Bridge.Service.Settings;

namespace FhirHer2Bridge.Service.Cli;

/// <summary>Options that several verbs share.</summary>
internal sealed class CommonOptions
{
    public Option<string?> Server { get; } = new("--server") { Description = "Base URL of one FHIR server, instead of the configured ones.", HelpName = "URL" };

    public Option<string?> Store { get; } = new("--store") { Description = "The store's file.", HelpName = "FILE" };

    public Option<string?> Config { get; } = new("--config") { Description = "The settings file (default: appsettings.json here, where there is one).", HelpName = "FILE" };

    public Option<bool> Json { get; } = new("--json") { Description = "Print JSON for a program to read." };

    public void AddTo(Command command, bool json = true)
    {
        command.Options.Add(Server);
        command.Options.Add(Store);
        command.Options.Add(Config);
        if (json)
        {
            command.Options.Add(Json);
        }
    }

    /// <exception cref="SettingsException">With every problem found.</exception>
    public BridgeSettings Load(ParseResult parsed, TimeProvider time) =>
        SettingsLoader.Load(parsed.GetValue(Config), parsed.GetValue(Server), parsed.GetValue(Store), time.GetUtcNow());
}
