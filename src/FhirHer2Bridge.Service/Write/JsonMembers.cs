using System.Text.Json;

namespace FhirHer2Bridge.Service.Write;

/// <summary>Members of a server's answer; a wrong shape reads as absent.</summary>
internal static class JsonMembers
{
    internal static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    internal static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    internal static IEnumerable<JsonElement> Items(this JsonElement element, string name)
    {
        if (element.Member(name) is { ValueKind: JsonValueKind.Array } list)
        {
            foreach (var item in list.EnumerateArray())
            {
                yield return item;
            }
        }
    }
}
