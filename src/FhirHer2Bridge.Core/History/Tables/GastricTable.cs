using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>
/// Gastric and gastro-oesophageal junction adenocarcinoma. Source: CAP/ASCP/ASCO guideline 2016 (reference 4a): IHC 0 and 1+
/// are negative, 3+ positive, 2+ is equivocal until ISH; HER2/CEP17 ratio 2.0 or more is amplified.
/// </summary>
internal static class GastricTable
{
    private const decimal AmplifiedFromRatio = 2.0m;

    /// <summary>Some protocols call six copies or more positive; without a ratio that is left to a person (reference 4a, option GastricCopiesGE6).</summary>
    private const decimal ManyCopies = 6.0m;

    /// <summary>Tissue sequencing, SCRUM-Japan (reference 4f).</summary>
    private const decimal AmplifiedFromSequencedCopies = 4.0m;

    public static TableAnswer Read(Findings findings)
    {
        var amplified = Amplified(findings);
        return findings switch
        {
            { Score: 0 or 1 } => new(Her2Status.Negative, amplified == true ? "ihc-ish-mismatch" : null),
            { Score: 3 } => new(Her2Status.Positive, amplified == false ? "ihc-ish-mismatch" : null),
            { Score: 2 } => Reflex(findings, amplified),
            { IhcStated: Her2Status.Negative } => new(Her2Status.Negative, amplified == true ? "ihc-ish-mismatch" : null),
            { IhcStated: Her2Status.Positive } => new(Her2Status.Positive, amplified == false ? "ihc-ish-mismatch" : null),
            { IhcStated: Her2Status.Equivocal } => Reflex(findings, amplified),
            _ => GeneOnly(findings, amplified),
        };
    }

    private static TableAnswer Reflex(Findings findings, bool? amplified) => amplified switch
    {
        true => new(Her2Status.Positive),
        false => new(Her2Status.Negative),
        null when findings.Copies?.IsAtLeast(ManyCopies) == true => new(Her2Status.Indeterminate, "copies-without-ratio"),
        null => new(Her2Status.Equivocal, "equivocal-without-ish"),
    };

    private static TableAnswer GeneOnly(Findings findings, bool? amplified) => amplified switch
    {
        true => new(Her2Status.Positive, "no-ihc"),
        false => new(Her2Status.Negative, "no-ihc"),
        null => new(Her2Status.Indeterminate, findings.HasNumbers ? "gene-result-not-decisive" : "no-usable-result"),
    };

    private static bool? Amplified(Findings findings) =>
        findings.AmplifiedStated
        ?? findings.Ratio?.IsAtLeast(AmplifiedFromRatio)
        ?? (findings.SequencedCopies?.IsAtLeast(AmplifiedFromSequencedCopies));
}
