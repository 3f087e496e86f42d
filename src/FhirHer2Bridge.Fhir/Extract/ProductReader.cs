using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>What was given or requested: a concept, a contained Medication, or a Medication to be read (fhir-design 1.4).</summary>
internal static class ProductReader
{
    public static ProductView Of(Reading reading)
    {
        var concept = CodingReader.Concept(reading.Root, "medicationCodeableConcept");
        if (!concept.IsEmpty)
        {
            return new ProductView(DrugReader.Of(concept, reading.Terms));
        }

        var view = reading.Reference(reading.Root.Member("medicationReference"));
        var named = view.Display is { } display ? reading.Terms.DrugByText(display) : null;
        if (view.ContainedId is { Length: > 0 } id)
        {
            var inner = reading.Contained(id);
            return inner.Text("resourceType") is "Medication"
                ? OfMedication(reading, inner).Doubted(view.Display, reading.Terms)
                : new ProductView(named) { IsUnknown = named is null };
        }

        // The Medication decides, not what the reference shows: a display is no code, and may be of an earlier product.
        return view.Key is { } key
            ? new ProductView(null) { Product = new ResourceKey(key), ShowsHer2Drug = named is not null }
            : new ProductView(named) { IsUnknown = view.Display is null };
    }

    /// <summary>A Medication by its code, and by its active ingredients.</summary>
    public static ProductView OfMedication(Reading reading, JsonElement medication)
    {
        var code = CodingReader.Concept(medication, "code");
        var drug = DrugReader.Of(code, reading.Terms);
        var ingredients = medication.Items("ingredient")
            .Where(static ingredient => ingredient.Flag("isActive") != false)
            .Select(ingredient => OfIngredient(reading, ingredient))
            .ToList();
        if (drug is not null)
        {
            return new ProductView(DrugReader.Agree([drug, .. ingredients.Select(static one => one.Drug).OfType<Drug>().Where(one => one.Class != DrugClass.OtherHer2)]));
        }

        var known = ingredients.Select(static one => one.Drug).OfType<Drug>().Distinct().ToList();
        if (known.Count > 0)
        {
            return new ProductView(DrugReader.Doubted(Combination(known, reading.Terms), code.Words, reading.Terms));
        }

        var referenced = ingredients.Find(static one => one.Product is not null);
        return referenced ?? new ProductView(null)
        {
            IsUnknown = (code.IsEmpty && ingredients.Count == 0) || ingredients.Exists(static one => one.IsUnknown),
        };
    }

    private static ProductView OfIngredient(Reading reading, JsonElement ingredient)
    {
        var concept = CodingReader.Concept(ingredient, "itemCodeableConcept");
        if (!concept.IsEmpty)
        {
            return new ProductView(DrugReader.Of(concept, reading.Terms));
        }

        var view = reading.Reference(ingredient.Member("itemReference"));
        var named = view.Display is { } display ? reading.Terms.DrugByText(display) : null;
        if (view.ContainedId is { Length: > 0 } id && reading.Contained(id) is { ValueKind: JsonValueKind.Object } inner)
        {
            // A Substance or a Medication; its own ingredients are not followed, so that no circle can be walked.
            var code = CodingReader.Concept(inner, "code");
            return new ProductView(DrugReader.Of(code, reading.Terms) ?? named) { IsUnknown = code.IsEmpty && named is null };
        }

        return view.IsOfType("Medication")
            ? new ProductView(named) { Product = new ResourceKey(view.Key!) }
            : new ProductView(named) { IsUnknown = view.Display is null };
    }

    /// <summary>Antibodies given together in one product (Phesgo) are one drug if the terminology has a name for them.</summary>
    private static Drug? Combination(List<Drug> drugs, Terms terms) => drugs.Count == 1
        ? drugs[0]
        : (drugs.TrueForAll(static drug => drug.Class != DrugClass.TrastuzumabAdc)
            ? terms.DrugByText(string.Join(" and ", drugs.Select(static drug => drug.Name)))
            : null) ?? DrugReader.Agree(drugs);
}

/// <param name="Drug">Null: not HER2-directed, or not known yet (see the other members).</param>
internal sealed record ProductView(Drug? Drug)
{
    /// <summary>The Medication that tells.</summary>
    public ResourceKey? Product { get; init; }

    /// <summary>The reference to it is labelled with a HER2 drug: enough to look at the patient, not to say what was given.</summary>
    public bool ShowsHer2Drug { get; init; }

    /// <summary>Nothing tells what it was.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>The reference to it is labelled as a placebo or a tracer: what it was is not certain.</summary>
    public ProductView Doubted(string? display, Terms terms) =>
        this with { Drug = DrugReader.Doubted(Drug, display is null ? [] : [display], terms) };
}
