using System.Text.RegularExpressions;

namespace FhirHer2Bridge.Fhir.Extract.Text;

/// <summary>
/// Reads a text only if the whole of it is one of the closed forms of domain 2a ("HER2 negative (IHC 0).", "2+", "Positive
/// (HER2 amplified)"). One word that is not understood, or two that disagree, and nothing is read.
/// </summary>
internal static partial class ClosedFormTextReader
{
    /// <summary>Longer than any closed form; keeps the pattern's work bounded.</summary>
    public const int LongestForm = 200;

    public static TextReading? Read(string text)
    {
        if (text.Length > LongestForm)
        {
            return null;
        }

        var form = TextFolding.Fold(text);
        var statements = new FormStatements();
        for (var at = 0; at < form.Length;)
        {
            var token = Token().Match(form, at);
            if (!token.Success || token.Length == 0 || !statements.Take(Word(token), token.ValueSpan))
            {
                return null;
            }

            at += token.Length;
        }

        return statements.ToReading();
    }

    private const string Name =
        @"(?<name>(her ?-?2(( ?[/-] ?| )?neu)?|c-? ?erb-? ?b-?2|erbb-?2|human epidermal growth factor receptor 2)(?!\d)( (gene|protein|oncoprotein|receptor|status|result|expression|score))*)";

    private const string IhcWord = @"(ihc|immunohistochemi\w+|immunhistochemi\w+|immune stain|immunostain(ing)?)";

    private const string IshWord = @"((dual[ -])?(d?d|f|c|s)?ish|(fluorescence )?in[ -]situ[ -]hybridi[sz]ation)";

    private const string NgsWord = @"(ngs|next[ -]generation sequencing)";

    private const string Undone = @"((was |is )?not (done|performed|indicated|tested)|nicht durchgefuehrt|nicht durchgeführt)";

    private const string Pattern =
        @"\G(" +
        "(?<none>(" + IhcWord + "|" + IshWord + "|" + NgsWord + @") " + Undone + ")" +
        "|(?<awaited>(" + IhcWord + "|" + IshWord + "|" + NgsWord + ") (is )?(pending|awaited))" +
        "|(?<undone>" + Undone + ")" +
        "|(?<pending>(result )?(is )?pending)" +
        "|(?<gap>[ ,;:=.()\\[\\]/]+(- )?|-(?=[a-z]))" +
        "|" + Name +
        "|(?<ihc>(by )?" + IhcWord + "( (score|test|result|stain|staining))?)" +
        "|(?<ish>(by )?" + IshWord + "( (test|result))?)" +
        "|(?<ngs>(by )?" + NgsWord + ")" +
        "|(?<weak>weakly positive|weak positive|schwach positiv)" +
        @"|(?<unamp>((not|non|nicht)[ -]?|un)(gene )?(amplified|amplifiziert)|no (gene )?amplification( detected)?|(gene )?amplification (not detected|absent|negative))" +
        @"|(?<amp>(gene )?amplified|amplifiziert|(gene )?amplification (detected|present|positive))" +
        @"|(?<unover>(not|non)[ -]?over-?expressed|no over-?expression)" +
        @"|(?<over>over-?expressed|over-?expression)" +
        @"|(?<pos>positiv(e|o|a)?|positif|positive)" +
        @"|(?<neg>negativ(e|o|a)?|négatif|negatif)" +
        @"|(?<equ>equivocal|equ[ií]voc[oa]|äquivokal|grenzwertig)" +
        @"|(?<ind>indeterminate|inconclusive|indeterminado)" +
        @"|(?<ultra>ultra-?low)" +
        @"|(?<low>low)" +
        @"|(?<score>(score ?:? ?)?[0-3] ?\+(?!\+)|score ?:? ?[0-3])" +
        @"|(?<digit>[0-3])" +
        @"|(?<plus>\+{2,3}(?!\+))" +
        @"|(?<minus>-(?=( ?[),;/\]])|$))" +
        @")((?<=[^\p{L}\p{N}])|(?![\p{L}\p{N}]))";

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    private static string Word(Match token) => token.Groups.Values.Skip(1).First(static group => group.Success).Name;
}
