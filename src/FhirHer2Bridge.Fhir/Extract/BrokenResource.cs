using System.Text;
using System.Text.Json;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>
/// A resource that must not be interpreted because it is not strict JSON: a gap of its patient under its own name, so that
/// over it neither "no test since" nor "no dose" is claimed, until a version comes that can be read.
/// </summary>
internal static class BrokenResource
{
    // The common base of all types: what the resource is cannot be told.
    private const string UnknownType = "Resource";

    /// <summary>Null: its id or its patient cannot be told.</summary>
    public static Extraction? Read(ReadOnlyMemory<byte> utf8, ExtractOptions options, string? assumedId)
    {
        if (BrokenJson.NamingPart(utf8) is not { } names)
        {
            return null;
        }

        var reading = new Reading(Named(names), options, assumedId, Reading.Hash(utf8.Span));
        reading.Subject = SubjectReader.Read(reading);
        if (reading.Id.Length == 0 || !reading.Subject.IsKnown)
        {
            return null;
        }

        var hidesDose = reading.Type is "MedicationAdministration";
        var hidesTest = !hidesDose && reading.Type is not ("Patient" or "Condition" or "Specimen" or "Procedure" or "Medication");
        reading.InScope = (hidesTest || hidesDose) && SpeaksOfHer2(Encoding.UTF8.GetString(utf8.Span), options);
        reading.Issue(IssueCodes.NotJson, string.Empty);
        reading.Gap(GapCodes.NotJson, string.Empty, hidesTest, hidesDose);
        return reading.ToExtraction() with { IsBroken = true };
    }

    private static bool SpeaksOfHer2(string text, ExtractOptions options) =>
        options.Terms.MentionsHer2(text) || options.Terms.DrugByText(text) is not null;

    private static JsonElement Named(JsonElement names) => names.Text("resourceType") is not null
        ? names
        : JsonSerializer.SerializeToElement(names.EnumerateObject()
            .Where(static member => !member.NameEquals("resourceType"))
            .Select(static member => KeyValuePair.Create(member.Name, member.Value))
            .Append(KeyValuePair.Create("resourceType", JsonSerializer.SerializeToElement(UnknownType)))
            .ToDictionary(StringComparer.Ordinal));
}
