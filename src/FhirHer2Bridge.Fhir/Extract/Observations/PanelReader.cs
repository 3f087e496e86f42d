using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>Which genes were studied (53041-0): only over these does "not reported" mean "not found" (domain 1b).</summary>
internal static class PanelReader
{
    public static bool Is(ConceptView code, Terms terms) => GeneReader.Is(code, VariantPart.RegionStudied, terms);

    public static void Read(Reading reading, StatusUse use)
    {
        var genes = reading.Root.Items("component")
            .Where(component => GeneReader.IsGene(CodingReader.Concept(component, "code"), reading.Terms))
            .Select(component => GeneReader.Symbol(component, reading.Terms))
            .OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableArray();
        if (use == StatusUse.Unclear || genes.Count == 0)
        {
            return;
        }

        var context = new AssayContext(reading);
        reading.Add(new PanelFact
        {
            Source = reading.Source("component"),
            When = reading.When,
            Standing = reading.Standing,
            Genes = genes,
            Specimen = context.Specimen,
            Issued = context.Issued,
        });
    }
}
