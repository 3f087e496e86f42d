using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>Which tumour a statement of its course is about, as far as the resource says.</summary>
/// <param name="Conditions">Conditions it names; empty: none.</param>
/// <param name="Tumour">The organ its body site names; None: a metastatic site, or none.</param>
internal sealed record CourseSubject(EquatableArray<ResourceKey> Conditions, TumourKind Tumour = TumourKind.None);
