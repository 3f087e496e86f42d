using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>A result that doses, or a flag, rested on and that changed afterwards.</summary>
/// <param name="Basis">The result as it was.</param>
/// <param name="Tumour">Where it was counted.</param>
/// <param name="At">When it changed; null: not known.</param>
/// <param name="To">What it is now; null: nothing determinate.</param>
internal sealed record Retraction(ReadAssessment Basis, TumourLine Tumour, RetractionKind Kind, DateTimeOffset? At, Her2Status From, Her2Status? To)
{
    /// <summary>Given while it was in force.</summary>
    public required IReadOnlyList<Dose> Doses { get; init; }

    /// <summary>New version first, then the old one.</summary>
    public required IReadOnlyList<SourceRef> Sources { get; init; }

    /// <summary>From when the situation holds: something had been done, and the result changed.</summary>
    public DateTimeOffset Start => At ?? Doses[0].When.Earliest;
}

/// <summary>How a result is no longer what it was.</summary>
internal enum RetractionKind
{
    /// <summary>Amended or corrected; status, tumour and specimen are as before.</summary>
    Amended,
    Specimen,
    Tumour,
    Status,

    /// <summary>Entered in error, cancelled, or no longer readable.</summary>
    Withdrawn,

    /// <summary>No longer on this patient's record.</summary>
    Left,
}
