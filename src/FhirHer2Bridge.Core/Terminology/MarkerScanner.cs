using System.Text;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>
/// Marker names in running text, by hand and linear: at every start of a word each spelling is tried once, over its own
/// length. Case and full-width forms do not count, unless an entry says so.
/// </summary>
internal sealed class MarkerScanner(IEnumerable<MarkerEntry> entries)
{
    private readonly (MarkerEntry Entry, string Pattern)[] _spellings =
        [.. entries.SelectMany(entry => entry.Patterns.Select(pattern => (entry, pattern)))];

    /// <summary>The name of the first marker in the text, else null.</summary>
    public string? First(string text) => Next(text, 0)?.Name;

    /// <summary>The text with a space for every marker in it.</summary>
    public string Without(string text)
    {
        var rest = new StringBuilder(text.Length);
        var at = 0;
        while (Next(text, at) is var (_, start, end))
        {
            rest.Append(text, at, start - at).Append(' ');
            at = end;
        }

        return rest.Append(text, at, text.Length - at).ToString();
    }

    private (string? Name, int Start, int End)? Next(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (!IsStart(text, at))
            {
                continue;
            }

            foreach (var (entry, pattern) in _spellings)
            {
                if (EndOf(text, at, entry, pattern) is { } end)
                {
                    return (entry.Name, at, end);
                }
            }
        }

        return null;
    }

    /// <summary>Where the spelling that starts here ends; null: it does not stand here.</summary>
    private static int? EndOf(string text, int start, MarkerEntry entry, string pattern)
    {
        var at = start;
        var spaced = false;
        var joined = true;
        foreach (var expected in pattern)
        {
            if (expected == '|')
            {
                for (var gap = 0; gap < 2 && at < text.Length && IsGap(text[at]); gap++, at++)
                {
                    joined = false;
                    spaced |= char.IsWhiteSpace(text[at]);
                }
            }
            else if (at == text.Length || Fold(text[at], entry.ExactCase) != expected)
            {
                return null;
            }
            else
            {
                at++;
            }
        }

        return IsEnd(text, at, entry.LettersMayFollow && joined)
            && !(entry.Pronoun && spaced && PronounReading.IsLikely(text.AsSpan(start, at - start), text.AsSpan(at)))
            ? at
            : null;
    }

    private static bool IsStart(string text, int at) =>
        IsWord(text[at])
        && (at == 0 || !IsWord(text[at - 1]) || (char.IsLower(text[at - 1]) && char.IsUpper(text[at])));

    private static bool IsEnd(string text, int at, bool lettersMayFollow) =>
        at == text.Length || !IsWord(text[at]) || (lettersMayFollow && char.IsLetter(text[at]));

    private static bool IsWord(char c) => char.IsLetterOrDigit(TextFold.Width(c)) && !TextFold.IsEastAsian(TextFold.Width(c));

    private static bool IsGap(char c) =>
        char.IsWhiteSpace(c) || TextFold.IsSilent(c) || c is '-' or '_' or '/' or '\u2212' or '\uff0d' or (>= '\u2010' and <= '\u2015');

    private static char Fold(char c, bool exactCase) => exactCase ? TextFold.Width(c) : TextFold.Lower(c);
}
