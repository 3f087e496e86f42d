using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>What an Observation or procedure code means here.</summary>
/// <param name="Kind">What the observation is.</param>
/// <param name="Method">The assay, for results.</param>
/// <param name="Reader">How its value is to be read.</param>
public sealed record TestTerm(TestKind Kind, AssayMethod Method, ValueReader Reader)
{
    /// <summary>Sequencing that gives no status itself: the mutations of ERBB2 that were found (domain 1a).</summary>
    public bool IsMutationList => Kind == TestKind.Her2Support && Method == AssayMethod.Ngs;
}

public enum TestKind
{
    Her2Result,

    /// <summary>A container whose members carry the values.</summary>
    Her2Panel,

    /// <summary>A denominator or quality count; never a status (CEP17 copies, cells counted).</summary>
    Her2Support,

    /// <summary>A genomic variant: HER2 only where its gene component says ERBB2.</summary>
    Variant,
    DiseaseStatus,
    MCategory,
    StageGroup,
}

public enum ValueReader
{
    Status,
    IhcScore,
    GenePresence,
    GeneRatio,
    GeneCopies,
    Cep17Copies,
    CellsCounted,
    VariantPresence,
    NumberOnly,
}
