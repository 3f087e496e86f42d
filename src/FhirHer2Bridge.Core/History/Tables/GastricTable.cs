using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>
/// Gastric and gastro-oesophageal junction adenocarcinoma. Source: CAP/ASCP/ASCO guideline 2016 (reference 4a): IHC decides, 0 and
/// 1+ negative, 3+ positive; 2+ is equivocal until ISH. HER2/CEP17 ratio 2.0 or more is amplified. ISH without IHC decides alone.
/// </summary>
internal static class GastricTable
{
    private const decimal AmplifiedFromRatio = 2.0m;

    /// <summary>Some protocols call six copies or more positive; the site chooses (reference 4a, option GastricCopiesGE6).</summary>
    private const decimal ManyCopies = 6.0m;

    public static TableAnswer Read(Findings findings, ManyCopiesReading manyCopies)
    {
        var counted = Counted(findings, manyCopies);
        var contradicted = counted is not null && (findings.AmplifiedStated is { } call ? call != counted : findings.GeneUndecided);
        var answer = ProteinColumns.Read(findings, ihc => Row(ihc, findings.CallBeside(ihc) ?? counted, Undecided(findings, manyCopies)));
        if (!contradicted)
        {
            return answer;
        }

        var recomputed = ProteinColumns.Read(findings, ihc => Row(ihc, counted, "gene-result-not-decisive")).Status;
        return answer with
        {
            Mismatch = answer.Mismatch ?? ResultMismatch.CallAgainstCounts,
            Recomputed = recomputed != answer.Status ? recomputed : null,
        };
    }

    private static TableAnswer Row(ProteinColumn ihc, bool? amplified, string undecided) => (ihc, amplified) switch
    {
        (ProteinColumn.ZeroOrOne, true) => new(Her2Status.Negative) { Mismatch = ResultMismatch.ProteinAgainstGene },
        (ProteinColumn.ZeroOrOne, _) => new(Her2Status.Negative),
        (ProteinColumn.Three, false) => new(Her2Status.Positive) { Mismatch = ResultMismatch.ProteinAgainstGene },
        (ProteinColumn.Three, _) => new(Her2Status.Positive),
        (ProteinColumn.Two, true) => new(Her2Status.Positive),
        (ProteinColumn.Two, false) => new(Her2Status.Negative),
        (ProteinColumn.Two, null) => undecided is "six-or-more-copies"
            ? new(Her2Status.Indeterminate, undecided)
            : new(Her2Status.Equivocal, undecided is "no-usable-result" ? "equivocal-without-ish" : undecided),
        (_, true) => new(Her2Status.Positive, "no-ihc"),
        (_, false) => new(Her2Status.Negative, "no-ihc"),
        _ => new(Her2Status.Indeterminate, undecided),
    };

    private static bool? Counted(Findings findings, ManyCopiesReading manyCopies)
    {
        var byRatio = findings.Ratio?.IsAtLeast(AmplifiedFromRatio);
        return byRatio != true && findings.Copies?.IsAtLeast(ManyCopies) == true
            ? manyCopies switch
            {
                ManyCopiesReading.Positive => true,
                ManyCopiesReading.Ignore => byRatio,
                _ => null,
            }
            : byRatio;
    }

    private static string Undecided(Findings findings, ManyCopiesReading manyCopies) => findings switch
    {
        { TotalsUnreadable: true } => "counts-are-totals",
        _ when manyCopies == ManyCopiesReading.Indeterminate && findings.Copies?.IsAtLeast(ManyCopies) == true => "six-or-more-copies",
        { HasGene: true } => "gene-result-not-decisive",
        _ => "no-usable-result",
    };
}
