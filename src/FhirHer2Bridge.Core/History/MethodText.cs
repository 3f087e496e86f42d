using System.Globalization;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.History;

/// <summary>A result in a pathologist's shorthand: "IHC 3+", "ISH ratio &lt; 1.8".</summary>
internal static class MethodText
{
    public static string Of(AssayFact fact)
    {
        var method = fact.Method switch
        {
            AssayMethod.Ihc => "IHC",
            AssayMethod.Ish => "ISH",
            AssayMethod.Ngs => "NGS",
            _ => "HER2",
        };
        return fact.Result switch
        {
            AssayResult.Ihc { Score: 0 } => "IHC 0",
            AssayResult.Ihc ihc => string.Create(CultureInfo.InvariantCulture, $"IHC {ihc.Score}+"),
            AssayResult.Gene gene => Gene(gene) is { Length: > 0 } said ? $"{method} {said}" : string.Empty,
            AssayResult.Stated stated => $"{method} stated {Word(stated.Status)}",
            AssayResult.Inconclusive => $"{method} inconclusive",
            _ => string.Empty,
        };
    }

    /// <summary>Several results, IHC first.</summary>
    public static EquatableArray<string> Of(IEnumerable<AssayFact> facts) =>
        facts.OrderBy(static fact => fact.Method).Select(Of).Where(static text => text.Length > 0).ToDistinctArray();

    public static string Word(Her2Status status) => status switch
    {
        Her2Status.Positive => "positive",
        Her2Status.Negative => "negative",
        Her2Status.Equivocal => "equivocal",
        _ => "indeterminate",
    };

    private static string Gene(AssayResult.Gene gene) => string.Join(", ", Parts(gene));

    private static IEnumerable<string> Parts(AssayResult.Gene gene)
    {
        if (gene.Amplified is { } amplified)
        {
            yield return amplified ? "amplified" : "not amplified";
        }

        if (gene.Ratio is { } ratio)
        {
            yield return "ratio " + Text(ratio);
        }

        if (gene.Copies is { } copies)
        {
            yield return "copies " + Text(copies);
        }

        if (gene.Cep17 is { } cep17)
        {
            yield return "CEP17 " + Text(cep17);
        }
    }

    private static string Text(Measure measure)
    {
        var bound = measure.Bound switch
        {
            MeasureBound.LessThan => "< ",
            MeasureBound.AtMost => "≤ ",
            MeasureBound.AtLeast => "≥ ",
            MeasureBound.GreaterThan => "> ",
            _ => string.Empty,
        };
        return bound + measure.Value.ToString(CultureInfo.InvariantCulture);
    }
}
