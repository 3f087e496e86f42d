using System.Text.Json;

namespace FhirHer2Bridge.Sandbox.Search;

/// <summary>Walks <c>meta.tag</c> through objects and arrays and gives every element at its end.</summary>
internal sealed class ElementPath(string path)
{
    private readonly string[] _steps = path.Split('.');

    public IEnumerable<JsonElement> Select(StoredResource row) => row.Json is { } json ? Walk(json, 0) : [];

    private IEnumerable<JsonElement> Walk(JsonElement element, int step) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Walk(item, step)),
        _ when step == _steps.Length => [element],
        JsonValueKind.Object when element.TryGetProperty(_steps[step], out var next) => Walk(next, step + 1),
        _ => [],
    };
}
