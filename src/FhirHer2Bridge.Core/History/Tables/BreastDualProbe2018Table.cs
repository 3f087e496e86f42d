using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>
/// Breast, dual-probe ISH of results after 2018-05-29. Source: ASCO/CAP 2018, affirmed 2023 (Arch Pathol Lab Med 2018;142:1364;
/// reference 4c).
/// </summary>
/// <remarks>
/// <code>
/// Group  ratio   copies        IHC 0/1+   IHC 2+   IHC 3+   no IHC
/// 1      >= 2.0  >= 4.0        POS *      POS      POS      POS
/// 2      >= 2.0  &lt;  4.0        NEG        NEG      POS      IHC needed
/// 3      &lt;  2.0  >= 6.0        NEG        POS      POS      IHC needed
/// 4      &lt;  2.0  4.0 to &lt; 6.0  NEG        NEG      POS      IHC needed
/// 5      &lt;  2.0  &lt;  4.0        NEG        NEG      POS *    NEG
/// * unexpected: rule 12
/// </code>
/// </remarks>
internal static class BreastDualProbe2018Table
{
    private const decimal Ratio = 2.0m;
    private const decimal FewCopies = 4.0m;
    private const decimal ManyCopies = 6.0m;

    public static TableAnswer Row(ProteinColumn ihc, int group) => (ihc, group) switch
    {
        (ProteinColumn.ZeroOrOne, 1) => new(Her2Status.Positive) { Mismatch = ResultMismatch.ProteinAgainstGene },
        (ProteinColumn.ZeroOrOne, _) => new(Her2Status.Negative),
        (ProteinColumn.Two, 1 or 3) => new(Her2Status.Positive),
        (ProteinColumn.Two, _) => new(Her2Status.Negative),
        (ProteinColumn.Three, 5) => new(Her2Status.Positive) { Mismatch = ResultMismatch.ProteinAgainstGene },
        (ProteinColumn.Three, _) => new(Her2Status.Positive),
        (_, 1) => new(Her2Status.Positive, "no-ihc"),
        (_, 5) => new(Her2Status.Negative, "no-ihc"),
        _ => new(Her2Status.Indeterminate, "ihc-needed"),
    };

    /// <summary>The rows that ratio and copies allow. Copies alone may be a single-probe count, whose limits are not verified.</summary>
    public static TableAnswer Read(ProteinColumn ihc, Findings findings)
    {
        var rows = Groups(findings.Ratio, findings.Copies).Select(group => Row(ihc, group)).ToList();
        return findings.Ratio is null && ihc is ProteinColumn.NoIhc or ProteinColumn.Two
            ? new(Her2Status.Indeterminate, "single-probe-not-recomputed")
            : TableAnswer.OfRows(rows, "inputs-incomplete");
    }

    /// <summary>At least one: whatever is unknown leaves its groups in.</summary>
    public static IEnumerable<int> Groups(Measure? ratio, Measure? copies)
    {
        var high = ratio?.IsAtLeast(Ratio);
        var four = copies?.IsAtLeast(FewCopies);
        var six = copies?.IsAtLeast(ManyCopies);
        return Enumerable.Range(1, 5).Where(group => group switch
        {
            1 => high != false && four != false,
            2 => high != false && four != true,
            3 => high != true && six != false,
            4 => high != true && four != false && six != true,
            _ => high != true && four != true,
        });
    }
}
