using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.History;

/// <summary>One patient's assessments, courses and gaps, in time, as visible at one moment.</summary>
public sealed record Her2History(
    PatientKey Patient,
    PatientStatus Status,
    EquatableArray<Assessment> Assessments,
    EquatableArray<TherapyCourse> Courses,
    EquatableArray<Gap> Gaps);

public enum AssessmentTrack
{
    Tissue,
    Plasma,
}

/// <summary>
/// Everything known about one specimen's HER2: the joined results of one assessment cluster and what they amount to.
/// </summary>
public sealed record Assessment
{
    /// <summary>Collection, else effective. Spans that overlap have no order.</summary>
    public required ClinicalTime When { get; init; }

    /// <summary>When the status below became known (issued, else report issued, else collection).</summary>
    public required DateTimeOffset KnownFrom { get; init; }

    public required Her2Status Status { get; init; }

    public Her2Category? Category { get; init; }

    /// <summary>What the tables make of it, where the laboratory's own statement stands and says otherwise (reference 2b).</summary>
    public Her2Status? Recomputed { get; init; }

    /// <summary>As a pathologist would write them: "IHC 3+", "ISH amplified", "ISH ratio 1.2".</summary>
    public required EquatableArray<string> Methods { get; init; }

    public required AssessmentTrack Track { get; init; }

    public required FactStanding Standing { get; init; }

    /// <summary>The tumour it was read for; None where unknown.</summary>
    public TumourKind Tumour { get; init; }

    public ResourceKey? Specimen { get; init; }

    public string? Site { get; init; }

    public required EquatableArray<SourceRef> Evidence { get; init; }

    /// <summary>Reasons and caveats as codes ("tumour-type-unknown", "equivocal-without-ish", "specimen-assumed").</summary>
    public required EquatableArray<string> Notes { get; init; }
}

/// <summary>HER2-directed doses of one drug without a gap longer than the rule's limit.</summary>
public sealed record TherapyCourse(Drug Drug, ClinicalTime First, ClinicalTime Last, int Doses, EquatableArray<SourceRef> Evidence);

/// <summary>What the patient's HER2 status is at the as-of moment, or why it cannot be said.</summary>
public sealed record PatientStatus(Her2Status? Status, Her2Category? Category, ClinicalTime? Since, EquatableArray<string> Reasons);

/// <summary>Seen and not usable, and why.</summary>
public sealed record Gap(string Code, string Reason, SourceRef Source);
