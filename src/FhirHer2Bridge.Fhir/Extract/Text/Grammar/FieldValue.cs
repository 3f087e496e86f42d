using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>One value that stands in the field of a mention, with the method it is tied to so far.</summary>
/// <param name="Kind">What sort of statement it is.</param>
/// <param name="At">Index of its piece.</param>
internal sealed record FieldValue(ValueKind Kind, int At)
{
    /// <summary>Meaningful for statuses, gene calls and expression.</summary>
    public TextStatus Status { get; init; }

    public (int Low, int High) Score { get; init; }

    public Measure? Number { get; init; }

    public TextAssay? Method { get; set; }

    public TextConfidence Confidence { get; init; } = TextConfidence.High;
}

internal enum ValueKind
{
    /// <summary>Positive, negative, equivocal … in words.</summary>
    Status,
    Score,

    /// <summary>Amplified or not.</summary>
    Gene,

    /// <summary>Over-expressed or not.</summary>
    Protein,
    Mutation,
    Ratio,
    Signals,
    Copies,
}
