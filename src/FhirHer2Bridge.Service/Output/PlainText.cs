using System.Globalization;
using System.Text;

namespace FhirHer2Bridge.Service.Output;

/// <summary>
/// Text of a source made fit for a screen: a laboratory's string must not move a terminal's cursor, turn the reading direction
/// around, or break a picture's XML.
/// </summary>
internal static class PlainText
{
    /// <summary>Line breaks become spaces, other control and direction characters U+FFFD.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value is '\n' or '\r' or '\t' ? " " : IsShown(rune) ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }

    /// <summary>At most <paramref name="length"/> characters, an ellipsis where something was cut.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var cut = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..cut].TrimEnd() + "…";
    }

    /// <summary>Lines of at most <paramref name="length"/> characters, broken at spaces; a longer word is cut.</summary>
    public static IEnumerable<string> Wrap(string text, int length)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, length)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > length)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    private static IEnumerable<string> Pieces(string word, int length)
    {
        var start = 0;
        while (word.Length - start > length)
        {
            var end = start + length - (char.IsHighSurrogate(word[start + length - 1]) ? 1 : 0);
            yield return word[start..end];
            start = end;
        }

        yield return word[start..];
    }

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && rune.Value is not (0xFFFE or 0xFFFF);
}
