using System.Text.Json.Nodes;

namespace FhirHer2Bridge.Service.Tests.Write;

/// <summary>The few search parameters writing uses.</summary>
internal static class ServerQuery
{
    public static bool Matches(JsonObject resource, string query) => Parts(query).All(part => part.Name switch
    {
        "identifier" => Tokens(resource["identifier"], "value").Contains(part.Value, StringComparer.Ordinal),
        "_tag" => Tokens(resource["meta"]?["tag"], "code").Contains(part.Value, StringComparer.Ordinal),
        "category" => Tokens(resource["category"]?[0]?["coding"], "code").Contains(part.Value, StringComparer.Ordinal),
        "patient" => string.Equals((string?)resource["subject"]?["reference"], part.Value, StringComparison.Ordinal),
        "url" => string.Equals((string?)resource["url"], part.Value, StringComparison.Ordinal),
        _ => true,
    });

    public static string? Of(string query, string name) =>
        Parts(query).Where(part => string.Equals(part.Name, name, StringComparison.Ordinal)).Select(part => part.Value).FirstOrDefault();

    public static string Without(string query, string name) =>
        string.Join('&', query.Split('&').Where(part => !part.StartsWith(name + "=", StringComparison.Ordinal)));

    public static JsonObject Unversioned(JsonObject resource)
    {
        var copy = resource.DeepClone().AsObject();
        if (copy["meta"] is JsonObject meta)
        {
            meta.Remove("versionId");
            meta.Remove("lastUpdated");
        }

        return copy;
    }

    /// <summary>Every literal reference.</summary>
    public static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(member => member.Key is "reference" ? [(string)member.Value!] : References(member.Value)),
        JsonArray many => many.SelectMany(References),
        _ => [],
    };

    private static IEnumerable<(string Name, string Value)> Parts(string query) =>
        query.Split('&').Select(part => part.Split('=', 2)).Select(pair => (pair[0], Uri.UnescapeDataString(pair[1])));

    private static IEnumerable<string> Tokens(JsonNode? list, string value) =>
        list is JsonArray tokens ? tokens.Select(one => $"{one!["system"]}|{one[value]}") : [];
}
