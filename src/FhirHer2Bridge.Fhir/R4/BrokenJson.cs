using System.Buffers;
using System.Text.Json;

namespace FhirHer2Bridge.Fhir.R4;

/// <summary>
/// What can still be told of a resource that is not strict JSON (a repeated key, too deep, text that is no text): whose it is,
/// never what it says. Of a key given twice the last value counts.
/// </summary>
internal static class BrokenJson
{
    // As deep as the page around it may be; nothing below the members named here is looked into.
    private const int MaxDepth = 512;

    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = FhirJson.MaxDepth, AllowDuplicateProperties = true };

    private static readonly string[] Names = ["resourceType", "id", "meta", "subject", "patient", "contained"];

    /// <summary>An object of the members that name the resource and its patient; null where the bytes are no JSON object at all.</summary>
    public static JsonElement? NamingPart(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return Compose(Members(utf8.Span));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Dictionary<string, JsonElement> Members(ReadOnlySpan<byte> utf8)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("no object");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameAt(ref reader);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (name is not null)
            {
                members.Remove(name);
                if (FhirJson.Parse(utf8[start..(int)reader.BytesConsumed].ToArray(), Lenient) is { } value)
                {
                    members[name] = value;
                }
            }
        }

        return members;
    }

    private static string? NameAt(ref Utf8JsonReader reader)
    {
        foreach (var name in Names)
        {
            if (reader.ValueTextEquals(name))
            {
                return name;
            }
        }

        return null;
    }

    private static JsonElement Compose(Dictionary<string, JsonElement> members)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            foreach (var (name, value) in members)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return JsonElement.Parse(text.WrittenSpan, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = true });
    }
}
