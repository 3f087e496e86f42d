using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FhirHer2Bridge.Sandbox.Json;

/// <summary>JSON in and out without touching a number's digits: 2.20 stays 2.20 (FHIR decimal precision).</summary>
internal static class FhirJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="JsonException">Not one JSON object, or a property twice.</exception>
    public static JsonObject Parse(ReadOnlySpan<byte> utf8) =>
        JsonNode.Parse(utf8, null, Strict) as JsonObject ?? throw new JsonException("a JSON object is expected");

    public static byte[] Bytes(JsonNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            node.WriteTo(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static string? Text(JsonObject node, string name) =>
        node[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static DateTimeOffset Milliseconds(DateTimeOffset at) =>
        DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());

    public static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'", CultureInfo.InvariantCulture);

    /// <summary>The body as served: type, id and the server's meta first, the rest in its own order.</summary>
    public static JsonElement Stamp(JsonObject body, string id, int version, DateTimeOffset at)
    {
        var type = Text(body, "resourceType");
        var meta = body["meta"] as JsonObject ?? [];
        body.Remove("resourceType");
        body.Remove("id");
        body.Remove("meta");
        meta["versionId"] = version.ToString(CultureInfo.InvariantCulture);
        meta["lastUpdated"] = Instant(at);
        body.Insert(0, "resourceType", type);
        body.Insert(1, "id", id);
        body.Insert(2, "meta", meta);
        using var document = JsonDocument.Parse(Bytes(body));
        return document.RootElement.Clone();
    }

    /// <summary>Equal but for property order and the server's own meta.</summary>
    public static bool SameContent(JsonElement stored, JsonObject proposed) =>
        string.Equals(
            Canonical(JsonObject.Create(stored)!),
            Canonical(proposed.DeepClone().AsObject()),
            StringComparison.Ordinal);

    private static string Canonical(JsonObject resource)
    {
        if (resource["meta"] is JsonObject meta)
        {
            meta.Remove("versionId");
            meta.Remove("lastUpdated");
            if (meta.Count == 0)
            {
                resource.Remove("meta");
            }
        }

        resource.Remove("id");
        return Encoding.UTF8.GetString(Bytes(Sorted(resource)!));
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject properties => new JsonObject(properties
            .OrderBy(static property => property.Key, StringComparer.Ordinal)
            .Select(static property => KeyValuePair.Create(property.Key, Sorted(property.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
