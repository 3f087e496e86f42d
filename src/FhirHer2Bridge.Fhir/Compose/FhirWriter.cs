using System.Buffers;
using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Compose;

/// <summary>The few R4 shapes we write, over <see cref="Utf8JsonWriter"/>.</summary>
internal static class FhirWriter
{
    /// <summary>One resource as UTF-8.</summary>
    internal static byte[] Resource(string type, string? id, Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", type);
            if (id is not null)
            {
                json.WriteString("id", id);
            }

            content(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    internal static void Object(this Utf8JsonWriter json, string name, Action<Utf8JsonWriter> content)
    {
        json.WriteStartObject(name);
        content(json);
        json.WriteEndObject();
    }

    /// <summary>An array of one object.</summary>
    internal static void Single(this Utf8JsonWriter json, string name, Action<Utf8JsonWriter> content) =>
        json.Many(name, [content], static (writer, one) => one(writer));

    /// <summary>An array of objects; nothing at all where there are none (R4 forbids empty arrays).</summary>
    internal static void Many<T>(
        this Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<Utf8JsonWriter, T> content)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            content(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void Coding(this Utf8JsonWriter json, string system, string code, string? display = null)
    {
        json.WriteString("system", system);
        json.WriteString("code", code);
        if (display is not null)
        {
            json.WriteString("display", display);
        }
    }

    /// <summary>A CodeableConcept of one coding.</summary>
    internal static void Concept(
        this Utf8JsonWriter json, string name, string system, string code, string? display = null) =>
        json.Object(name, concept => concept.Codings(system, code, display));

    internal static void Codings(this Utf8JsonWriter json, string system, string code, string? display = null) =>
        json.Single("coding", coding => coding.Coding(system, code, display));

    internal static void Identifier(this Utf8JsonWriter json, string system, string value)
    {
        json.WriteString("system", system);
        json.WriteString("value", value);
    }

    /// <summary>The content of a Reference to a source: literal while it exists, by name once it is gone.</summary>
    internal static void SourceReference(this Utf8JsonWriter json, ResourceKey key, IReadOnlySet<ResourceKey> gone)
    {
        if (!gone.Contains(key))
        {
            json.WriteString("reference", key.Value);
            return;
        }

        json.WriteString("type", key.Value[..key.Value.IndexOf('/', StringComparison.Ordinal)]);
        json.Object("identifier", identifier => identifier.Identifier(Her2Canonical.Source, key.Value));
    }
}
