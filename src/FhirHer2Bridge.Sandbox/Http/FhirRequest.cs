using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace FhirHer2Bridge.Sandbox.Http;

/// <summary>One request without its transport: from a socket or from an entry of a Bundle.</summary>
internal sealed record FhirRequest(
    string Method, string Base, string Path, IReadOnlyList<Parameter> Parameters, JsonObject? Body)
{
    public string[] Segments { get; } = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public string? IfMatch { get; init; }

    public string? IfNoneExist { get; init; }

    public string? IfNoneMatch { get; init; }

    public string? Prefer { get; init; }

    /// <summary>The id a transaction promised this create, so that references could be rewritten first.</summary>
    public string? PromisedId { get; init; }

    public string? Parameter(string name) =>
        Parameters.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.Ordinal))?.Value;

    public bool Prefers(string what) => Prefer?.Contains(what, StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>One search or form parameter, decoded.</summary>
internal sealed record Parameter(string Name, string Value)
{
    /// <summary>Decodes <c>a=b&amp;c=d</c> as forms do: an unescaped plus is a space.</summary>
    public static IReadOnlyList<Parameter> Decode(string query)
    {
        var decoded = new List<Parameter>();
        foreach (var pair in new QueryStringEnumerable(query))
        {
            decoded.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return decoded;
    }
}
