using System.Text.Json;

namespace FhirHer2Bridge.Sandbox.Search;

/// <summary>Exact text: <c>url</c> of a definition, <c>_profile</c>.</summary>
internal sealed class UriParameter(string name, string[] types, params string[] paths) : SearchParameter(name, types)
{
    private readonly ElementPath[] _paths = [.. paths.Select(static path => new ElementPath(path))];

    public override string Kind => "uri";

    public override Func<StoredResource, bool> Compile(string value, string? modifier)
    {
        RefuseModifier(modifier);
        return row => _paths.SelectMany(path => path.Select(row)).Any(element =>
            element.ValueKind == JsonValueKind.String && element.ValueEquals(value));
    }
}

/// <summary><c>_id</c>; a list of them comes as alternatives.</summary>
internal sealed class IdParameter() : SearchParameter("_id", [])
{
    public override string Kind => "token";

    public override Func<StoredResource, bool> Compile(string value, string? modifier)
    {
        RefuseModifier(modifier);
        return row => string.Equals(row.Id, value, StringComparison.Ordinal);
    }
}
