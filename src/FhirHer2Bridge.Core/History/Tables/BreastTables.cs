using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>Breast: the rules of the result date, the laboratory's own call on the gene beside them (references 2b, 4b to 4d).</summary>
internal static class BreastTables
{
    public static TableAnswer Read(Findings findings, ClinicalTime resulted)
    {
        var rules = BreastRuleSets.For(resulted);
        var answer = ProteinColumns.Read(findings, ihc => rules == BreastRuleSet.LaboratoryOnly ? Stated(ihc, findings) : Row(ihc, findings, rules));
        return answer with { Category = Category(findings, answer.Status), LaboratoryOnly = rules == BreastRuleSet.LaboratoryOnly };
    }

    private static TableAnswer Row(ProteinColumn ihc, Findings findings, BreastRuleSet rules)
    {
        TableAnswer? counted = findings.HasCounts
            ? rules == BreastRuleSet.AscoCap2018 ? BreastDualProbe2018Table.Read(ihc, findings) : Breast2007Table.Read(ihc, findings)
            : null;
        TableAnswer? called = findings.CallBeside(ihc) is { } call ? BreastGeneCallTable.Row(ihc, call) : null;
        return (counted, called) switch
        {
            ({ } counts, { } says) => CallBesideCounts(says, counts),
            ({ } counts, null) when findings.GeneUndecided && counts.Status.IsDeterminate() && ihc != ProteinColumn.Three =>
                counts with { Mismatch = ResultMismatch.CallAgainstCounts },
            ({ } counts, null) => counts,
            (null, { } says) => says,
            _ => WithoutGene(ihc, findings),
        };
    }

    /// <summary>The laboratory's own call drives; what its counts read as is shown beside it.</summary>
    private static TableAnswer CallBesideCounts(TableAnswer called, TableAnswer counted) => (called.Status.IsDeterminate(), counted.Status.IsDeterminate()) switch
    {
        (true, true) when called.Status != counted.Status => called with { Mismatch = ResultMismatch.CallAgainstCounts, Recomputed = counted.Status },
        (true, false) => called,
        _ => counted with { Mismatch = counted.Mismatch ?? called.Mismatch },
    };

    /// <summary>No verified rules of that time: score and call are the laboratory's words and mean the same in every rule set; counts are not read.</summary>
    private static TableAnswer Stated(ProteinColumn ihc, Findings findings)
    {
        var called = findings.CallBeside(ihc) is { } call ? BreastGeneCallTable.Row(ihc, call) : (TableAnswer?)null;
        var answer = called ?? (findings.HasCounts && ihc is ProteinColumn.NoIhc or ProteinColumn.Two
            ? new TableAnswer(Her2Status.Indeterminate)
            : WithoutGene(ihc, findings));
        return findings.HasCounts || called is { Status: Her2Status.Indeterminate } ? answer with { Note = TableAnswer.RulesUnverified } : answer;
    }

    private static TableAnswer WithoutGene(ProteinColumn ihc, Findings findings)
    {
        var answer = BreastIhcTable.Row(ihc);
        return ihc is ProteinColumn.NoIhc or ProteinColumn.Two && findings.HasGene
            ? answer with { Note = findings.TotalsUnreadable ? "counts-are-totals" : "gene-result-not-decisive" }
            : answer;
    }

    /// <summary>
    /// Sub-categories of negative (reference 4d): low is 1+, or 2+ with a negative gene test; ultralow only where the laboratory says
    /// so. IHC 0 without such a statement has none and is not low.
    /// </summary>
    private static Her2Category? Category(Findings findings, Her2Status status) => status != Her2Status.Negative
        ? null
        : findings switch
        {
            { Score: 1 or 2 } or { Score: null, IhcStated: Her2Status.Equivocal } => Her2Category.Low,
            _ => findings.CategoryStated,
        };
}
