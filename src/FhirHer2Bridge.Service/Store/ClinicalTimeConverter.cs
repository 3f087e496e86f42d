using System.Text.Json;
using System.Text.Json.Serialization;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Service.Store;

/// <summary>[earliest, latestExclusive, precision, literal]: by position, so that no part can be missing.</summary>
internal sealed class ClinicalTimeConverter : JsonConverter<ClinicalTime>
{
    public override ClinicalTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts = JsonElement.ParseValue(ref reader);
        if (parts.ValueKind != JsonValueKind.Array || parts.GetArrayLength() != 4)
        {
            throw new JsonException();
        }

        var earliest = parts[0].Deserialize<DateTimeOffset>(options);
        var latest = parts[1].Deserialize<DateTimeOffset>(options);
        var literal = parts[3].Deserialize<string>(options);
        return latest > earliest && literal is not null
            ? new ClinicalTime(earliest, latest, parts[2].Deserialize<TimePrecision>(options), literal)
            : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, ClinicalTime value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.Earliest);
        writer.WriteStringValue(value.LatestExclusive);
        JsonSerializer.Serialize(writer, value.Precision, options);
        writer.WriteStringValue(value.Literal);
        writer.WriteEndArray();
    }
}
