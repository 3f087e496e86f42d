using System.Buffers;

namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>One tag of HTML: its name in lower case, and its attributes, found when asked for.</summary>
/// <param name="name">In lower case, without a prefix ("o:p" is "p").</param>
/// <param name="attributes">What stands between the name and the closing bracket.</param>
internal readonly ref struct HtmlTag(string name, ReadOnlySpan<char> attributes)
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/=");

    private readonly ReadOnlySpan<char> _attributes = attributes;

    public string Name { get; } = name;

    /// <summary>The tag opens nothing ("&lt;td/&gt;" of XHTML).</summary>
    public bool IsEmpty => _attributes is [.., '/'];

    /// <returns>Its value; empty where it has none; null: no such attribute.</returns>
    public string? Attribute(string wanted)
    {
        for (var rest = _attributes; !rest.IsEmpty;)
        {
            rest = rest.TrimStart(" \t\r\n\f/");
            var end = rest.IndexOfAny(NameEnds);
            var found = end < 0 ? rest : rest[..end];
            rest = rest[found.Length..].TrimStart(" \t\r\n\f");
            var value = ReadOnlySpan<char>.Empty;
            if (rest is ['=', ..])
            {
                rest = Value(rest[1..].TrimStart(" \t\r\n\f"), out value);
            }

            if (found.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            {
                return value.ToString();
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> rest, out ReadOnlySpan<char> value)
    {
        if (rest is ['"' or '\'', ..])
        {
            var close = rest[1..].IndexOf(rest[0]);
            value = close < 0 ? rest[1..] : rest.Slice(1, close);
            return close < 0 ? [] : rest[(close + 2)..];
        }

        var end = rest.IndexOfAny(" \t\r\n\f");
        value = end < 0 ? rest : rest[..end];
        return rest[value.Length..];
    }
}
