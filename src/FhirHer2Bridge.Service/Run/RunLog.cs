namespace FhirHer2Bridge.Service.Run;

/// <summary>Every sentence a cycle logs. Endpoint names, counts and codes; nothing about a patient.</summary>
internal static partial class RunLog
{
    [LoggerMessage(1001, LogLevel.Information, "Cycle of {Endpoint}: {Assessed} patients assessed, {Sent} flags sent, complete: {Complete}")]
    public static partial void CycleEnded(ILogger logger, string endpoint, int assessed, int sent, bool complete);

    [LoggerMessage(1002, LogLevel.Error, "{Code}: a patient could not be assessed ({Fault}); facts are kept, flags untouched")]
    public static partial void Quarantined(ILogger logger, string code, string fault);

    [LoggerMessage(1003, LogLevel.Warning, "Cycle of {Endpoint} incomplete: {Reason}")]
    public static partial void Incomplete(ILogger logger, string endpoint, string reason);

    [LoggerMessage(1004, LogLevel.Error, "{Code}: cycle of {Endpoint} failed ({Fault})")]
    public static partial void Failed(ILogger logger, string code, string endpoint, string fault);

    [LoggerMessage(1005, LogLevel.Critical, "{Code}: {Failures} cycles in a row failed; stopping")]
    public static partial void BudgetSpent(ILogger logger, string code, int failures);
}
