using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>
/// Counts given as totals (reference 4c): an average of more than ten CEP17 copies in a nucleus means that both counts are totals
/// over the cells counted. They are divided by 20 cells or more, else both are unreadable; a stated ratio stands.
/// </summary>
internal static class IshTotals
{
    private const decimal AverageAtMost = 10m;

    private const decimal FewestCells = 20m;

    /// <summary>Fewer chromosomes in a nucleus than this are no count.</summary>
    private const decimal FewestCopies = 0.1m;

    public static Findings PerNucleus(Findings findings)
    {
        if (!IsTotal(findings.Cep17))
        {
            return findings;
        }

        var divided = findings.Cells is { Bound: MeasureBound.Exact, Value: >= FewestCells } cells
            ? findings with { Copies = Divide(findings.Copies, cells), Cep17 = Divide(findings.Cep17, cells) }
            : findings;
        return IsTotal(divided.Cep17) ? findings with { Copies = null, Cep17 = null, TotalsUnreadable = true } : divided;
    }

    /// <summary>The ratio as stated, else the quotient of two exact averages.</summary>
    public static Findings WithRatio(Findings findings) =>
        findings is { Ratio: null, Copies: { Bound: MeasureBound.Exact } copies, Cep17: { Bound: MeasureBound.Exact, Value: >= FewestCopies } cep17 }
            ? findings with { Ratio = new Measure(copies.Value / cep17.Value) }
            : findings;

    private static bool IsTotal(Measure? cep17) => cep17?.IsAbove(AverageAtMost) == true;

    private static Measure? Divide(Measure? total, Measure cells) => total is null ? null : total with { Value = total.Value / cells.Value };
}
