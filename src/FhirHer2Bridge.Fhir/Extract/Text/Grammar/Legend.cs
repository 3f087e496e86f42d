using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>Words that explain the scale instead of giving the result, in a bracket, a column or a sentence: "(0-3+)", "[negative: 0, 1+; equivocal: 2+; positive: 3+]".</summary>
internal static class Legend
{
    /// <summary>Where the legend that opens here closes; null: it is none.</summary>
    public static int? End(Pieces pieces, int open)
    {
        if ((pieces[open].Cue == Cue.Bar ? Bar(pieces, open) : pieces.Close(open)) is not { } close)
        {
            return null;
        }

        var words = 0;
        var scores = 0;
        var isScale = false;
        var hasBound = false;
        var hasMeasure = false;
        for (var at = open + 1; at < close; at++)
        {
            var piece = pieces[at];
            words += piece.Cue is Cue.Positive or Cue.Negative or Cue.Equivocal or Cue.Amplified or Cue.Unamplified ? 1 : 0;
            scores += piece.Cue is Cue.Score || (piece.IsStep && pieces.CueAt(at + 1) is not Cue.Percent) ? 1 : 0;
            hasBound |= piece.Cue is Cue.Compare or Cue.Condition;
            hasMeasure |= piece.Cue is Cue.RatioWord or Cue.SignalsWord or Cue.CopiesWord or Cue.Ish;
            isScale |= piece.Cue == Cue.Score && piece.Upper - piece.Value >= 2;
        }

        return isScale || (words >= 1 && hasBound && !hasMeasure) || (words >= 2 && scores >= 2) || scores >= 3 ? close : null;
    }

    /// <summary>The last piece of a column of a table.</summary>
    private static int? Bar(Pieces pieces, int open)
    {
        var at = open + 1;
        while (at < pieces.Count && pieces[at].Cue != Cue.Bar)
        {
            at++;
        }

        return at - open > 1 && at < pieces.Count ? at - 1 : null;
    }

    /// <summary>The scale is explained: three different scores behind a mention, two steps with their meaning, or a bound with its name.</summary>
    public static bool IsSentence(Pieces pieces, int from)
    {
        if (pieces.Has(Cue.Ticked, 0, pieces.Count))
        {
            return false;
        }

        var seen = 0;
        for (var at = from; at < pieces.Count && (at == from || !pieces[at].NamesHer2); at++)
        {
            if (pieces[at].Cue is Cue.Open or Cue.Bar && End(pieces, at) is { } end)
            {
                at = end;
            }
            else if (pieces[at].Cue == Cue.Score || (pieces[at].IsStep && pieces.CueAt(at + 1) is Cue.Equals))
            {
                seen |= 1 << (int)pieces[at].Value;
            }
        }

        return System.Numerics.BitOperations.PopCount((uint)seen) >= 3 || Explained(pieces) >= 2 || HasRule(pieces, from);
    }

    /// <summary>"1+ = negative; 3+ = positive".</summary>
    private static int Explained(Pieces pieces)
    {
        var count = 0;
        for (var at = 0; at + 2 < pieces.Count; at++)
        {
            count += pieces[at].Cue is Cue.Score or Cue.Number && pieces[at + 1].Cue == Cue.Equals && pieces[at + 2].Cue is Cue.Positive or Cue.Negative or Cue.Equivocal ? 1 : 0;
        }

        return count;
    }

    /// <summary>"ratio below 2.0: not amplified": a bound, and behind a colon what it is called.</summary>
    private static bool HasRule(Pieces pieces, int from)
    {
        const int reach = 7;
        var bound = -1;
        for (var at = from; at + 1 < pieces.Count; at++)
        {
            bound = pieces[at].Cue == Cue.Compare ? at : bound;
            if (bound >= 0 && at - bound <= reach && pieces[at].Cue is Cue.Colon or Cue.Equals
                && pieces.CueAt(pieces[at + 1].Cue == Cue.Negation ? at + 2 : at + 1) is Cue.Amplified or Cue.Unamplified or Cue.Positive or Cue.Negative or Cue.Equivocal)
            {
                return true;
            }
        }

        return false;
    }
}
