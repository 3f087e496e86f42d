namespace FhirHer2Bridge.Service.Output;

/// <summary>Sentences that picture and terminal share. None claims more than the line does.</summary>
internal static class TimelineWords
{
    public const string NoCourse = "no HER2-directed dose on record";
    private const int FewSources = 6;

    /// <summary>"HER2 negative since 2021-05-14, as of 2021-06-13".</summary>
    public static string Status(AssessmentRecord record)
    {
        var status = record.Status;
        var text = $"HER2 {status.Value}";
        text += status.Category is null ? string.Empty : $" ({status.Category})";
        text += status.Since is null ? string.Empty : $" since {status.Since}";
        text += record.AsOf is null ? string.Empty : $", as of {record.AsOf}";
        return status.Reasons.Count == 0 ? text : $"{text} ({string.Join(", ", status.Reasons)})";
    }

    /// <summary>No flag is no all-clear while a rule has no answer or something could not be read.</summary>
    public static string NoFlag(AssessmentRecord record) => record switch
    {
        { Patient: null } => "not assessed: no patient",
        { Undetermined.Count: > 0 } => "no flag, but not every rule could be answered (see below)",
        { Gaps.Count: > 0 } => "no flag, but not everything could be read (see below)",
        _ => "no flag",
    };

    /// <summary>"negative (low), withdrawn": a result that is not final never stands there bare.</summary>
    public static string Value(HistoryLine result)
    {
        var value = result.Category is null ? result.Value : $"{result.Value} ({result.Category})";
        return string.Equals(result.Standing, "final", StringComparison.Ordinal) ? value : $"{value}, {result.Standing}";
    }

    public static string NoResult(AssessmentRecord record) =>
        record.Gaps.Count == 0 ? "no HER2 result on record" : "no HER2 result could be read (see below)";

    /// <summary>The first few resources by name and how many more there are.</summary>
    public static string Sources(IReadOnlyList<string> evidence) => evidence.Count <= FewSources
        ? string.Join(", ", evidence)
        : FormattableString.Invariant($"{string.Join(", ", evidence.Take(FewSources))} and {evidence.Count - FewSources} more");
}
