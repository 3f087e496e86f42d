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
}
