using System.Text.Json;
using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>Which assay of which laboratory gave a result, as one folded name ("guardant360|lab x").</summary>
internal static class AssayName
{
    /// <summary>Null: neither is named. A person who signs is no laboratory.</summary>
    public static string? Of(Reading reading)
    {
        var assay = Name(reading, reading.Root.Member("device")) ?? reading.Root.Member("method").Text("text");
        var laboratory = reading.Root.Items("performer")
            .Where(performer => !IsPerson(reading.Reference(performer)))
            .Select(performer => Name(reading, performer)).FirstOrDefault(static name => name is not null);
        return assay is null && laboratory is null ? null : $"{Fold(assay)}|{Fold(laboratory)}";
    }

    private static string? Name(Reading reading, JsonElement reference)
    {
        var view = reading.Reference(reference);
        return view.Display ?? view.IdentifierValue ?? view.Key;
    }

    private static bool IsPerson(ReferenceView view) => view.IsOfType("Practitioner") || view.IsOfType("PractitionerRole") || view.IsOfType("Patient");

    private static string Fold(string? name) => name is null ? string.Empty : TextFolding.Fold(name);
}
