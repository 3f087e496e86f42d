using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>Whether a piece still belongs to the field of a mention: behind a semicolon, beside another noun, behind an order.</summary>
internal sealed class FieldEdge(Pieces pieces)
{
    /// <summary>The field goes on behind the semicolon.</summary>
    public bool GoesOn(int semicolon) => IsSameTest(semicolon) || NamesMethod(semicolon + 1);

    /// <summary>Behind the semicolon the same test by another method, or its numbers ("; the accompanying immunostain was 1+").</summary>
    private bool NamesMethod(int at)
    {
        const int reach = 5;
        for (var next = at; next < Math.Min(pieces.Count, at + reach); next++)
        {
            if (pieces[next].Cue is Cue.Ihc or Cue.Ish or Cue.RatioWord or Cue.ScoreWord or Cue.SignalsWord or Cue.CopiesWord or Cue.Cep17)
            {
                return true;
            }

            if (!pieces[next].IsFiller && pieces[next].Cue is not (Cue.Unknown or Cue.Number))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Behind the semicolon the same test at another time, or the gene ("; the earlier biopsy was positive").</summary>
    private bool IsSameTest(int at)
    {
        var time = pieces.Last(static cue => cue is Cue.Historical or Cue.Earlier or Cue.Current or Cue.Later, at + 1, at + 5);
        var gene = pieces.Last(static cue => cue is Cue.Amplified or Cue.Unamplified or Cue.Amplification, at + 1, at + 7);
        return (time ?? gene) is not null && !pieces.Has(Cue.Marker, at, at + 8) && !pieces.Has(Cue.Her2, at, at + 8);
    }

    /// <summary>
    /// What was said is complete, and the word belongs to what is named beside it ("HER2 3+, and a part that did not overexpress HER2",
    /// "HER2 negative, Helicobacter positive", "HER2 positive with nodes negative").
    /// </summary>
    public bool IsOfNext(int at, IReadOnlyList<FieldValue> values) => values.Count > 0 && pieces[at].Cue != Cue.Score
        && ((pieces.Next(at + 1) is var next && next < pieces.Count && pieces[next].NamesHer2)
            || pieces.CueAt(at - 1) == Cue.Specimen
            || (pieces[at].Cue is Cue.Positive or Cue.Negative && pieces.CueAt(at + 1) == Cue.Marker)
            || (pieces.CueAt(at - 1) == Cue.Unknown && pieces.Has(Cue.Comma, values[^1].At, at)));

    /// <summary>"HER2 requested at relapse was positive": the order is told, and its result in the same breath.</summary>
    public bool IsParticiple(int at)
    {
        const int reach = 7;
        for (var next = at + 1; next < Math.Min(pieces.Count, at + reach); next++)
        {
            if (pieces[next].IsFinding)
            {
                return pieces[next - 1].Cue is Cue.Filler or Cue.Shows && pieces.CueAt(next + 1) is not (Cue.Specimen or Cue.Marker);
            }

            if (pieces[next].Cue is not (Cue.Filler or Cue.Shows or Cue.Preposition or Cue.Unknown or Cue.Specimen or Cue.Current or Cue.Later))
            {
                return false;
            }
        }

        return false;
    }
}
