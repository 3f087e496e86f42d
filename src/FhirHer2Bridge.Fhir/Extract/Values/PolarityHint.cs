using System.Text.RegularExpressions;
using FhirHer2Bridge.Fhir.Extract.Text;

namespace FhirHer2Bridge.Fhir.Extract.Values;

/// <summary>
/// Which way a display points that is no closed form ("… gene amplification detected (finding)"). Never a result: only held
/// against the known code beside it.
/// </summary>
internal static partial class PolarityHint
{
    public static int Of(string words)
    {
        var folded = TextFolding.Fold(words.Length > 300 ? words[..300] : words);
        var rest = Against().Replace(folded, " ");
        var isAgainst = rest.Length != folded.Length;
        return (isAgainst, For().IsMatch(rest)) switch
        {
            (true, false) => -1,
            (false, true) => 1,
            _ => 0,
        };
    }

    [GeneratedRegex(
        @"\b(negativ\w*|negatif|absent|(not|non|nicht|no) ?-?(\w+ )?(detected|amplified|amplifiziert|amplification|present|positive|overexpressed))\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Against();

    [GeneratedRegex(
        @"\b(positiv\w*|positif|detected|amplified|amplifiziert|present|overexpressed)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex For();
}
