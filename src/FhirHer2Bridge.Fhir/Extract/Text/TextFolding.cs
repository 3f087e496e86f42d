using System.Text;

namespace FhirHer2Bridge.Fhir.Extract.Text;

/// <summary>Brings the spellings of one character together: dashes and minus signs, full-width forms, case, runs of blanks.</summary>
internal static class TextFolding
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var one = Fold(character);
            if (one != ' ' || (folded.Length > 0 && folded[^1] != ' '))
            {
                folded.Append(one);
            }
        }

        return folded.ToString().TrimEnd(' ', '.', ';', ',').ToLowerInvariant();
    }

    private static char Fold(char character) => character switch
    {
        '\u2212' or '\uFE63' or '\u00AD' or (>= '\u2010' and <= '\u2015') => '-',
        '\uFE62' => '+',
        >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
        _ when char.IsWhiteSpace(character) => ' ',
        _ => character,
    };
}
