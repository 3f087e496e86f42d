namespace FhirHer2Bridge.Core.Terminology;

/// <summary>"her 2-month follow-up", "Her 2 daughters": the pronoun with a number, not the marker.</summary>
internal static class PronounReading
{
    /// <summary>What follows a count of time or people, also in a text written in capitals.</summary>
    private static readonly string[] Counted =
        ["year", "yr", "month", "week", "wk", "day", "hour", "daughter", "son", "child", "kid", "sister", "brother"];

    /// <summary>How a word begins that can only follow the marker: what is tested, how, and what was found.</summary>
    private static readonly string[] Resulting =
    [
        "neu", "pos", "neg", "equiv", "ampl", "over", "sobre", "indet", "low", "score", "stat", "gene ", "ihc", "ihq", "fish", "sish", "cish", "ish",
    ];

    /// <param name="mention">As written ("HER 2").</param>
    /// <param name="rest">The text after it.</param>
    public static bool IsLikely(ReadOnlySpan<char> mention, ReadOnlySpan<char> rest)
    {
        var hasNext = rest.Length > 1 && (char.IsWhiteSpace(rest[0]) || rest[0] is '-' or '\u2010' or '\u2011');
        if (!hasNext)
        {
            return false;
        }

        var next = rest[1..];
        if (StartsWithAny(next, Counted))
        {
            return true;
        }

        var isUpper = char.IsUpper(mention[0]) && char.IsUpper(mention[1]) && char.IsUpper(mention[2]);
        return !isUpper && !StartsWithAny(next, Resulting) && (char.IsLetter(next[0]) ? !TextFold.IsEastAsian(next[0]) : IsPlainNumber(next));
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] starts)
    {
        foreach (var start in starts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"2 4-cm nodules", but not a score ("her 2 3+").</summary>
    private static bool IsPlainNumber(ReadOnlySpan<char> next) =>
        char.IsAsciiDigit(next[0]) && (next.Length == 1 || next[1] is not ('+' or '\uff0b'));
}
