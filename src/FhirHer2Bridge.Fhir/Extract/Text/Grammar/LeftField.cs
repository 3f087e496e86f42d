using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>
/// The value before a mention that governs it: "negative for ER, PR and HER2", "absence of amplification of the HER2 gene",
/// "positive HER2". The nearest governor to the left wins; a value that belongs to another marker is none.
/// </summary>
internal static class LeftField
{
    private const int Reach = 80;
    private const int MostUnknown = 3;

    public static FieldValue? Read(Pieces pieces, int mention)
    {
        var unknown = 0;
        var crossed = 0;
        for (var at = mention - 1; at >= Math.Max(0, mention - Reach); at--)
        {
            var piece = pieces[at];
            if (piece.IsFinding && piece.Cue != Cue.Score)
            {
                return Governs(pieces, at, mention, crossed) ? Value(pieces, at, mention, crossed) : null;
            }

            if (piece.Cue == Cue.Negation && Governor.IsAt(pieces, at) && pieces.CueAt(at + 1) is Cue.Preposition or Cue.ProteinWord or Cue.Ihc)
            {
                // "positive for CK7 but not for ER, PR or HER2", "no staining for HER2".
                return new FieldValue(pieces.CueAt(at + 1) == Cue.Preposition ? ValueKind.Status : ValueKind.Protein, at)
                {
                    Status = TextStatus.Negative,
                    Confidence = TextConfidence.Medium,
                };
            }

            if (piece.Cue == Cue.Score && crossed == 0 && pieces.CueAt(mention - 1) is Cue.Preposition or Cue.Filler && pieces.Last(static cue => cue == Cue.Preposition, at, mention) is not null)
            {
                // "stained 2+ for HER2".
                return new FieldValue(ValueKind.Score, at) { Score = ((int)piece.Value, (int)piece.Upper) };
            }

            if (piece.Cue == Cue.Absent && Governor.IsAt(pieces, at) && pieces.Has(Cue.ProteinWord, at, mention))
            {
                // "absence of staining for ER and HER2".
                return new FieldValue(ValueKind.Protein, at) { Status = TextStatus.Negative, Confidence = TextConfidence.Medium };
            }

            switch (piece.Cue)
            {
                case Cue.Marker or Cue.Comma or Cue.And or Cue.Or or Cue.Contrast or Cue.Her2:
                    crossed++;
                    unknown = 0;
                    break;
                case Cue.Unknown:
                    if (++unknown > MostUnknown)
                    {
                        return null;
                    }

                    break;
                case Cue.Shows:
                    // "negative for ER and showed HER2 …": what stands before the verb governs nothing behind it.
                    return null;
                case var _ when piece.IsFiller:
                    break;
                case Cue.Negation or Cue.Absent or Cue.Open or Cue.Close or Cue.Number or Cue.Percent or Cue.Slash or Cue.Colon or Cue.Ihc or Cue.Ish
                    or Cue.Ngs or Cue.Plasma or Cue.Minus or Cue.Her2Stain or Cue.Specimen:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>"score 0, i.e. HER2-ultralow": the score that the category is explained by.</summary>
    public static FieldValue? Score(Pieces pieces, int mention)
    {
        const int reach = 5;
        for (var at = mention - 1; at >= Math.Max(1, mention - reach) && !pieces[at].NamesHer2 && pieces[at].Cue is not (Cue.Marker or Cue.Semicolon or Cue.Stop); at--)
        {
            if (pieces[at].Cue == Cue.Score || (pieces[at] is { Cue: Cue.Number, Value: 0 } && pieces[at - 1].Cue is Cue.ScoreWord or Cue.Ihc))
            {
                return new FieldValue(ValueKind.Score, at) { Score = ((int)pieces[at].Value, pieces[at].Cue == Cue.Score ? (int)pieces[at].Upper : 0), Method = TextAssay.Ihc };
            }
        }

        return null;
    }

    /// <summary>"exprimieren kein HER2", "n'exprimant pas".</summary>
    private static FieldValue Denied(FieldValue value, Pieces pieces, int at, int mention) =>
        pieces[at].Cue == Cue.Expresses && pieces.Has(Cue.Negation, at + 1, mention) ? value with { Status = TextStatus.Negative } : value;

    private static bool Governs(Pieces pieces, int at, int mention, int crossed)
    {
        if (Governor.IsAt(pieces, at))
        {
            return true;
        }

        var isNoun = pieces[at].Cue is Cue.Amplification or Cue.Overexpression or Cue.Expression or Cue.Expresses or Cue.Amplified;
        var before = pieces.Previous(at);
        var isOwned = before >= 0 && (pieces[before].Cue is Cue.Marker or Cue.Percent or Cue.Plus or Cue.Number or Cue.Close
            || (pieces[before].Cue is Cue.Colon or Cue.Equals && pieces.CueAt(pieces.Previous(before)) == Cue.Marker));
        if (!isOwned && pieces[at].Cue is Cue.Positive or Cue.Negative && pieces.CueAt(at + 1) == Cue.Marker && IsList(pieces, at + 1, mention))
        {
            // "siendo negativos RP, HER2 y calretinina".
            return true;
        }

        return crossed == 0 && mention - at <= (isNoun ? 5 : 3) && (isNoun || !isOwned) && pieces[at].Cue != Cue.Mutation
            && !(pieces.CueAt(at + 1) is Cue.Stop or Cue.Close);
    }

    /// <summary>Names of markers and what joins them, and nothing else.</summary>
    private static bool IsList(Pieces pieces, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (pieces[at].Cue is not (Cue.Marker or Cue.Comma or Cue.And or Cue.Or or Cue.Slash or Cue.Filler or Cue.Preposition))
            {
                return false;
            }
        }

        return true;
    }

    private static FieldValue? Value(Pieces pieces, int at, int mention, int crossed) => ValueReader.Read(pieces, at, mention) is { } value
        ? Denied(value, pieces, at, mention) with { Confidence = crossed > 0 || mention - at > 5 ? TextConfidence.Medium : TextConfidence.High }
        : null;
}
