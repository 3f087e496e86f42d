using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Compose;

/// <summary>
/// The hash by which two spellings of one flag are the same flag: member order, what a server adds, the moment and program
/// of writing, and the form of a reference do not count. Equal hash: nothing to write (fhir-design 3.3).
/// </summary>
public static class CanonicalContent
{
    // Added or rewritten by servers, or different at each writing without saying anything else.
    private static readonly HashSet<string> OfTheServer =
        new(["id", "meta", "text", "issued", "contained", "language", "implicitRules"], StringComparer.Ordinal);

    private static readonly HashSet<string> OfTheWriting = new(["time", "authorString"], StringComparer.Ordinal);

    /// <summary>SHA-256 of the canonical content, 64 hex digits.</summary>
    /// <exception cref="JsonException">Not JSON.</exception>
    public static string Hash(ReadOnlyMemory<byte> observationUtf8)
    {
        using var document = JsonDocument.Parse(observationUtf8);
        return Hash(document.RootElement);
    }

    /// <summary>SHA-256 of the canonical content, 64 hex digits.</summary>
    public static string Hash(JsonElement observation) => Digest(observation, leaveOut: null);

    /// <summary>
    /// The hash a flag carries of itself. It leaves out the subject: a server that merges two patients moves our flags, and
    /// that is nobody's edit.
    /// </summary>
    public static string Seal(JsonElement observation) => Digest(observation, "subject");

    private static string Digest(JsonElement observation, string? leaveOut)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var member in Sorted(observation)
                .Where(member => !OfTheServer.Contains(member.Name) && !string.Equals(member.Name, leaveOut, StringComparison.Ordinal)))
            {
                Root(json, member);
            }

            json.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static void Root(Utf8JsonWriter json, JsonProperty member)
    {
        switch (member.Name)
        {
            // Final, amended and corrected are equally reliable; which one it is tells the history, not the content.
            case "status" when member.Value.ValueEquals("amended") || member.Value.ValueEquals("corrected"):
                json.WriteString("status", "final");
                break;
            case "identifier" when member.Value.ValueKind == JsonValueKind.Array:
                List(json, member.Name, member.Value.EnumerateArray().Where(static one => !IsSeal(one)), leaveOut: null);
                break;
            case "note" when member.Value.ValueKind == JsonValueKind.Array:
                List(json, member.Name, member.Value.EnumerateArray(), OfTheWriting);
                break;
            case "method":
                json.WritePropertyName(member.Name);
                Value(json, member.Value, new HashSet<string>(["text"], StringComparer.Ordinal));
                break;
            default:
                json.WritePropertyName(member.Name);
                Value(json, member.Value, leaveOut: null);
                break;
        }
    }

    private static bool IsSeal(JsonElement identifier) => identifier.Text("system") is Her2Canonical.ContentSeal;

    private static void List(
        Utf8JsonWriter json, string name, IEnumerable<JsonElement> items, IReadOnlySet<string>? leaveOut)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            Value(json, item, leaveOut);
        }

        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, JsonElement value, IReadOnlySet<string>? leaveOut)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.ReferredTo() is { } name:
                json.WriteStartObject();
                json.WriteString("reference", name);
                json.WriteEndObject();
                break;
            case JsonValueKind.Object:
                Members(json, value, leaveOut);
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Value(json, item, leaveOut: null);
                }

                json.WriteEndArray();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private static void Members(Utf8JsonWriter json, JsonElement value, IReadOnlySet<string>? leaveOut)
    {
        json.WriteStartObject();
        foreach (var member in Sorted(value))
        {
            // Displays are added and corrected by servers; the code carries the meaning.
            if (member.Name is not "display" && leaveOut?.Contains(member.Name) != true)
            {
                json.WritePropertyName(member.Name);
                Value(json, member.Value, leaveOut: null);
            }
        }

        json.WriteEndObject();
    }

    private static IOrderedEnumerable<JsonProperty> Sorted(JsonElement value) =>
        value.EnumerateObject().OrderBy(static member => member.Name, StringComparer.Ordinal);
}
