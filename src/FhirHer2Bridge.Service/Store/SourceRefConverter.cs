using System.Text.Json;
using System.Text.Json.Serialization;
using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Service.Store;

/// <summary>[type, id, version or null, path].</summary>
internal sealed class SourceRefConverter : JsonConverter<SourceRef>
{
    public override SourceRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<string?[]>(ref reader, options) is [{ } type, { } id, var version, { } path]
            ? new SourceRef(type, id, version, path)
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, SourceRef value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize<string?[]>(writer, [value.ResourceType, value.Id, value.VersionId, value.Path], options);
}
