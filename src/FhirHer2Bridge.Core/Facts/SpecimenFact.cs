namespace FhirHer2Bridge.Core.Facts;

/// <summary>A specimen: <see cref="Fact.When"/> is its collection.</summary>
public sealed record SpecimenFact : Fact
{
    /// <summary>How results refer to it; a contained one has its container's key and '#'.</summary>
    public required ResourceKey Specimen { get; init; }

    public SpecimenKind Kind { get; init; }

    public string? Site { get; init; }

    /// <summary>What the site says about the tumour (stomach, breast); None where it is a metastatic site or unsaid.</summary>
    public TumourKind SiteTumour { get; init; }

    /// <summary>The site is the gastro-oesophageal junction: a carcinoma of the oesophagus may be what was sampled.</summary>
    public bool AtJunction { get; init; }

    /// <summary>The specimen this one was made from (block of a slide).</summary>
    public ResourceKey? Parent { get; init; }

    public string? Accession { get; init; }

    /// <summary>Status "unsatisfactory": results on it are indeterminate.</summary>
    public bool Unsatisfactory { get; init; }
}

public enum SpecimenKind
{
    Unstated,
    Tissue,

    /// <summary>Circulating DNA (plasma, blood, "liquid biopsy").</summary>
    Plasma,
    Serum,
}
