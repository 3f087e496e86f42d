using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>What the finding at one piece says, with its denial ("not amplified", "no evidence of", "amplification: absent").</summary>
internal static class ValueReader
{
    private const int Reach = 4;

    /// <param name="mention">The mention it would belong to: a denial may stand before it ("no HER2 amplification").</param>
    public static FieldValue? Read(Pieces pieces, int at, int mention)
    {
        var piece = pieces[at];
        if (piece.Cue == Cue.Score)
        {
            return new FieldValue(ValueKind.Score, at) { Score = ((int)piece.Value, (int)piece.Upper) };
        }

        var denied = IsDenied(pieces, at, mention);
        return piece.Cue switch
        {
            Cue.Positive => Status(at, denied ? TextStatus.Negative : TextStatus.Positive),
            Cue.Negative => denied ? null : Status(at, TextStatus.Negative),
            Cue.Equivocal => denied ? null : Status(at, TextStatus.Equivocal),
            Cue.Indeterminate => Status(at, TextStatus.Indeterminate),
            Cue.Low => denied || !IsBeside(pieces, at, mention) ? null : Status(at, TextStatus.Low),
            Cue.Ultralow => denied ? null : Status(at, TextStatus.Ultralow),
            Cue.Amplified => Gene(at, !denied),
            Cue.Unamplified => Gene(at, false),
            Cue.Amplification => Noun(pieces, at, denied) is { } amplified ? Gene(at, amplified) : null,
            Cue.Overexpression => Noun(pieces, at, denied) is { } over ? Protein(at, over) : null,
            Cue.Expresses => Protein(at, !denied),
            Cue.Expression => denied || Noun(pieces, at, denied: false) == false ? Protein(at, false) : null,
            Cue.Mutation => denied ? null : new FieldValue(ValueKind.Mutation, at) { Status = TextStatus.None },
            _ => null,
        };
    }

    /// <summary>Is the finding at <paramref name="at"/> denied by a word before it, with nothing else said in between?</summary>
    public static bool IsDenied(Pieces pieces, int at, int mention)
    {
        for (var back = at - 1; back >= Math.Max(0, at - Reach - (mention < at ? Math.Min(Reach, at - mention) : 0)); back--)
        {
            switch (pieces[back].Cue)
            {
                case Cue.Negation or Cue.Absent:
                    return true;
                case Cue.Filler or Cue.Preposition or Cue.ProteinWord or Cue.Her2 or Cue.Detected or Cue.Expression or Cue.Overexpression or Cue.Unknown or Cue.Slash
                    or Cue.Ish or Cue.Ihc or Cue.Ngs or Cue.Minus:
                    break;
                case Cue.And when back > mention && pieces[at].Cue is Cue.Amplification or Cue.Mutation:
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Amplification and over-expression as nouns are said to be there, unless what follows denies them or makes them the name
    /// of the test ("amplification: not detected", "amplification status: negative"); null: the test is only named.
    /// </summary>
    private static bool? Noun(Pieces pieces, int at, bool denied)
    {
        var negated = false;
        for (var next = at + 1; next <= Math.Min(at + 7, pieces.Count - 1); next++)
        {
            switch (pieces[next].Cue)
            {
                case Cue.Negation:
                    negated = true;
                    break;
                case Cue.Absent:
                    return negated ? null : false;
                case Cue.Detected:
                    return !(denied || negated);
                case Cue.Positive or Cue.Negative or Cue.Equivocal or Cue.Indeterminate or Cue.Score or Cue.Amplified or Cue.Unamplified:
                    return denied ? false : null;
                case Cue.Pending or Cue.NotDone or Cue.Planned or Cue.RatioWord:
                    return null;
                case Cue.Filler or Cue.Preposition or Cue.ProteinWord or Cue.Her2 or Cue.Unknown or Cue.Colon or Cue.Open or Cue.Close or Cue.Ish or Cue.Ngs or Cue.Ihc
                    or Cue.Plasma:
                    break;
                default:
                    return !denied;
            }
        }

        return !denied;
    }

    /// <summary>"HER2-low", "low HER2": low of anything else in the sentence is not meant.</summary>
    private static bool IsBeside(Pieces pieces, int at, int mention) =>
        pieces.Previous(at) is var before && (before == mention || (before >= 1
            && (pieces[before].NamesHer2 || (pieces[before].Cue is Cue.Minus or Cue.Open && (before - 1 <= mention || pieces[before - 1].NamesHer2)))));

    private static FieldValue Status(int at, TextStatus status) => new(ValueKind.Status, at) { Status = status };

    private static FieldValue Gene(int at, bool amplified) =>
        new(ValueKind.Gene, at) { Status = amplified ? TextStatus.Positive : TextStatus.Negative };

    private static FieldValue Protein(int at, bool over) =>
        new(ValueKind.Protein, at) { Status = over ? TextStatus.Positive : TextStatus.Negative };
}
