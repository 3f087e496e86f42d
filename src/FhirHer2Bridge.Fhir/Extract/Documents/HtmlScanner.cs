using System.Buffers;

namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>Cuts HTML into text and tags, as browsers do. Never looks at a character twice but to find an end that is there.</summary>
internal ref struct HtmlScanner(ReadOnlySpan<char> html)
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");

    private readonly ReadOnlySpan<char> _html = html;
    private int _at;

    /// <summary>Text as written, or what stands between the name of a tag and its closing bracket.</summary>
    public ReadOnlySpan<char> Content { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public HtmlPiece Piece { get; private set; }

    /// <summary>Is there a tag or a comment at all? Words alone that are called HTML keep their lines.</summary>
    public static bool HasMarkup(ReadOnlySpan<char> html)
    {
        for (var open = html.IndexOf('<'); open >= 0 && open + 1 < html.Length; open = html.IndexOf('<'))
        {
            html = html[(open + 1)..];
            if (char.IsAsciiLetter(html[0]) || html[0] is '/' or '!' or '?')
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>False: the end.</returns>
    public bool Next()
    {
        if (_at >= _html.Length)
        {
            return false;
        }

        var rest = _html[_at..];
        Piece = rest switch
        {
            ['<', '!', '-', '-', ..] => Skip(rest, rest.StartsWith("<!-->") ? 2 : 4, "-->"),
            ['<', '!', '[', 'C', 'D', 'A', 'T', 'A', '[', ..] => Verbatim(rest),
            ['<', '!' or '?', ..] => Skip(rest, 2, ">"),
            ['<', '/', >= 'a' and <= 'z' or >= 'A' and <= 'Z', ..] => Tag(rest, 2, HtmlPiece.EndTag),
            ['<', '/', ..] => Skip(rest, 2, ">"),
            ['<', >= 'a' and <= 'z' or >= 'A' and <= 'Z', ..] => Tag(rest, 1, HtmlPiece.StartTag),
            _ => Text(rest),
        };
        return true;
    }

    /// <summary>Leaves out everything up to the end tag of an element whose content is no markup.</summary>
    /// <returns>False: it has none.</returns>
    public bool SkipRaw(string name)
    {
        for (var end = "</" + name; ;)
        {
            var found = _html[_at..].IndexOf(end, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return false;
            }

            _at += found;
            if (_at + end.Length < _html.Length && _html[_at + end.Length] is '>' or '/' or ' ' or '\t' or '\r' or '\n' or '\f')
            {
                return true;
            }

            _at += end.Length;
        }
    }

    private HtmlPiece Text(ReadOnlySpan<char> rest)
    {
        var end = rest[1..].IndexOf('<');
        Content = end < 0 ? rest : rest[..(end + 1)];
        _at += Content.Length;
        return HtmlPiece.Text;
    }

    /// <summary>A comment, doctype or instruction: an empty piece of text.</summary>
    private HtmlPiece Skip(ReadOnlySpan<char> rest, int from, string end)
    {
        var found = rest[from..].IndexOf(end, StringComparison.Ordinal);
        Content = [];
        _at += found < 0 ? rest.Length : from + found + end.Length;
        return found < 0 ? HtmlPiece.Broken : HtmlPiece.Text;
    }

    private HtmlPiece Verbatim(ReadOnlySpan<char> rest)
    {
        const int From = 9;
        var found = rest[From..].IndexOf("]]>", StringComparison.Ordinal);
        Content = found < 0 ? [] : rest.Slice(From, found);
        _at += found < 0 ? rest.Length : From + found + 3;
        return found < 0 ? HtmlPiece.Broken : HtmlPiece.Verbatim;
    }

    private HtmlPiece Tag(ReadOnlySpan<char> rest, int from, HtmlPiece piece)
    {
        var name = rest[from..];
        var length = name.IndexOfAny(NameEnds);
        name = length < 0 ? name : name[..length];
        var end = End(rest, from + name.Length);
        if (end < 0)
        {
            _at = _html.Length;
            return HtmlPiece.Broken;
        }

        Name = name[(name.LastIndexOf(':') + 1)..].ToString().ToLowerInvariant();
        Content = rest[(from + name.Length)..end];
        _at += end + 1;
        return piece;
    }

    /// <summary>The bracket that ends a tag: one within a quoted value does not.</summary>
    private static int End(ReadOnlySpan<char> rest, int from)
    {
        for (var at = from; at < rest.Length; at++)
        {
            if (rest[at] == '>')
            {
                return at;
            }

            if (rest[at] == '=')
            {
                var value = at + 1 + (rest[(at + 1)..].Length - rest[(at + 1)..].TrimStart(" \t\r\n\f").Length);
                if (value < rest.Length && rest[value] is '"' or '\'')
                {
                    var close = rest[(value + 1)..].IndexOf(rest[value]);
                    if (close < 0)
                    {
                        return -1;
                    }

                    at = value + 1 + close;
                }
                else
                {
                    at = value - 1;
                }
            }
        }

        return -1;
    }
}
