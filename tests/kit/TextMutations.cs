using System.Text;

namespace FhirHer2Bridge.Kit;

/// <summary>Damages report texts in the ways of scanners, copy and paste, interfaces and malice; the same seed gives the same texts.</summary>
public sealed class TextMutations(IReadOnlyList<string> seeds, int seed)
{
    private const int Longest = 4000;

    private static readonly string[] Fragments =
    [
        "HER2", "her 2", "HER-2/neu", "ERBB2", "c-erbB-2", "HercepTest", "FISH", "IHC", "NGS", "ctDNA", "3+", "2 +", "+++", "++/+++", "0-1+", "(", ")", "[", "]",
        "[x]", "[ ]", "not", "no", "sin", "ohne", "amplified", "positive", "negative", "pending", "if", "ratio", "2.4", "<", "≥", "signals per cell", "copy number",
        ":", ";", ".", "...", "____", "|", "\n", "\n\n", "\t", "A.", "Previous results:", "triple negative", "阳性", "未见扩增", "（３＋）", "−", "\u00ad", "\u200b",
        "\u0301", "\ud83d\ude00", "\ud800", "\0", "\ufffd", "\u202e", "ﬁ", "1e999", "99999999999999999999999999999999", "-", "+", "/", "%",
    ];

    private readonly Random _random = new(seed);

    public string Next()
    {
        var text = new StringBuilder(Pick(seeds));
        for (var rounds = _random.Next(1, 8); rounds > 0; rounds--)
        {
            Mutate(text);
        }

        return text.Length > Longest ? text.ToString(0, Longest) : text.ToString();
    }

    private void Mutate(StringBuilder text)
    {
        var at = _random.Next(text.Length + 1);
        switch (_random.Next(8))
        {
            case 0:
                text.Remove(at, Math.Min(_random.Next(20), text.Length - at));
                break;
            case 1:
                text.Insert(at, Pick(Fragments));
                break;
            case 2:
                text.Insert(at, (char)_random.Next(char.MaxValue));
                break;
            case 3:
                var span = text.ToString(at, Math.Min(_random.Next(60), text.Length - at));
                text.Insert(_random.Next(text.Length + 1), span);
                break;
            case 4:
                text.Insert(at, new StringBuilder().Insert(0, Pick(Fragments), _random.Next(1, 60)).ToString());
                break;
            case 5:
                text.Append(' ').Append(Pick(seeds));
                break;
            case 6 when at < text.Length:
                text[at] = char.IsUpper(text[at]) ? char.ToLowerInvariant(text[at]) : char.ToUpperInvariant(text[at]);
                break;
            default:
                text.Replace(Pick([" ", ".", "\n", "+", "2"]), Pick([" ", "", "\n", "  ", "+ ", "٢"]));
                break;
        }
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
