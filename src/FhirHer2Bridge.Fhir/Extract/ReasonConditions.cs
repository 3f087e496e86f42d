using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>The conditions for which something was done (reasonReference).</summary>
internal static class ReasonConditions
{
    public static EquatableArray<ResourceKey> Of(Reading reading) =>
        reading.Root.Items("reasonReference").Select(reading.Reference)
            .Where(static view => view.IsOfType("Condition"))
            .Select(static view => new ResourceKey(view.Key!)).Distinct().ToEquatableArray();
}
