using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Facts;

/// <summary>
/// One HER2 result read from one element. Facts of one specimen are joined by the history, not by the reader.
/// </summary>
public sealed record AssayFact : Fact
{
    public required AssayMethod Method { get; init; }

    public required AssayResult Result { get; init; }

    /// <summary>When the result became known (Observation.issued, DiagnosticReport.issued); null: see the report, then <see cref="Fact.When"/>.</summary>
    public DateTimeOffset? Issued { get; init; }

    /// <summary>The specimen examined; a contained one is keyed by its container ("Observation/o1#sp").</summary>
    public ResourceKey? Specimen { get; init; }

    /// <summary>The accession or case number shared by the results of one examination ("system|value").</summary>
    public string? Accession { get; init; }

    /// <summary>The observations this one says it rests on or belongs to (derivedFrom, hasMember both ways).</summary>
    public EquatableArray<ResourceKey> Related { get; init; }

    /// <summary>The conditions this result is about (focus, mCODE related-condition).</summary>
    public EquatableArray<ResourceKey> Conditions { get; init; }

    /// <summary>Body site as written, where the observation itself names one.</summary>
    public string? Site { get; init; }

    /// <summary>What that site says about the tumour (stomach, breast); None where it is a metastatic site or unsaid.</summary>
    public TumourKind SiteTumour { get; init; }

    /// <summary>The site is the gastro-oesophageal junction: a carcinoma of the oesophagus may be what was sampled.</summary>
    public bool AtJunction { get; init; }

    /// <summary>What the observation itself says of its material (for example a plasma method); the specimen has precedence.</summary>
    public SpecimenKind Material { get; init; }

    /// <summary>Share of circulating DNA that comes from the tumour, in percent; null: not stated.</summary>
    public Measure? TumourFraction { get; init; }

    /// <summary>
    /// Assay and laboratory as one folded name ("guardant360|lab x"); null: not named. Copy numbers of two assays are never
    /// compared (reference 6b).
    /// </summary>
    public string? Assay { get; init; }

    /// <summary>The words read, where the result came from text; at most 200 characters.</summary>
    public string? Quote { get; init; }

    /// <summary>Read from the words of a report or note, not from a coded or structured value.</summary>
    public bool IsNarrative { get; init; }

    /// <summary>Read from words that could be taken otherwise: what rests on it is provisional until a person has looked.</summary>
    public bool IsTentative { get; init; }
}

/// <summary>What was examined, and how.</summary>
public enum AssayMethod
{
    /// <summary>An overall HER2 status, or a result whose method is not said.</summary>
    Overall,

    /// <summary>Protein in tissue by immunohistochemistry or immunoassay.</summary>
    Ihc,

    /// <summary>Gene in tissue by in situ hybridisation (FISH, CISH, SISH, DDISH).</summary>
    Ish,

    /// <summary>Gene copy number by sequencing (tissue or plasma).</summary>
    Ngs,

    /// <summary>Shed antigen in serum: shown, never a tumour status.</summary>
    Serum,
}

/// <summary>Share of circulating DNA that comes from the tumour, measured in one sample: lent to its HER2 results.</summary>
public sealed record TumourFractionFact : Fact
{
    /// <summary>In percent.</summary>
    public required Measure Percent { get; init; }

    public ResourceKey? Specimen { get; init; }
}
