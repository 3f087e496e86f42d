namespace FhirHer2Bridge.Service.Observability;

/// <summary>Structured logs to standard error, so that standard output stays for what a program reads.</summary>
internal static class BridgeLogging
{
    /// <summary>Verbs print their own report, incomplete parts with their codes; only faults of ours are logged beside it.</summary>
    public static ILoggerFactory ForCommand() => LoggerFactory.Create(static logging => Configure(logging, LogLevel.Error));

    public static ILoggerFactory ForService() => LoggerFactory.Create(static logging => Configure(logging, LogLevel.Information));

    public static void AddBridgeLogging(this ILoggingBuilder logging) => Configure(logging, LogLevel.Information);

    private static void Configure(ILoggingBuilder logging, LogLevel level)
    {
        logging.SetMinimumLevel(level).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        logging.AddJsonConsole(static console => console.UseUtcTimestamp = true);
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            static console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
