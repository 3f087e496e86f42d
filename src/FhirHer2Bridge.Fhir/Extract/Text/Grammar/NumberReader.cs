using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>The number that belongs to a word of measure: "ratio of 2.4", "ratio &gt; 2", "5.1 signals per nucleus".</summary>
internal static class NumberReader
{
    private const int Reach = 9;

    /// <summary>The number after the word; null: none, or a span of two ("4-6").</summary>
    public static NumberMatch? After(Pieces pieces, int word, string text)
    {
        var bound = MeasureBound.Exact;
        var isRatio = pieces[word].Cue is Cue.RatioWord or Cue.Cep17;
        for (var at = word + 1; at < Math.Min(pieces.Count, word + 1 + Reach); at++)
        {
            switch (pieces[at].Cue)
            {
                case Cue.RatioWord when !isRatio:
                    // "signals (HER2/CEP17 ratio 4.7": the number is of the ratio.
                    return null;
                case Cue.Comma when pieces.CueAt(at + 1) is Cue.Number or Cue.Compare && at == word + 1:
                    break;
                case Cue.Number:
                    return IsSpan(pieces, at) || pieces.CueAt(at + 1) == Cue.Percent
                        ? null
                        : new NumberMatch(new Measure(pieces[at].Value, pieces.CueAt(at + 1) == Cue.OrMore ? MeasureBound.AtLeast : bound), at);
                case Cue.Compare:
                    bound = Bound(text.AsSpan(pieces[at].Start, pieces[at].End - pieces[at].Start));
                    break;
                case Cue.Filler or Cue.Average or Cue.Shows or Cue.Preposition or Cue.TestWord or Cue.ProteinWord or Cue.Colon or Cue.Equals or Cue.Open or Cue.Close or Cue.Slash or Cue.Bar or Cue.Cep17
                    or Cue.Her2 or Cue.SignalsWord or Cue.CopiesWord or Cue.RatioWord or Cue.Ish or Cue.Minus or Cue.Unknown:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The number directly before the word.</summary>
    public static NumberMatch? Before(Pieces pieces, int word, string text)
    {
        var at = pieces.Previous(word);
        at = at >= 0 && pieces[at].Cue == Cue.Her2 ? pieces.Previous(at) : at;
        if (at < 0 || pieces[at].Cue != Cue.Number || pieces.CueAt(at - 1) is Cue.Minus or Cue.Slash)
        {
            return null;
        }

        var sign = pieces.Previous(at);
        var bound = sign >= 0 && pieces[sign].Cue == Cue.Compare
            ? Bound(text.AsSpan(pieces[sign].Start, pieces[sign].End - pieces[sign].Start))
            : MeasureBound.Exact;
        return new NumberMatch(new Measure(pieces[at].Value, bound), at);
    }

    /// <summary>"4-6", "4.0 and &lt;6.0": a category is told, and no measurement.</summary>
    private static bool IsSpan(Pieces pieces, int at) =>
        (pieces.CueAt(at + 1) is Cue.Minus && pieces.CueAt(at + 2) == Cue.Number)
        || (pieces.CueAt(at + 1) is Cue.And && pieces.CueAt(at + 2) == Cue.Compare && pieces.CueAt(at + 3) == Cue.Number);

    private static MeasureBound Bound(ReadOnlySpan<char> sign) => sign switch
    {
        ">" => MeasureBound.GreaterThan,
        ">=" or "≥" => MeasureBound.AtLeast,
        "<" => MeasureBound.LessThan,
        "<=" or "≤" => MeasureBound.AtMost,
        _ when StartsWithAny(sign, ["at least", "equal to or greater", "igual o superior", "igual ou superior", "mayor o igual", "maior ou igual", "maggiore o uguale", "pari o superiore",
            "superieur ou egal", "mindestens", "不低于", "大于等于"]) => MeasureBound.AtLeast,
        _ when StartsWithAny(sign, ["menor o igual", "up to"]) => MeasureBound.AtMost,
        _ when StartsWithAny(sign, ["less", "lower", "fewer", "under", "below", "men", "inf", "unter", "wenig", "klein", "moins", "minore", "小", "低", "不足"]) => MeasureBound.LessThan,
        _ when StartsWithAny(sign, ["greater", "more", "higher", "over", "above", "exceed", "may", "mai", "mas", "sup", "mag", "piu", "uber", "ueber", "gross", "mehr", "plus",
            "大", "高", "超"]) => MeasureBound.GreaterThan,
        _ => MeasureBound.Exact,
    };

    private static bool StartsWithAny(ReadOnlySpan<char> sign, ReadOnlySpan<string> starts)
    {
        foreach (var start in starts)
        {
            if (sign.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

/// <param name="At">Index of the number's piece.</param>
internal readonly record struct NumberMatch(Measure Number, int At);
