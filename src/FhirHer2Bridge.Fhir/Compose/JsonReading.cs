using System.Text.Json;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Compose;

/// <summary>Reading back what a server made of our resources; a wrong shape reads as absent.</summary>
internal static class JsonReading
{
    internal static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    internal static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    internal static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The code of <paramref name="system"/> in the CodeableConcept called <paramref name="name"/>.</summary>
    internal static string? CodeOf(this JsonElement element, string name, string system) =>
        element.Member(name) is { } concept
            ? concept.Items("coding")
                .FirstOrDefault(coding => string.Equals(coding.Text("system"), system, StringComparison.Ordinal))
                .Text("code")
            : null;

    /// <summary>"Type/id" of a Reference: literal (relative, absolute, versioned), or our identifier of a source.</summary>
    internal static string? ReferredTo(this JsonElement reference)
    {
        if (reference.Text("reference") is { } literal)
        {
            return Name(literal);
        }

        return reference.Member("identifier") is { } identifier && identifier.Text("system") is Her2Canonical.Source
            ? identifier.Text("value")
            : null;
    }

    private static string Name(string literal)
    {
        var history = literal.IndexOf("/_history/", StringComparison.Ordinal);
        var unversioned = history < 0 ? literal : literal[..history];
        var parts = unversioned.Split('/');
        return parts.Length > 2 ? $"{parts[^2]}/{parts[^1]}" : unversioned;
    }
}
