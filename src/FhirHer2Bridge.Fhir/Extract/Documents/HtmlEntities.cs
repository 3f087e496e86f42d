using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;

namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>Character references: numbers, the names of HTML 4, and those names of HTML 5 that write what a score is written with.</summary>
internal static class HtmlEntities
{
    /// <summary>Longer than any reference that is known.</summary>
    private const int Longest = 32;

    /// <summary>Where windows-1252 has a letter, <c>&amp;#128;</c> to <c>&amp;#159;</c> mean it (HTML standard); else they are damage.</summary>
    private static readonly Rune Unknown = Rune.ReplacementChar;

    private static readonly FrozenDictionary<string, char> Marks = new (string Name, char Mark)[]
    {
        ("ast", '*'), ("apos", '\''), ("bsol", '\\'), ("colon", ':'), ("comma", ','), ("dash", '-'), ("equals", '='), ("excl", '!'),
        ("hyphen", '-'), ("lbrack", '['), ("lpar", '('), ("lsqb", '['), ("lowbar", '_'), ("NewLine", '\n'), ("num", '#'), ("percnt", '%'),
        ("period", '.'), ("plus", '+'), ("quest", '?'), ("rbrack", ']'), ("rpar", ')'), ("rsqb", ']'), ("semi", ';'), ("sol", '/'),
        ("Tab", '\t'), ("check", '\u2713'), ("cross", '\u2717'), ("leq", '\u2264'), ("geq", '\u2265'),
    }.ToFrozenDictionary(static pair => pair.Name, static pair => pair.Mark, StringComparer.Ordinal);

    /// <param name="text">Begins with an ampersand.</param>
    /// <returns>What it stands for, and how many characters it takes; an ampersand alone where it is no reference.</returns>
    public static (string Text, int Length) Read(ReadOnlySpan<char> text)
    {
        var span = text[..Math.Min(text.Length, Longest)];
        return span is ['&', '#', ..] ? Number(span) : Name(span);
    }

    private static (string Text, int Length) Number(ReadOnlySpan<char> text)
    {
        var isHex = text.Length > 2 && text[2] is 'x' or 'X';
        var from = isHex ? 3 : 2;
        var end = from;
        while (end < text.Length && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            end++;
        }

        if (end == from)
        {
            return ("&", 1);
        }

        var isRead = int.TryParse(text[from..end], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        return (Of(isRead ? value : -1).ToString(), end < text.Length && text[end] == ';' ? end + 1 : end);
    }

    private static Rune Of(int value) => value switch
    {
        >= 0x80 and <= 0x9F => CodePages.Numbered(CodePages.Western)?.Decode([(byte)value]) is [var letter] ? new Rune(letter) : Unknown,
        > 0 when Rune.IsValid(value) => new Rune(value),
        _ => Unknown,
    };

    private static (string Text, int Length) Name(ReadOnlySpan<char> text)
    {
        var end = 1;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        if (end == 1)
        {
            return ("&", 1);
        }

        var name = text[1..end].ToString();
        var length = end < text.Length && text[end] == ';' ? end + 1 : end;
        if (Marks.TryGetValue(name, out var mark) && length > end)
        {
            return (mark.ToString(), length);
        }

        var decoded = WebUtility.HtmlDecode($"&{name};");
        return decoded.Length < name.Length + 2 && decoded[0] != '&' ? (decoded, length) : name is "amp" or "AMP" ? ("&", length) : ("&", 1);
    }
}
