using System.Text;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Kit;

/// <summary>A story for a server that chooses the ids itself: one transaction of creates that name each other by urn:uuid.</summary>
internal static class StoryCreation
{
    /// <summary>The first bundles of a story, none of which may update an earlier resource.</summary>
    public static byte[] AsCreates(this StoryCase story, int bundles)
    {
        var resources = story.Bundles.Take(bundles).SelectMany(static bundle => bundle.Resources).ToList();
        var names = resources.ToDictionary(Name, static _ => $"urn:uuid:{Guid.NewGuid()}", StringComparer.Ordinal);
        var entries = resources.Select(JsonNode (resource) =>
        {
            var copy = resource.DeepClone().AsObject();
            copy.Remove("id");
            return new JsonObject
            {
                ["fullUrl"] = names[Name(resource)],
                ["resource"] = copy,
                ["request"] = new JsonObject { ["method"] = "POST", ["url"] = (string?)resource["resourceType"] },
            };
        });
        var text = new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["type"] = "transaction",
            ["entry"] = new JsonArray([.. entries]),
        }.ToJsonString();
        foreach (var (name, urn) in names)
        {
            text = text.Replace($"\"{name}\"", $"\"{urn}\"", StringComparison.Ordinal);
        }

        return Encoding.UTF8.GetBytes(text);
    }

    private static string Name(JsonObject resource) => $"{(string?)resource["resourceType"]}/{(string?)resource["id"]}";
}
