using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>Medication: which product an administration refers to. A product that cannot be told gives no fact: it stays unknown.</summary>
internal static class MedicationExtractor
{
    public static void Read(Reading reading)
    {
        var product = ProductReader.OfMedication(reading, reading.Root);
        if (product is { Drug: null, Product: { } further })
        {
            reading.NeedsProduct(further);
        }

        if (product.Drug is null && (product.IsUnknown || product.Product is not null))
        {
            reading.Issue(IssueCodes.ProductUnresolved, "code");
            return;
        }

        if (product.Drug is { Uncertain: true })
        {
            reading.Issue(IssueCodes.DrugConflict, "code");
        }

        reading.Add(new ProductFact
        {
            Source = reading.Source("code"),
            Standing = reading.Root.Text("status") is "entered-in-error" ? FactStanding.Withdrawn : FactStanding.Final,
            Product = reading.Key,
            Drug = product.Drug,
        });
    }
}
