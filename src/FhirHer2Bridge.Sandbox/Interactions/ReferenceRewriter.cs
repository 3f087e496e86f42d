using System.Text.Json.Nodes;

namespace FhirHer2Bridge.Sandbox.Interactions;

/// <summary>
/// Puts the ids a transaction gives in place of the names its entries use for each other (R4 http.html#trules).
/// </summary>
/// <param name="names">fullUrl → <c>Type/id</c>.</param>
/// <param name="find">Resolves <c>Type?query</c>; null where none or several match: the reference stays.</param>
internal sealed class ReferenceRewriter(IReadOnlyDictionary<string, string> names, Func<string, string?> find)
{
    public void Rewrite(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (Replacement(items[i], null) is { } text)
                    {
                        items[i] = text;
                    }
                    else
                    {
                        Rewrite(items[i]);
                    }
                }

                break;
            case JsonObject properties:
                foreach (var (name, value) in properties.ToArray())
                {
                    if (Replacement(value, name) is { } text)
                    {
                        properties[name] = text;
                    }
                    else
                    {
                        Rewrite(value);
                    }
                }

                break;
        }
    }

    private string? Replacement(JsonNode? node, string? property)
    {
        // "value" is where an identifier keeps a urn:uuid of its own, which must stay what it is.
        if (node is not JsonValue value || property is "value" || !value.TryGetValue(out string? text))
        {
            return null;
        }

        if (names.TryGetValue(text, out var reference))
        {
            return reference;
        }

        return property is "reference" && text.Contains('?', StringComparison.Ordinal) ? find(text) : null;
    }
}
