using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>
/// Breast, results of 2007-01-01 to 2013-10-06. Source: ASCO/CAP 2007 as quoted in PMC2793708 (reference 4c, older rules): ratio
/// above 2.2 is amplified, below 1.8 is not; without a ratio more than 6 copies are, fewer than 4 are not; between them the gene
/// is equivocal.
/// </summary>
internal static class Breast2007Table
{
    public static TableAnswer Read(ProteinColumn ihc, Findings findings) => (ihc, Amplified(findings)) switch
    {
        (ProteinColumn.ZeroOrOne, true) => new(Her2Status.Indeterminate, "inputs-incomplete") { Mismatch = ResultMismatch.ProteinAgainstGene },
        (ProteinColumn.ZeroOrOne, false) => new(Her2Status.Negative),
        (ProteinColumn.ZeroOrOne, null) => new(Her2Status.Indeterminate, "gene-result-not-decisive"),
        (ProteinColumn.Three, false) => new(Her2Status.Positive) { Mismatch = ResultMismatch.ProteinAgainstGene },
        (ProteinColumn.Three, _) => new(Her2Status.Positive),
        (ProteinColumn.Two, true) => new(Her2Status.Positive),
        (ProteinColumn.Two, false) => new(Her2Status.Negative),
        (_, true) => new(Her2Status.Positive, "no-ihc"),
        (_, false) => new(Her2Status.Negative, "no-ihc"),
        _ => new(Her2Status.Equivocal, "gene-result-not-decisive"),
    };

    private static bool? Amplified(Findings findings) => findings.Ratio is { } ratio
        ? Call(ratio, above: 2.2m, below: 1.8m)
        : findings.Copies is { } copies ? Call(copies, above: 6m, below: 4m) : null;

    private static bool? Call(Measure count, decimal above, decimal below) =>
        count.IsAbove(above) == true ? true : count.IsAtLeast(below) == false ? false : null;
}
