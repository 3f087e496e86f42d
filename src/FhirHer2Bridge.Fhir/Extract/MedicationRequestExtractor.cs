using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>
/// MedicationRequest (fhir-design 1.4): that a HER2-directed drug was ordered. Context, never exposure; a plan, a proposal, a draft or
/// "do not give" is no order, and an order whose product nobody can tell says nothing.
/// </summary>
internal static class MedicationRequestExtractor
{
    public static void Read(Reading reading)
    {
        if (!IsOrder(reading) || StatusReader.Request(reading) is not { } use)
        {
            return;
        }

        var product = ProductReader.Of(reading);
        reading.InScope = product.Drug is not null || product.ShowsHer2Drug;
        if (product is { Drug: null, Product: null })
        {
            return;
        }

        if (product.Drug is { Uncertain: true })
        {
            reading.Issue(IssueCodes.DrugConflict, "medication");
        }

        if (product.Product is { } key)
        {
            reading.NeedsProduct(key);
        }

        reading.Add(new OrderFact
        {
            Source = reading.Source(product.Product is null ? "medication" : "medicationReference"),
            When = reading.MomentOf(reading.Root, "authoredOn").Time,
            Standing = StatusReader.Standing(use),
            Drug = product.Drug,
            Product = product.Product,
            Active = reading.Root.Text("status") is "active",
            Conditions = ReasonConditions.Of(reading),
        });
    }

    private static bool IsOrder(Reading reading) =>
        reading.Root.Text("intent") is "order" or "original-order" or "reflex-order" or "filler-order" or "instance-order"
        && reading.Root.Flag("doNotPerform") != true;
}
