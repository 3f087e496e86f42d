using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Facts;

/// <summary>One thing one resource says about one patient. The leaves below are all there are.</summary>
public abstract record Fact
{
    private protected Fact()
    {
    }

    public required SourceRef Source { get; init; }

    /// <summary>Clinical time (collection, effective, given, performed); null where the source has none.</summary>
    public ClinicalTime? When { get; init; }

    public FactStanding Standing { get; init; } = FactStanding.Final;

    /// <summary>When this version was written on its server (meta.lastUpdated); null where the source does not say.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>
    /// When this version first came to the bridge after the patient's first full read; null: with that read, or nobody kept it
    /// (a file). Only rules about what could have been known ask for it.
    /// </summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>When a newer version replaced this one; a replaced fact is history of the record, never evidence of the disease.</summary>
    public DateTimeOffset? ReplacedAt { get; init; }
}
