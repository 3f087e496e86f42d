using System.Text.Json.Nodes;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Cases;

/// <summary>Looks into a story's JSON without the product's own reader, which is what the stories judge.</summary>
internal static class StoryReader
{
    public static string Key(JsonObject resource) => $"{(string?)resource["resourceType"]}/{(string?)resource["id"]}";

    public static IEnumerable<JsonObject> All(StoryCase story, string type) =>
        story.Bundles.SelectMany(bundle => bundle.Resources).Where(resource => IsA(resource, type));

    public static IEnumerable<string> LiteralReferences(JsonNode? node) =>
        Strings(node).Where(item => item.Name is "reference").Select(item => item.Value);

    /// <summary>Every string with the name of its member; strings in an array carry the array's name.</summary>
    public static IEnumerable<(string Name, string Value)> Strings(JsonNode? node, string name = "") => node switch
    {
        JsonObject parent => parent.SelectMany(member => Strings(member.Value, member.Key)),
        JsonArray array => array.SelectMany(item => Strings(item, name)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(name, text)],
        _ => [],
    };

    /// <summary>The patient a resource is about, by reference or by identifier; null: about nobody.</summary>
    public static string? PatientOf(JsonObject resource, StoryCase story)
    {
        if ((resource["subject"] ?? resource["patient"]) is not JsonObject subject)
        {
            return IsA(resource, "Patient") ? Key(resource) : null;
        }

        return (string?)subject["reference"] ?? PatientWith(subject["identifier"]!, story);
    }

    private static bool IsA(JsonObject resource, string type) =>
        string.Equals((string?)resource["resourceType"], type, StringComparison.Ordinal);

    private static string? PatientWith(JsonNode identifier, StoryCase story) =>
        All(story, "Patient")
            .Where(patient => patient["identifier"]?.AsArray().Any(own => JsonNode.DeepEquals(own, identifier)) == true)
            .Select(Key)
            .FirstOrDefault();
}
