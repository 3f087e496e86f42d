using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;

namespace FhirHer2Bridge.Service.Store;

/// <summary>One patient's new state. Null or empty members leave what is there.</summary>
public sealed record PatientCommit
{
    public required PatientKey Patient { get; init; }

    /// <summary>The moment of this cycle on the bridge's clock: when new versions were first seen and old ones replaced.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// Resources new or changed; each replaces its earlier version, leaves any other owner it had and is no longer unresolved. A version
    /// that said something else is kept as replaced, at the patient who held it.
    /// </summary>
    public IReadOnlyList<StoredResource> Resources { get; init; } = [];

    /// <summary>Resources that no longer belong to this patient (subject changed, deleted); those of others are left alone.</summary>
    public IReadOnlyList<ResourceKey> Removed { get; init; } = [];

    /// <summary>Every flag after this assessment (replaces the list). An unsent entry of a flag that is not in it is dropped.</summary>
    public IReadOnlyList<FlagRecord>? Flags { get; init; }

    /// <summary>
    /// Writes to add. An unsent entry of the same flag key is replaced in place (same id, attempts from zero, no longer parked), so that
    /// at most one waits per flag; one with equal content is left as it is.
    /// </summary>
    public IReadOnlyList<OutboxDraft> Outbox { get; init; } = [];

    /// <summary>Types read in full now; the moments of other types stay.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset>? FullReads { get; init; }

    public bool? NeedsFullRead { get; init; }

    public bool? Adopted { get; init; }

    /// <summary>
    /// Set together with an assessment; null clears the due moment when <see cref="AssessmentJson"/> is given. Without an assessment
    /// it can only bring the due moment forward.
    /// </summary>
    public DateTimeOffset? NextDue { get; init; }

    public string? AssessmentJson { get; init; }
}

/// <summary>A write that is intended: the flag's content at that moment.</summary>
public sealed record OutboxDraft(string FlagKey, Flag Flag);
