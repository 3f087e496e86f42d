using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>
/// Circulating DNA (reference 4f). Amplified by the assay's own call, else by its copy number: positive at any tumour fraction.
/// Not detected: negative only where the tumour fraction is stated to be 1 % or more (Clin Cancer Res 2024;30:2452), else it says
/// nothing about the tumour.
/// </summary>
internal static class PlasmaTable
{
    /// <summary>
    /// Share of tumour DNA from which "not detected" says something: 98 % against 63 % positive agreement, Clin Cancer Res
    /// 2024;30:2452; not specific to HER2 copy number.
    /// </summary>
    public const decimal InformativeFromPercent = 1m;

    /// <summary>The note of a sample in which amplification was not detected and that says nothing about the tumour.</summary>
    public const string Uninformative = "uninformative-plasma";

    /// <param name="findings">What the sample shows.</param>
    /// <param name="stated">A HER2 status stated of the sample as a whole.</param>
    /// <param name="amplifiedFrom">Copy number from which this assay's result counts as amplified.</param>
    public static TableAnswer Read(Findings findings, Her2Status? stated, decimal amplifiedFrom) =>
        Amplified(findings, stated, amplifiedFrom) switch
        {
            true => new(Her2Status.Positive),
            false when findings.TumourFraction?.IsAtLeast(InformativeFromPercent) == true => new(Her2Status.Negative),
            false => new(Her2Status.Indeterminate, Uninformative),
            null => new(Her2Status.Indeterminate, findings.HasGene ? "gene-result-not-decisive" : "no-usable-result"),
        };

    private static bool? Amplified(Findings findings, Her2Status? stated, decimal amplifiedFrom) =>
        findings.Call ?? stated switch
        {
            Her2Status.Positive => true,
            Her2Status.Negative => false,
            null => findings.SequencedCopies?.IsAtLeast(amplifiedFrom),
            _ => null,
        };
}
