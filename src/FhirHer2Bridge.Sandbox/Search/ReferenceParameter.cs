using System.Text.Json;
using FhirHer2Bridge.Sandbox.Json;

namespace FhirHer2Bridge.Sandbox.Search;

/// <summary>References: <c>p1</c>, <c>Patient/p1</c>, <c>:Patient=p1</c>, <c>:identifier=system|value</c>.</summary>
/// <param name="name">As in the query string.</param>
/// <param name="target">The only type it may point to, or null.</param>
/// <param name="types">Resource types that have it.</param>
/// <param name="paths">Where the references stand.</param>
internal sealed class ReferenceParameter(string name, string? target, string[] types, params string[] paths)
    : SearchParameter(name, types)
{
    private readonly ElementPath[] _paths = [.. paths.Select(static path => new ElementPath(path))];

    public override string Kind => "reference";

    public override Func<StoredResource, bool> Compile(string value, string? modifier)
    {
        if (modifier is "identifier")
        {
            var wanted = Token.Parse(value);
            return row => At(row).Any(reference =>
                reference.ValueKind == JsonValueKind.Object
                && reference.TryGetProperty("identifier", out var identifier)
                && Token.Of(identifier).Any(wanted.Matches));
        }

        if (modifier is not null && !Http.ResourceTypes.All.Contains(modifier))
        {
            RefuseModifier(modifier);
        }

        var type = modifier ?? target;
        var asked = value.Contains('/', StringComparison.Ordinal) ? value : null;
        return row => At(row).Select(static r => FhirJson.Text(r, "reference")).OfType<string>().Any(reference =>
            Unversioned(reference) is var literal
            && (type is null || literal.StartsWith(type + "/", StringComparison.Ordinal))
            && (asked is null
                ? literal.EndsWith("/" + value, StringComparison.Ordinal) && literal.Count(static c => c == '/') == 1
                : string.Equals(literal, asked, StringComparison.Ordinal)));
    }

    private static string Unversioned(string reference) =>
        reference.IndexOf("/_history/", StringComparison.Ordinal) is > 0 and var at ? reference[..at] : reference;

    private IEnumerable<JsonElement> At(StoredResource row) => _paths.SelectMany(path => path.Select(row));
}
