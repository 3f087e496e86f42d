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
            // "not 3+ but 2+", "Not HER2 3+": what it is not.
            var before = pieces.Previous(at);
            var isDenied = pieces.CueAt(before) == Cue.Negation || (before == mention && pieces.CueAt(mention - 1) == Cue.Negation);
            return isDenied ? null : new FieldValue(ValueKind.Score, at) { Score = ((int)piece.Value, (int)piece.Upper) };
        }

        var denied = IsDenied(pieces, at, mention);
        return piece.Cue switch
        {
            Cue.Positive => IsTakenBack(pieces, at) ? null : Status(at, denied ? TextStatus.Negative : TextStatus.Positive),
            Cue.Negative => denied ? null : Status(at, TextStatus.Negative),
            Cue.Equivocal => denied ? null : Status(at, TextStatus.Equivocal),
            Cue.Indeterminate => Status(at, TextStatus.Indeterminate),
            Cue.Low => denied || !IsBeside(pieces, at, mention) ? null : Status(at, TextStatus.Low),
            Cue.Ultralow => denied ? null : Status(at, TextStatus.Ultralow),
            Cue.Amplified => Gene(at, !denied),
            Cue.Unamplified => Gene(at, false),
            Cue.Amplification => NounReader.Read(pieces, at, denied) is { } amplified ? Gene(at, amplified) : null,
            Cue.Overexpression => NounReader.Read(pieces, at, denied) is { } over ? Protein(at, over) : null,
            Cue.Expresses => Protein(at, !denied),
            Cue.Expression => denied || NounReader.Read(pieces, at, denied: false) == false ? Protein(at, false) : null,
            Cue.Mutation => denied || pieces.CueAt(pieces.Next(at + 1)) == Cue.Marker ? null : new FieldValue(ValueKind.Mutation, at) { Status = TextStatus.None },
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
                case Cue.Negative when pieces[at].Cue != Cue.Positive && pieces.CueAt(back + 1) == Cue.Preposition:
                    return true;
                case var _ when pieces[back].IsFiller:
                    break;
                case Cue.Her2 or Cue.Her2Stain or Cue.Detected or Cue.Expression or Cue.Overexpression or Cue.Amplification or Cue.Unknown or Cue.Slash
                    or Cue.Ish or Cue.Ihc or Cue.Ngs or Cue.CopiesWord:
                case Cue.Minus when back > mention:
                    break;
                case Cue.And when back > mention && pieces[at].Cue is Cue.Amplification or Cue.Mutation:
                    break;
                case Cue.Or or Cue.Current:
                    // "no over-expression or amplification", "not currently positive".
                    break;
                case Cue.Marker when pieces.CueAt(back + 1) is Cue.Or || pieces.CueAt(back - 1) is Cue.Or:
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>"HER2 positivity was excluded", "was not confirmed": neither.</summary>
    private static bool IsTakenBack(Pieces pieces, int at)
    {
        var next = pieces.Next(at + 1);
        return pieces.CueAt(next) == Cue.Absent || (pieces.CueAt(next) == Cue.Negation && pieces.CueAt(pieces.Next(next + 1)) == Cue.Detected);
    }

    /// <summary>"HER2-low", "low HER2": low of anything else in the sentence is not meant.</summary>
    private static bool IsBeside(Pieces pieces, int at, int mention) =>
        pieces.Previous(at) is var before && (before == mention || (before >= 1
            && (pieces[before].NamesHer2 || (pieces[before].Cue is Cue.Minus or Cue.Open or Cue.Colon && (before - 1 <= mention || pieces[before - 1].NamesHer2)))));

    private static FieldValue Status(int at, TextStatus status) => new(ValueKind.Status, at) { Status = status };

    private static FieldValue Gene(int at, bool amplified) =>
        new(ValueKind.Gene, at) { Status = amplified ? TextStatus.Positive : TextStatus.Negative };

    private static FieldValue Protein(int at, bool over) =>
        new(ValueKind.Protein, at) { Status = over ? TextStatus.Positive : TextStatus.Negative };
}
