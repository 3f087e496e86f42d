using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>
/// Which HER2-directed drug a concept names: codes and words together. Where they name different drugs the drug is uncertain
/// (domain 3b): an antibody and its conjugate are never told apart by taking the first.
/// </summary>
internal static class DrugReader
{
    /// <summary>Null: none named.</summary>
    public static Drug? Of(ConceptView concept, Terms terms)
    {
        var coded = concept.Codings.Select(coding => terms.DrugByCode(coding.System, coding.Code)).OfType<Drug>();
        var worded = concept.Words.Select(terms.DrugByText).OfType<Drug>();
        return Agree([.. coded, .. worded]);
    }

    /// <summary>One drug from all that one product's record names.</summary>
    public static Drug? Agree(IReadOnlyList<Drug> named)
    {
        // An ambiguous dose-form group yields to a name that is certain; a conjugate without a name yields to another conjugate only.
        var hasConjugate = named.Any(static drug => drug is { Uncertain: false, Class: DrugClass.TrastuzumabAdc });
        var certain = named.Where(drug => !drug.Uncertain || (drug.Class == DrugClass.TrastuzumabAdc && !hasConjugate)).Distinct().ToList();
        if (certain.Count == 0)
        {
            return named.Count == 0 ? null : named[0];
        }

        var first = certain.Find(static drug => drug.Class == DrugClass.TrastuzumabAdc) ?? certain[0];
        var agrees = certain.TrueForAll(drug =>
            drug.Class == first.Class && (drug.Class == DrugClass.Trastuzumab || string.Equals(drug.Name, first.Name, StringComparison.Ordinal)));
        return agrees ? first : first with { Uncertain = true };
    }
}
