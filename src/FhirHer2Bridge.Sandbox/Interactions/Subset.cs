using System.Text.Json.Nodes;

namespace FhirHer2Bridge.Sandbox.Interactions;

/// <summary><c>_elements</c>: part of a resource, tagged as such so that nobody takes it for evidence.</summary>
internal static class Subset
{
    private static readonly string[] Always = ["resourceType", "id", "meta"];

    public static JsonObject Of(JsonObject resource, IReadOnlyList<string> elements)
    {
        foreach (var name in resource.Select(static property => property.Key).ToArray())
        {
            if (!Always.Contains(name, StringComparer.Ordinal) && !elements.Contains(name, StringComparer.Ordinal))
            {
                resource.Remove(name);
            }
        }

        var meta = resource["meta"]!.AsObject();
        if (meta["tag"] is not JsonArray tags)
        {
            meta["tag"] = tags = [];
        }

        tags.Add(new JsonObject
        {
            ["system"] = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue",
            ["code"] = "SUBSETTED",
            ["display"] = "subsetted",
        });
        return resource;
    }
}
