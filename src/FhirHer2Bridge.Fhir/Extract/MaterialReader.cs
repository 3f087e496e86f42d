using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>Tissue, plasma or serum, from a concept: its codes first, then its words.</summary>
internal static class MaterialReader
{
    public static SpecimenKind Of(ConceptView concept, Terms terms)
    {
        var coded = concept.Codings.Select(coding => terms.SpecimenKindOf(coding.System, coding.Code, null));
        var worded = concept.Words.Select(words => terms.SpecimenKindOf(null, null, words));
        return coded.Concat(worded).FirstOrDefault(static kind => kind != SpecimenKind.Unstated);
    }
}
