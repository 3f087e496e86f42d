using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract.Text.Grammar;

namespace FhirHer2Bridge.Fhir.Extract.Text;

/// <summary>
/// A finding in the terms of the engine. What the laboratory stated and what it counted stay two statements: whether they agree
/// is the engine's question. A number that carries no call is left for the decision tables.
/// </summary>
internal static class FindingStatements
{
    public static IEnumerable<TextStatement> Of(TextFinding finding)
    {
        AssayMethod? method = finding.Assay switch
        {
            TextAssay.Ihc => AssayMethod.Ihc,
            TextAssay.Ish => AssayMethod.Ish,
            TextAssay.Ngs or TextAssay.Plasma => AssayMethod.Ngs,
            _ => null,
        };
        if (finding.Score is var (low, high))
        {
            yield return new TextStatement(method, low == high ? new AssayResult.Ihc(low) : Range(high));
        }

        if (finding is { IsStated: true, Status: TextStatus.Indeterminate })
        {
            // The laboratory could not tell: its numbers do not tell either.
            yield return new TextStatement(method, new AssayResult.Stated(Her2Status.Indeterminate));
            yield break;
        }

        if (method is AssayMethod.Ish or AssayMethod.Ngs && finding.Status != TextStatus.None)
        {
            var call = finding.IsStated && finding.Status is TextStatus.Positive or TextStatus.Negative ? finding.Status == TextStatus.Positive : (bool?)null;
            if (call is not null || finding.Ratio is not null || finding.Signals is not null || finding.Copies is not null)
            {
                yield return new TextStatement(method, new AssayResult.Gene(call, finding.Ratio, finding.Signals ?? finding.Copies));
                yield break;
            }
        }

        if (finding.IsStated && Stated(finding.Status) is { } stated)
        {
            yield return new TextStatement(method, stated);
        }
    }

    /// <summary>Both ends say negative, or nobody can tell.</summary>
    private static AssayResult Range(int high) => high <= 1
        ? new AssayResult.Stated(Her2Status.Negative)
        : new AssayResult.Inconclusive("score-range");

    private static AssayResult.Stated? Stated(TextStatus status) => status switch
    {
        TextStatus.Positive => new AssayResult.Stated(Her2Status.Positive),
        TextStatus.Negative => new AssayResult.Stated(Her2Status.Negative),
        TextStatus.Equivocal => new AssayResult.Stated(Her2Status.Equivocal),
        TextStatus.Low => new AssayResult.Stated(Her2Status.Negative, Her2Category.Low),
        TextStatus.Ultralow => new AssayResult.Stated(Her2Status.Negative, Her2Category.Ultralow),
        TextStatus.Indeterminate => new AssayResult.Stated(Her2Status.Indeterminate),
        _ => null,
    };
}
