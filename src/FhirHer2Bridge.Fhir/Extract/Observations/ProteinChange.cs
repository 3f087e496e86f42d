using System.Text.RegularExpressions;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>A protein change in one-letter form: p.Ser774Gly, p.(Ser774Gly), NP_005226.3:p.Ser774Gly and S774G are all "S774G".</summary>
internal static partial class ProteinChange
{
    private static readonly Dictionary<string, string> Letters = new(StringComparer.Ordinal)
    {
        ["Ala"] = "A",
        ["Arg"] = "R",
        ["Asn"] = "N",
        ["Asp"] = "D",
        ["Cys"] = "C",
        ["Gln"] = "Q",
        ["Glu"] = "E",
        ["Gly"] = "G",
        ["His"] = "H",
        ["Ile"] = "I",
        ["Leu"] = "L",
        ["Lys"] = "K",
        ["Met"] = "M",
        ["Phe"] = "F",
        ["Pro"] = "P",
        ["Ser"] = "S",
        ["Thr"] = "T",
        ["Trp"] = "W",
        ["Tyr"] = "Y",
        ["Val"] = "V",
        ["Ter"] = "*",
    };

    /// <summary>Null: the words are no single protein change, or "p.?".</summary>
    public static string? Of(string words)
    {
        if (words.Length > 120)
        {
            return null;
        }

        var change = words[(words.LastIndexOf(':') + 1)..].Trim();
        change = change.StartsWith("p.", StringComparison.Ordinal) ? change[2..] : change;
        change = change.Replace("(", string.Empty, StringComparison.Ordinal).Replace(")", string.Empty, StringComparison.Ordinal);
        change = Residue().Replace(change, static match => Letters[match.Value]);
        return change is "=" || Form().IsMatch(change) ? Stop().Replace(change, "*") : null;
    }

    [GeneratedRegex("Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val|Ter", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Residue();

    [GeneratedRegex(
        @"^[A-Z*][0-9]{1,5}(_[A-Z*][0-9]{1,5})?([A-Z*=]|[A-Z]?fs[A-Z*0-9]*|del|dup|(del)?ins[A-Z*]+|delins[A-Z*]+)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    /// <summary>An older spelling of the stop codon.</summary>
    [GeneratedRegex(@"(?<=[0-9])X\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stop();
}
