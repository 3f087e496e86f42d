namespace FhirHer2Bridge.Service.Pull;

/// <summary>Every sentence the reading side logs. Types, counts, statuses and codes only: no query, no id, no content.</summary>
internal static partial class PullLog
{
    [LoggerMessage(2001, LogLevel.Debug, "{Method} {Label} answered {Status}, {Bytes} bytes, request {RequestId}")]
    public static partial void Answered(ILogger logger, string method, string label, int status, int bytes, string requestId);

    [LoggerMessage(2002, LogLevel.Warning, "Attempt {Attempt} was lost (status {Status}); the next follows in {Wait}")]
    public static partial void Retrying(ILogger logger, int attempt, int? status, TimeSpan wait);

    [LoggerMessage(2003, LogLevel.Information, "{ResourceType}: read completely, {Rows} rows on {Pages} pages")]
    public static partial void WindowClosed(ILogger logger, string resourceType, long rows, int pages);

    [LoggerMessage(2004, LogLevel.Warning, "{ResourceType}: not read completely after {Pages} pages: {Code} {Reason}")]
    public static partial void WindowOpen(ILogger logger, string resourceType, int pages, string? code, string? reason);

    [LoggerMessage(2005, LogLevel.Warning, "{ResourceType}: the server forgot the search on page {Pages}; it starts again")]
    public static partial void Restarting(ILogger logger, string resourceType, int pages);

    [LoggerMessage(2006, LogLevel.Warning, "The server takes no POST _search; searches go in the URL")]
    public static partial void SearchingByGet(ILogger logger);
}
