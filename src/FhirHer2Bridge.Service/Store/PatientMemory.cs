using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Service.Store;

/// <summary>Everything the store knows of one patient in scope.</summary>
public sealed record PatientMemory
{
    public required PatientKey Patient { get; init; }

    /// <summary>Every resource of the patient by key ("Observation/o1").</summary>
    public required IReadOnlyDictionary<ResourceKey, StoredResource> Resources { get; init; }

    /// <summary>What its resources said before, oldest first; at most 20 versions of each resource.</summary>
    public IReadOnlyList<ReplacedResource> Replaced { get; init; } = [];

    public required IReadOnlyList<FlagRecord> Flags { get; init; }

    /// <summary>When the whole patient was last read, by type, on the server's clock; a missing type was not.</summary>
    public required IReadOnlyDictionary<string, DateTimeOffset> FullReads { get; init; }

    public bool NeedsFullRead { get; init; }

    /// <summary>Our flags on the server were looked for and adopted.</summary>
    public bool Adopted { get; init; }

    /// <summary>The next moment to assess; <see cref="DateTimeOffset.MinValue"/>: an assessment is owed; null: none without a new fact.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>The last assessment, as the line of <c>evaluate</c>; null before the first.</summary>
    public string? LastAssessmentJson { get; init; }
}
