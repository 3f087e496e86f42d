namespace FhirHer2Bridge.Service.Write;

/// <summary>What writing says: codes and counts, and flag keys, which carry no patient data.</summary>
internal static partial class WriteLog
{
    [LoggerMessage(EventId = 4001, Level = LogLevel.Information,
        Message = "Outbox of {Endpoint}: {Sent} sent, {Unchanged} unchanged, {Postponed} postponed, {Parked} parked, {Dismissed} dismissed, {Refused} refused")]
    internal static partial void Drained(
        this ILogger logger, string endpoint, int sent, int unchanged, int postponed, int parked, int dismissed, int refused);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Warning,
        Message = "Flag {Key} was closed, changed or deleted at the site; it is left as it is and not raised again")]
    internal static partial void Dismissed(this ILogger logger, string key);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Warning, Message = "Flag {Key} was not sent ({Code}); waits for a person: {Parked}")]
    internal static partial void NotSent(this ILogger logger, string key, string code, bool parked);

    [LoggerMessage(EventId = 4004, Level = LogLevel.Warning, Message = "Writing to {Endpoint} stopped ({Code}); {Waiting} flags are kept")]
    internal static partial void Stopped(this ILogger logger, string endpoint, string code, int waiting);

    [LoggerMessage(EventId = 4005, Level = LogLevel.Warning,
        Message = "The server {Endpoint} takes no Provenance: versions of sources are kept here only; it is asked again after a day")]
    internal static partial void NoProvenance(this ILogger logger, string endpoint);
}
