using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History.Tables;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.History;

/// <summary>One plasma sample as one assay saw it. Numbers of two assays are never compared (reference 6b).</summary>
/// <param name="Assessment">What it amounts to.</param>
/// <param name="KnownFrom">When its first result became known.</param>
/// <param name="Detected">The assay's own call for amplification of ERBB2; null: none, or two that contradict.</param>
/// <param name="Copies">ERBB2 copy number in the assay's own units; null: none, or two that contradict.</param>
/// <param name="TumourFraction">In percent; null: not stated.</param>
/// <param name="Assay">Assay and laboratory; null: not named.</param>
public sealed record PlasmaSample(
    ReadAssessment Assessment, DateTimeOffset KnownFrom, bool? Detected, Measure? Copies, Measure? TumourFraction, string? Assay)
{
    public ClinicalTime When => Assessment.When;

    /// <summary>Not detected: by the assay's call, or by a count below its cut-off (reference 4f, "numeric only").</summary>
    public bool IsNotDetected => Detected == false || (Detected is null && Copies is not null
        && (Assessment.Latest.Status == Her2Status.Negative || Assessment.Latest.Notes.Contains(PlasmaTable.Uninformative, StringComparer.Ordinal)));

    public bool IsOfSameAssay(PlasmaSample other) => Assay is not null && string.Equals(Assay, other.Assay, StringComparison.Ordinal);
}
