using System.Text.Json;
using FhirHer2Bridge.Sandbox.Json;

namespace FhirHer2Bridge.Sandbox.Search;

/// <summary>Codes and identifiers: <c>system|code</c>, <c>|code</c> (no system), <c>code</c>, <c>system|</c>.</summary>
internal sealed class TokenParameter(string name, string[] types, params string[] paths) : SearchParameter(name, types)
{
    private readonly ElementPath[] _paths = [.. paths.Select(static path => new ElementPath(path))];

    public override string Kind => "token";

    public override Func<StoredResource, bool> Compile(string value, string? modifier)
    {
        RefuseModifier(modifier);
        var wanted = Token.Parse(value);
        return row => _paths.SelectMany(path => path.Select(row)).SelectMany(Token.Of).Any(wanted.Matches);
    }
}

/// <summary>A code with its system; as a pattern, a null part matches anything.</summary>
internal sealed record Token(string? System, string? Code)
{
    public static Token Parse(string value) => value.Split('|', 2) switch
    {
        [var system, ""] => new(system, null),
        [var system, var code] => new(system, code),
        _ => new(null, value),
    };

    /// <summary>The tokens of a CodeableConcept, Coding, Identifier, code or boolean.</summary>
    public static IEnumerable<Token> Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [new(string.Empty, element.GetString())],
        JsonValueKind.True or JsonValueKind.False => [new(string.Empty, element.GetRawText())],
        JsonValueKind.Object when element.TryGetProperty("coding", out var codings)
            && codings.ValueKind == JsonValueKind.Array => codings.EnumerateArray().SelectMany(Of),
        JsonValueKind.Object => [new(
            FhirJson.Text(element, "system") ?? string.Empty,
            FhirJson.Text(element, "code") ?? FhirJson.Text(element, "value"))],
        _ => [],
    };

    public bool Matches(Token actual) =>
        (System is null || string.Equals(System, actual.System, StringComparison.Ordinal))
        && (Code is null || string.Equals(Code, actual.Code, StringComparison.Ordinal));
}
