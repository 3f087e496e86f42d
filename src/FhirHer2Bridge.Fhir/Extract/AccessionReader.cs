using System.Text.Json;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>
/// The case number of an examination as "system|value": the identifier typed as accession (v2-0203 ACSN), else the first.
/// </summary>
internal static class AccessionReader
{
    public static string? Read(JsonElement resource)
    {
        var identifiers = resource.Items("identifier").Where(static item => item.Text("value") is not null).ToList();
        var typed = identifiers.Find(static item =>
            CodingReader.Concept(item, "type").Codings.Any(static coding => coding.Code is "ACSN"));
        return Of(typed.ValueKind == JsonValueKind.Object ? typed : identifiers.FirstOrDefault());
    }

    public static string? Of(JsonElement identifier) =>
        identifier.Text("value") is { } value ? $"{identifier.Text("system")}|{value}" : null;
}
