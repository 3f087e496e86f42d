using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Fhir.Extract.Values;

/// <summary>
/// What a normalised answer is, given what was tested. Present and absent are a status only of a gene: of protein they say that
/// it was seen, no more (domain 2a, LA9633-4).
/// </summary>
internal static class AnswerResult
{
    /// <summary>Null: the answer is not a result (not done, unknown, a score).</summary>
    public static AssayResult? Of(AnswerMeaning meaning, AssayMethod method, bool isGene) => meaning switch
    {
        AnswerMeaning.Positive or AnswerMeaning.Present when isGene => new AssayResult.Gene(true),
        AnswerMeaning.Negative or AnswerMeaning.Absent or AnswerMeaning.GeneNotAmplified when isGene => new AssayResult.Gene(false),
        AnswerMeaning.Positive => new AssayResult.Stated(Her2Status.Positive),
        AnswerMeaning.Negative => new AssayResult.Stated(Her2Status.Negative),
        AnswerMeaning.Equivocal => new AssayResult.Stated(Her2Status.Equivocal),
        AnswerMeaning.Indeterminate or AnswerMeaning.Withheld => new AssayResult.Stated(Her2Status.Indeterminate),
        AnswerMeaning.Low => new AssayResult.Stated(Her2Status.Negative, Her2Category.Low),
        AnswerMeaning.Ultralow => new AssayResult.Stated(Her2Status.Negative, Her2Category.Ultralow),
        AnswerMeaning.Present => new AssayResult.Inconclusive("protein-present-only"),
        AnswerMeaning.Absent => new AssayResult.Inconclusive("protein-absent-only"),
        AnswerMeaning.WeaklyPositive => new AssayResult.Inconclusive("weakly-positive"),
        AnswerMeaning.Unsatisfactory => new AssayResult.Inconclusive("specimen-unsatisfactory"),
        AnswerMeaning.GeneNotAmplified when method == AssayMethod.Overall => new AssayResult.Gene(false),
        _ => null,
    };

    /// <summary>Above zero: speaks for HER2. Below: against. Zero: neither.</summary>
    public static int Polarity(AnswerMeaning meaning) => meaning switch
    {
        AnswerMeaning.Positive or AnswerMeaning.Present => 1,
        AnswerMeaning.Negative or AnswerMeaning.Absent or AnswerMeaning.GeneNotAmplified
            or AnswerMeaning.Low or AnswerMeaning.Ultralow => -1,
        _ => 0,
    };

    /// <summary>One speaks for positive and the other for negative; a 2+ speaks for neither.</summary>
    public static bool AreOpposed(AssayResult one, AssayResult other) => Speaks(one) * Speaks(other) < 0;

    private static int Speaks(AssayResult result) => result switch
    {
        AssayResult.Stated { Status: Her2Status.Positive } or AssayResult.Gene { Amplified: true } or AssayResult.Ihc { Score: 3 } => 1,
        AssayResult.Stated { Status: Her2Status.Negative } or AssayResult.Gene { Amplified: false } or AssayResult.Ihc { Score: 0 or 1 } => -1,
        _ => 0,
    };
}
