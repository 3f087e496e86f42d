using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>One HER2 result that a text asserts of its patient: one assay, one specimen, one time.</summary>
internal sealed record TextFinding
{
    public required TextAssay Assay { get; init; }

    public required TextStatus Status { get; init; }

    /// <summary>Lowest and highest step of the stain score (0 to 3); equal but where the text gives a range.</summary>
    public (int Low, int High)? Score { get; init; }

    /// <summary>HER2 to CEP17.</summary>
    public Measure? Ratio { get; init; }

    /// <summary>Average HER2 signals per nucleus, by in situ hybridisation.</summary>
    public Measure? Signals { get; init; }

    /// <summary>Gene copy number by sequencing or array.</summary>
    public Measure? Copies { get; init; }

    /// <summary>The words that name what was examined; null: not said.</summary>
    public string? Specimen { get; init; }

    /// <summary>The label of the part of a report that has several ("A", "2"); null: one part.</summary>
    public string? Part { get; init; }

    /// <summary>The text marks it as earlier than what it reports.</summary>
    public bool IsHistorical { get; init; }

    /// <summary>The text takes it back (corrected, invalid).</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>A word states the status; else it follows from the number.</summary>
    public bool IsStated { get; init; }

    public required TextConfidence Confidence { get; init; }

    /// <summary>The piece of its first value, while its sentence is read.</summary>
    public int At { get; init; }

    /// <summary>First character in the text as written.</summary>
    public required int Start { get; init; }

    /// <summary>After the last character.</summary>
    public required int End { get; init; }

    /// <summary>Word and number disagree ("positive (2+)").</summary>
    public bool IsConflict => IsStated && Score is { } score && Status != StatusOf(score)
        && !(Status is TextStatus.Low or TextStatus.Ultralow && score.High is 1 or 2 or 0);

    /// <summary>One name holds the other ("left breast biopsy", "biopsy").</summary>
    public static bool IsSamePlace(string? a, string? b) => a is null || b is null
        || a.Contains(b, StringComparison.OrdinalIgnoreCase) || b.Contains(a, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a stain score means by itself: 0 and 1+ negative, 2+ equivocal, 3+ positive (domain 4a, 4b); a range by both its ends.</summary>
    public static TextStatus StatusOf((int Low, int High) score) => score switch
    {
        (_, <= 1) => TextStatus.Negative,
        (3, _) => TextStatus.Positive,
        (2, 2) => TextStatus.Equivocal,
        _ => TextStatus.Indeterminate,
    };
}

internal enum TextAssay
{
    Unspecified,
    Ihc,
    Ish,
    Ngs,
    Plasma,
}

internal enum TextStatus
{
    Positive,
    Negative,
    Equivocal,
    Low,
    Ultralow,
    Indeterminate,

    /// <summary>About the gene, and nothing about amplification or over-expression (a mutation).</summary>
    None,
}

/// <summary>How closely the words tie the result to HER2. An order, not a probability.</summary>
internal enum TextConfidence
{
    /// <summary>A reader could take it otherwise ("HER2 +" in a list of scores; "triple negative").</summary>
    Low,

    /// <summary>Tied over a list or several words.</summary>
    Medium,

    /// <summary>Stated beside the name of the test.</summary>
    High,
}
