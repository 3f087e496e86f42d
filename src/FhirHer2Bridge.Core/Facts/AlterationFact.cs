using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Facts;

/// <summary>
/// A change of a gene other than the copy number of ERBB2 (that is an <see cref="AssayFact"/>), as a sequencing test reports it
/// (reference 6a).
/// </summary>
public sealed record AlterationFact : Fact
{
    /// <summary>Gene symbol as approved by HGNC ("PIK3CA").</summary>
    public required string Gene { get; init; }

    public required AlterationKind Kind { get; init; }

    /// <summary>False: the test looked for it and did not find it.</summary>
    public required bool Present { get; init; }

    /// <summary>The change of the protein in one-letter form without "p." ("S774G"); null: not said.</summary>
    public string? Protein { get; init; }

    public VariantOrigin Origin { get; init; }

    public VariantSignificance Significance { get; init; }

    public ResourceKey? Specimen { get; init; }

    public SpecimenKind Material { get; init; }

    /// <summary>When the result became known; null: see <see cref="Fact.When"/>.</summary>
    public DateTimeOffset? Issued { get; init; }
}

public enum AlterationKind
{
    Mutation,
    Amplification,

    /// <summary>Deletion or loss of the gene or its product.</summary>
    Loss,
}

public enum VariantOrigin
{
    Unstated,
    Somatic,
    Germline,
}

/// <summary>Clinical significance as the laboratory states it (LOINC 53037-8).</summary>
public enum VariantSignificance
{
    Unstated,
    Pathogenic,
    LikelyPathogenic,
    Uncertain,
    LikelyBenign,
    Benign,
}

/// <summary>Genes that a sequencing test covered: only over these does "not reported" mean "not found".</summary>
public sealed record PanelFact : Fact
{
    /// <summary>Gene symbols as approved by HGNC.</summary>
    public required EquatableArray<string> Genes { get; init; }

    public ResourceKey? Specimen { get; init; }

    public DateTimeOffset? Issued { get; init; }
}
