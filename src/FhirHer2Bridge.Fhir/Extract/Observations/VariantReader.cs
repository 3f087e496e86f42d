using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract.Values;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>
/// A genomic variant. Only a somatic copy-number change of ERBB2 is a HER2 result (domain 1b): a mutation is none, and says
/// nothing against one either.
/// </summary>
internal static class VariantReader
{
    private const string Loinc = "http://loinc.org";

    public static void Read(Reading reading, StatusUse use, TestTerm term)
    {
        var components = reading.Root.Items("component").ToList();
        var isErbb2 = components.Exists(component =>
            GeneReader.IsGene(CodingReader.Concept(component, "code")) && GeneReader.IsErbb2(component, reading.Terms));
        if (!isErbb2)
        {
            return;
        }

        reading.InScope = true;
        var change = CodingReader.Concept(Component(components, "48019-4"), "valueCodeableConcept");
        var copies = Component(components, "82155-3");
        var isCopyChange = copies.ValueKind == JsonValueKind.Object || IsCopyNumber(change) || SaysAmplified(reading, change);
        var source = CodingReader.Concept(Component(components, "48002-0"), "valueCodeableConcept");
        if (!isCopyChange || source.HasCode(Loinc, "LA6683-2"))
        {
            return;
        }

        if (use == StatusUse.Unclear)
        {
            reading.Gap(GapCodes.Pending, "status", hidesTest: true);
            return;
        }

        var value = new ResultValueReader(reading, reading.Root, string.Empty, term);
        var outcome = value.Read();
        var measure = Copies(reading, copies);
        Add(reading, outcome, [.. value.Said], measure, SaysAmplified(reading, change));
    }

    private static void Add(Reading reading, ValueOutcome outcome, List<Said> said, Measure? copies, bool saysAmplified)
    {
        var context = new AssayContext(reading);
        if (said.Count == 0 && copies is not null && outcome == ValueOutcome.Empty)
        {
            said.Add(new Said(AssayMethod.Ngs, new AssayResult.Gene(null), "component"));
        }
        else if (said.Count == 0 && outcome == ValueOutcome.Empty)
        {
            reading.Gap(GapCodes.ResultWithoutValue, "value", hidesTest: true);
        }

        foreach (var one in said)
        {
            // "Present" means the change is there: a gain or a loss, unless it is said which.
            var result = one.Result is AssayResult.Gene gene
                ? gene with { Amplified = gene.Amplified == true && !saysAmplified ? null : gene.Amplified, Copies = copies }
                : one.Result;
            context.Add(one with { Result = result });
        }
    }

    private static Measure? Copies(Reading reading, JsonElement component)
    {
        if (component.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var quantity = component.Has("valueRange")
            ? QuantityReader.Range(component.Member("valueRange"))
            : QuantityReader.Quantity(component.Member("valueQuantity"));
        if (quantity is not null && NumberValue.IsCopyUnit(quantity.Unit))
        {
            return MeasureReader.Of(quantity);
        }

        reading.Issue(quantity is null ? IssueCodes.NumberUnusable : IssueCodes.UnitUnknown, "component");
        return null;
    }

    private static bool IsCopyNumber(ConceptView change) =>
        change.HasCode("http://www.sequenceontology.org", "SO:0001019")
        || change.Words.Any(static words => words.Contains("copy", StringComparison.OrdinalIgnoreCase)
            && words.Contains("number", StringComparison.OrdinalIgnoreCase));

    private static bool SaysAmplified(Reading reading, ConceptView change) => change.Words
        .Concat(CodingReader.Concept(reading.Root, "valueCodeableConcept").Words)
        .Any(static words => words.Contains("amplif", StringComparison.OrdinalIgnoreCase) && PolarityHint.Of(words) >= 0);

    private static JsonElement Component(List<JsonElement> components, string loinc) =>
        components.Find(component => CodingReader.Concept(component, "code").HasCode(Loinc, loinc));
}
