using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>The IHC column of the tables. IHC stated negative without a score is 0 or 1+, stated positive is 3+ (reference 4c).</summary>
internal enum ProteinColumn
{
    NoIhc,
    ZeroOrOne,
    Two,
    Three,
}

internal static class ProteinColumns
{
    public const string ScoreAndStatusDiffer = "ihc-score-and-status-differ";

    /// <summary>The columns that score and words allow: one, or two where they contradict each other.</summary>
    public static IReadOnlyList<ProteinColumn> Of(Findings findings)
    {
        var columns = new[] { OfScore(findings.Score), OfWords(findings.IhcStated) }
            .Where(static column => column != ProteinColumn.NoIhc).Distinct().ToList();
        return columns.Count == 0 ? [ProteinColumn.NoIhc] : columns;
    }

    public static ProteinColumn OfScore(int? score) => score switch
    {
        0 or 1 => ProteinColumn.ZeroOrOne,
        2 => ProteinColumn.Two,
        3 => ProteinColumn.Three,
        _ => ProteinColumn.NoIhc,
    };

    public static ProteinColumn OfWords(Her2Status? stated) => stated switch
    {
        Her2Status.Negative => ProteinColumn.ZeroOrOne,
        Her2Status.Equivocal => ProteinColumn.Two,
        Her2Status.Positive => ProteinColumn.Three,
        _ => ProteinColumn.NoIhc,
    };

    /// <summary>
    /// A table read for every column allowed. Words that say what score and gene make together are the laboratory's conclusion
    /// ("positive: 2+, amplified"); a score and words that contradict each other otherwise are a mismatch.
    /// </summary>
    public static TableAnswer Read(Findings findings, Func<ProteinColumn, TableAnswer> table)
    {
        var columns = Of(findings);
        var byScore = table(columns[0]);
        if (columns.Count == 1 || byScore.Status == findings.IhcStated)
        {
            return byScore;
        }

        return TableAnswer.OfRows(columns.Select(table), ScoreAndStatusDiffer) with { Mismatch = ResultMismatch.ScoreAgainstWords };
    }
}
