using System.Text.Json;

namespace FhirHer2Bridge.Fhir.R4;

/// <summary>
/// Reads a Reference in all its forms (fhir-design 1.1, 6): contained, Bundle-internal, relative, versioned, absolute, by
/// identifier, by display. An address on another server is never followed: it stays unresolved.
/// </summary>
/// <param name="container">The resource the reference stands in ("Observation/o1").</param>
/// <param name="baseUrl">The configured base with a trailing slash.</param>
/// <param name="fullUrls">Bundle-internal names to "Type/id".</param>
internal sealed class ReferenceReader(string container, string? baseUrl, IReadOnlyDictionary<string, string>? fullUrls)
{
    public ReferenceView Read(JsonElement reference)
    {
        var identifier = reference.Member("identifier");
        var view = Literal(reference.Text("reference")) with { Display = reference.Text("display") };
        return view.IdentifierValue is null && identifier.Text("value") is { } value
            ? view with { IdentifierSystem = identifier.Text("system"), IdentifierValue = value }
            : view;
    }

    private ReferenceView Literal(string? literal)
    {
        if (literal is null)
        {
            return new ReferenceView();
        }

        if (literal[0] == '#')
        {
            return new ReferenceView { Key = literal.Length == 1 ? container : container + literal, ContainedId = literal[1..] };
        }

        if (fullUrls is not null && fullUrls.TryGetValue(literal, out var known))
        {
            return new ReferenceView { Key = known };
        }

        var relative = baseUrl is not null && literal.StartsWith(baseUrl, StringComparison.OrdinalIgnoreCase)
            ? literal[baseUrl.Length..]
            : literal;
        return Relative(relative) ?? Conditional(relative) ?? VersionedFullUrl(literal) ?? new ReferenceView { IsElsewhere = true };
    }

    private ReferenceView? VersionedFullUrl(string literal)
    {
        var history = literal.IndexOf("/_history/", StringComparison.Ordinal);
        return history > 0 && fullUrls is not null && fullUrls.TryGetValue(literal[..history], out var known)
            ? new ReferenceView { Key = known }
            : null;
    }

    private static ReferenceView? Relative(string literal)
    {
        var parts = literal.Split('/');
        var isRelative = parts.Length is 2 || (parts.Length is 4 && parts[2] is "_history");
        return isRelative && IsType(parts[0]) && IsId(parts[1]) ? new ReferenceView { Key = $"{parts[0]}/{parts[1]}" } : null;
    }

    /// <summary>"Patient?identifier=system|value", as bulk files and transactions write it.</summary>
    private static ReferenceView? Conditional(string literal)
    {
        const string Query = "?identifier=";
        var at = literal.IndexOf(Query, StringComparison.Ordinal);
        if (at <= 0 || !IsType(literal[..at]))
        {
            return null;
        }

        var token = Uri.UnescapeDataString(literal[(at + Query.Length)..]);
        var bar = token.IndexOf('|', StringComparison.Ordinal);
        var value = token[(bar + 1)..];
        return value.Length == 0 || value.Contains('&', StringComparison.Ordinal)
            ? null
            : new ReferenceView { IdentifierSystem = bar > 0 ? token[..bar] : null, IdentifierValue = value };
    }

    private static bool IsType(string text) => text.Length > 1 && char.IsAsciiLetterUpper(text[0]) && text.All(char.IsAsciiLetter);

    private static bool IsId(string text) =>
        text.Length is > 0 and <= 64 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');
}

/// <summary>Where a reference points, as far as it can be told without asking a server.</summary>
internal sealed record ReferenceView
{
    /// <summary>"Type/id", or "Type/id#inner" for a contained resource; null where the literal does not say.</summary>
    public string? Key { get; init; }

    public string? ContainedId { get; init; }

    /// <summary>A literal was there, and it lies outside what is known.</summary>
    public bool IsElsewhere { get; init; }

    public string? IdentifierSystem { get; init; }

    public string? IdentifierValue { get; init; }

    public string? Display { get; init; }

    public bool IsOfType(string type) =>
        Key is not null && ContainedId is null && Key.StartsWith(type + "/", StringComparison.Ordinal);
}
