namespace FhirHer2Bridge.Core.Terminology;

/// <summary>
/// One character to its plain form: full-width and raised digits to ASCII, Latin diacritics away, lower case. By hand, as
/// Unicode normalisation does nothing in globalisation-invariant mode.
/// </summary>
public static class TextFold
{
    private const string Accented = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšţťŧùúûüũūŭůűųŵýÿŷźżž";
    private const string Plain = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssstttuuuuuuuuuuwyyyzzz";

    public static char Lower(char c)
    {
        var lower = char.ToLowerInvariant(Width(c));
        var at = lower < '\u00e0' ? -1 : Accented.IndexOf(lower, StringComparison.Ordinal);
        return at < 0 ? lower : Plain[at];
    }

    /// <summary>Full-width, superscript and subscript forms to ASCII; keeps the case.</summary>
    public static char Width(char c) => c switch
    {
        >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
        '\u00b2' => '2',
        '\u00b3' => '3',
        '\u00b9' => '1',
        '\u2070' => '0',
        >= '\u2074' and <= '\u2079' => (char)('4' + (c - '\u2074')),
        >= '\u2080' and <= '\u2089' => (char)('0' + (c - '\u2080')),
        _ => c,
    };

    /// <summary>Combining accents and characters without width: as if not there.</summary>
    public static bool IsSilent(char c) => c is (>= '\u0300' and <= '\u036f') or '\u00ad' or (>= '\u200b' and <= '\u200d');

    /// <summary>Two letters together, or one that is a word by itself.</summary>
    public static bool HasWord(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var isLetter = char.IsLetter(text[at]);
            if (isLetter && (IsEastAsian(Width(text[at])) || (at + 1 < text.Length && char.IsLetter(text[at + 1]))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Han, kana and Hangul stand without spaces: a Latin word may end where they begin.</summary>
    public static bool IsEastAsian(char c) => c is (>= '\u1100' and <= '\u11ff') or (>= '\u2e80' and <= '\uffdc');
}
