using System.Text.Json;

namespace FhirHer2Bridge.Fhir.R4;

/// <summary>Looks into JSON without ever throwing: what is absent, or of another kind, is simply not there.</summary>
internal static class JsonView
{
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    public static bool Has(this JsonElement element, string name) =>
        element.Member(name).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>The string itself; null for any other kind and for an empty one.</summary>
    public static string? AsText(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : null;

    public static string? Text(this JsonElement element, string name) => element.Member(name).AsText();

    public static bool? Flag(this JsonElement element, string name) => element.Member(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static decimal? Number(this JsonElement element, string name)
    {
        var member = element.Member(name);
        return member.ValueKind == JsonValueKind.Number && member.TryGetDecimal(out var value) ? value : null;
    }

    /// <summary>Members of a list. A lone object where a list belongs counts as a list of one (seen on real servers).</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name)
    {
        var member = element.Member(name);
        return member.ValueKind switch
        {
            JsonValueKind.Array => member.EnumerateArray(),
            JsonValueKind.Object => [member],
            _ => [],
        };
    }
}
