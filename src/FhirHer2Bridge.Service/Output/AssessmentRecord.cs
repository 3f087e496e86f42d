namespace FhirHer2Bridge.Service.Output;

/// <summary>The line of <see cref="AssessmentLine"/> as read back: what a timeline is drawn from. Words and literals are the line's.</summary>
/// <param name="Patient">"Patient/p1"; null: input that belongs to no known patient.</param>
/// <param name="AsOf">Literal of the moment; null where none was asked for.</param>
internal sealed record AssessmentRecord(string? Patient, string? AsOf, StatusLine Status)
{
    public required IReadOnlyList<HistoryLine> History { get; init; }

    public required IReadOnlyList<CourseLine> Courses { get; init; }

    public required IReadOnlyList<FlagLine> Flags { get; init; }

    public required IReadOnlyList<UndeterminedLine> Undetermined { get; init; }

    public required IReadOnlyList<GapLine> Gaps { get; init; }
}

internal sealed record StatusLine(string Value, string? Category, string? Since, IReadOnlyList<string> Reasons);

/// <summary>One specimen's result.</summary>
internal sealed record HistoryLine
{
    public required string When { get; init; }

    public required string Value { get; init; }

    public string? Category { get; init; }

    public required IReadOnlyList<string> Methods { get; init; }

    public string? Specimen { get; init; }

    public string? Site { get; init; }

    public required string Track { get; init; }

    public required string Standing { get; init; }

    public required IReadOnlyList<string> Evidence { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }
}

internal sealed record CourseLine
{
    public required string Drug { get; init; }

    public required string Class { get; init; }

    public required string First { get; init; }

    public required string Last { get; init; }

    public required int Doses { get; init; }

    public required IReadOnlyList<string> Evidence { get; init; }
}

internal sealed record FlagLine
{
    public required string Code { get; init; }

    public required string Rule { get; init; }

    public required string Severity { get; init; }

    public required string State { get; init; }

    public required string Effective { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<string> Evidence { get; init; }
}

internal sealed record UndeterminedLine(string Rule, string Reason);

internal sealed record GapLine(string Code, string Reason, string Source);
