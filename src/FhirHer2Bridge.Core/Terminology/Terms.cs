using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>A coding as it stands in a resource; every part may be absent.</summary>
public readonly record struct Coding(string? System, string? Code, string? Display);

/// <summary>What an Observation or procedure code means here.</summary>
/// <param name="Kind">What the observation is.</param>
/// <param name="Method">The assay, for results.</param>
/// <param name="Reader">How its value is to be read.</param>
public sealed record TestTerm(TestKind Kind, AssayMethod Method, ValueReader Reader);

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
    VariantPresence,
    NumberOnly,
}

/// <summary>What an answer code means; Polarity traps are data (domain 2a).</summary>
/// <param name="Meaning">The normalised answer.</param>
/// <param name="IhcScore">For score answers.</param>
public sealed record AnswerTerm(AnswerMeaning Meaning, int? IhcScore = null);

public enum AnswerMeaning
{
    Positive,
    Negative,
    Equivocal,
    Indeterminate,

    /// <summary>Present or detected: positive only on gene codes.</summary>
    Present,

    /// <summary>Absent or not detected: negative only on gene codes.</summary>
    Absent,

    /// <summary>Never positive alone; indeterminate (260408008).</summary>
    WeaklyPositive,
    IhcScore,
    Low,
    Ultralow,

    /// <summary>Gene not amplified, said by the finding itself (705105000).</summary>
    GeneNotAmplified,

    /// <summary>The specimen could not be examined.</summary>
    Unsatisfactory,

    /// <summary>No test was done: not a result.</summary>
    NotDone,
    Unknown,
}
