using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Fhir.Extract.Values;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>
/// Tumour fraction, by its name: no standard code for it was found. A component of the result, or an Observation beside it; in
/// percent, or as a fraction from 0 to 1.
/// </summary>
internal static class TumourFractionReader
{
    private static readonly HashSet<string> Names = new(
        ["tumor fraction", "tumour fraction", "ctdna tumor fraction", "ctdna tumour fraction"], StringComparer.Ordinal);

    /// <summary>In percent; null: none, not readable, or several that differ.</summary>
    public static Measure? OfComponents(Reading reading)
    {
        var stated = reading.Root.Items("component").Where(static component => IsNamed(CodingReader.Concept(component, "code")))
            .Select(component => Percent(reading, component, "component")).OfType<Measure>().Distinct().Take(2).ToList();
        return stated.Count == 1 ? stated[0] : null;
    }

    /// <summary>An Observation of its own, lent by the history to the results of the same specimen or report.</summary>
    public static void Read(Reading reading, ConceptView code, StatusUse use)
    {
        if (use != StatusUse.Unclear && IsNamed(code) && Percent(reading, reading.Root, "value") is { } percent)
        {
            reading.Add(new TumourFractionFact
            {
                Source = reading.Source("value"),
                When = reading.When,
                Standing = reading.Standing,
                Percent = percent,
                Specimen = new AssayContext(reading).Specimen,
            });
        }
    }

    private static bool IsNamed(ConceptView code) => code.Words.Any(static words => Names.Contains(TextFolding.Fold(words)));

    private static Measure? Percent(Reading reading, JsonElement element, string path)
    {
        if (QuantityReader.Quantity(element.Member("valueQuantity")) is not { } quantity)
        {
            return null;
        }

        var factor = quantity.Unit switch
        {
            "%" => 1m,
            "1" => 100m,
            _ => 0m,
        };
        var measure = MeasureReader.Of(quantity);
        if (factor > 0 && measure.Value * factor <= 100)
        {
            return measure with { Value = measure.Value * factor };
        }

        reading.Issue(factor == 0 ? IssueCodes.UnitUnknown : IssueCodes.NumberUnusable, path);
        return null;
    }
}
