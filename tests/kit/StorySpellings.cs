using System.Text.Json.Nodes;

namespace FhirHer2Bridge.Tests.Kit;

/// <summary>Writes the same facts in other FHIR shapes. Numbers keep their written digits.</summary>
public static class StorySpellings
{
    private const string Concept = "medicationCodeableConcept";
    private const string ContainedId = "medication";

    /// <summary>The story with every administration in one spelling; the given story is not changed.</summary>
    /// <exception cref="InvalidDataException">An administration does not use medicationCodeableConcept.</exception>
    public static StoryCase Spelled(this StoryCase story, StorySpelling spelling)
    {
        var medications = new Dictionary<string, string>(StringComparer.Ordinal);
        var patientId = story.Patient[(story.Patient.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var bundles = new List<StoryBundle>();
        foreach (var bundle in story.Bundles)
        {
            var json = bundle.Json.DeepClone().AsObject();
            var added = new List<JsonObject>();
            foreach (var entry in json["entry"]!.AsArray().Where(IsAdministration))
            {
                if (Respell(entry!.AsObject(), spelling, medications, patientId) is { } medication)
                {
                    added.Add(medication);
                }
            }

            added.ForEach(json["entry"]!.AsArray().Add);
            bundles.Add(bundle with { Json = json });
        }

        return story with { Bundles = bundles };
    }

    private static bool IsAdministration(JsonNode? entry) =>
        (string?)entry!["resource"]!["resourceType"] is "MedicationAdministration";

    /// <summary>Returns the entry of a Medication that the story did not hold yet, or null.</summary>
    private static JsonObject? Respell(
        JsonObject entry, StorySpelling spelling, Dictionary<string, string> medications, string patientId)
    {
        var resource = entry["resource"]!.AsObject();
        var concept = resource[Concept]?.DeepClone()
            ?? throw new InvalidDataException($"{(string?)resource["id"]} does not use {Concept}.");
        switch (spelling)
        {
            case StorySpelling.CodeableConcept:
                return null;
            case StorySpelling.Contained:
                Replace(resource, "#" + ContainedId);
                resource["contained"] = new JsonArray(Medication(ContainedId, concept));
                return null;
            case StorySpelling.Referenced:
                var text = concept.ToJsonString();
                var isNew = medications.TryAdd(text, $"{patientId}-med-{medications.Count + 1}");
                Replace(resource, "Medication/" + medications[text]);
                return isNew ? Entry(entry, Medication(medications[text], concept)) : null;
            default:
                throw new ArgumentOutOfRangeException(nameof(spelling), spelling, "not a spelling");
        }
    }

    private static void Replace(JsonObject administration, string reference)
    {
        administration.Remove(Concept);
        administration["medicationReference"] = new JsonObject { ["reference"] = reference };
    }

    private static JsonObject Medication(string id, JsonNode concept) =>
        new() { ["resourceType"] = "Medication", ["id"] = id, ["code"] = concept };

    private static JsonObject Entry(JsonObject like, JsonObject medication)
    {
        var url = $"Medication/{(string?)medication["id"]}";
        var full = (string)like["fullUrl"]!;
        var own = (string)like["request"]!["url"]!;

        return new JsonObject
        {
            ["fullUrl"] = full[..^own.Length] + url,
            ["resource"] = medication,
            ["request"] = new JsonObject { ["method"] = "PUT", ["url"] = url },
        };
    }
}
