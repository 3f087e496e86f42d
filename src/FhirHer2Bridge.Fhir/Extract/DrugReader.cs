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
        var coded = concept.Codings.Select(coding => terms.DrugByCode(coding.System, coding.Code)).OfType<Drug>().ToList();

        // The words of an ambiguous group are its own name: they say nothing more than its code does.
        var groups = coded.Where(static drug => drug.Uncertain).Select(static drug => drug.Name).ToHashSet(StringComparer.Ordinal);
        var worded = concept.Words.Select(terms.DrugByText).OfType<Drug>().Where(drug => !groups.Contains(drug.Name));
        return Doubted(Agree([.. coded, .. worded]), concept.Words, terms);
    }

    /// <summary>A drug beside words of a placebo or a tracer was not certainly given.</summary>
    public static Drug? Doubted(Drug? drug, IEnumerable<string> words, Terms terms) =>
        drug is not null && words.Any(terms.IsDoubtfulTreatment) ? drug with { Uncertain = true } : drug;

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

        // Of drugs that differ the conjugate is kept, else the antibody: that trastuzumab may have been given must not be lost.
        var first = certain.Find(static drug => drug.Class == DrugClass.TrastuzumabAdc) ?? certain.Find(static drug => drug.Class == DrugClass.Trastuzumab) ?? certain[0];
        var agrees = certain.TrueForAll(drug =>
            drug.Class == first.Class && (drug.Class == DrugClass.Trastuzumab || string.Equals(drug.Name, first.Name, StringComparison.Ordinal)));
        return agrees ? first : first with { Uncertain = true };
    }
}
