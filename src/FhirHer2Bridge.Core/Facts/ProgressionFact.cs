using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Facts;

/// <summary>Progression or recurrence, from disease status, a Condition or a stop reason (domain 1c).</summary>
public sealed record ProgressionFact : Fact
{
    /// <summary>Display of the code that said so.</summary>
    public required string Label { get; init; }

    public ProgressionKind Kind { get; init; }

    /// <summary>The conditions it is about (focus); empty: not said.</summary>
    public EquatableArray<ResourceKey> Conditions { get; init; }

    /// <summary>The organ of the tumour it names (recurrence of a tumour of the stomach); None: it names none.</summary>
    public TumourKind Tumour { get; init; }
}

/// <summary>What kind of worsening a code says.</summary>
public enum ProgressionKind
{
    /// <summary>The disease grew, or did not respond.</summary>
    Progression,

    /// <summary>It came back where it was.</summary>
    LocalRecurrence,

    /// <summary>It spread to a distant site, or came back there.</summary>
    Metastasis,

    /// <summary>Treatment was stopped because it did not work.</summary>
    StopWithoutResponse,
}

/// <summary>A statement about spread (M category, stage 4, metastasis conditions; domain 5, row "Setting").</summary>
public sealed record SpreadFact : Fact
{
    /// <summary>True: distant metastasis. False: M0.</summary>
    public required bool Metastatic { get; init; }

    /// <summary>The conditions it is about (focus; a stage is its own Condition's); empty: not said.</summary>
    public EquatableArray<ResourceKey> Conditions { get; init; }

    /// <summary>The organ of the tumour it names (body site); None: it names none.</summary>
    public TumourKind Tumour { get; init; }
}

/// <summary>A resection (domain 7, F22).</summary>
public sealed record SurgeryFact : Fact
{
    public required string Label { get; init; }

    public TumourKind Tumour { get; init; }

    /// <summary>Body site and side as written; null: not said.</summary>
    public string? Site { get; init; }

    /// <summary>The conditions operated on (reasonReference).</summary>
    public EquatableArray<ResourceKey> Conditions { get; init; }
}

/// <summary>Pathology states that no invasive tumour was left in what was resected (reference 7, F22).</summary>
public sealed record NoResidualFact : Fact
{
    /// <summary>When it became known; null: see <see cref="Fact.When"/>.</summary>
    public DateTimeOffset? Issued { get; init; }

    public ResourceKey? Specimen { get; init; }

    /// <summary>The words read; at most 200 characters.</summary>
    public required string Quote { get; init; }
}

/// <summary>The patient died; <see cref="Fact.When"/> is null where only the fact is recorded.</summary>
public sealed record DeathFact : Fact;

/// <summary>
/// Seen, and not usable. <see cref="MayHideTest"/>: it could be a HER2 result nobody could read, so "no test since" cannot be
/// said over it.
/// </summary>
public sealed record GapFact : Fact
{
    /// <summary>Permanent code, listed in docs/errors.md.</summary>
    public required string Code { get; init; }

    public required string Reason { get; init; }

    public bool MayHideTest { get; init; }

    /// <summary>It could be an administration of a HER2 drug that nobody could read.</summary>
    public bool MayHideDose { get; init; }
}
