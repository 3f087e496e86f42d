using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FhirHer2Bridge.Sandbox;

/// <summary>One version of one resource; immutable and safe to read from any thread.</summary>
/// <param name="Type">Resource type.</param>
/// <param name="Id">Logical id.</param>
/// <param name="Version">1 for the first; a delete counts as one.</param>
/// <param name="LastUpdated">Commit time by the sandbox's clock, whole milliseconds.</param>
/// <param name="Json">The resource with its meta as served; null where this version is a delete.</param>
public sealed record StoredResource(string Type, string Id, int Version, DateTimeOffset LastUpdated, JsonElement? Json)
{
    public bool Deleted => Json is null;

    /// <summary><c>Type/id</c>.</summary>
    public string Reference => $"{Type}/{Id}";

    /// <summary>The weak entity tag of this version.</summary>
    public string ETag => string.Create(CultureInfo.InvariantCulture, $"W/\"{Version}\"");

    /// <summary>A fresh, changeable copy; numbers keep their written digits.</summary>
    /// <exception cref="InvalidOperationException">This version is a delete.</exception>
    public JsonObject ToNode() =>
        Json is { } json && JsonObject.Create(json) is { } node
            ? node
            : throw new InvalidOperationException("a deleted version has no content");
}
