using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>
/// Positive and negative behind one mention, by one method, with no word of time, place or contrast between them: a choice of answers, or
/// a list whose places were not understood ("ER, PR, HER2: positive, positive, negative").
/// </summary>
internal static class Opposites
{
    public static bool Are(Pieces pieces, IReadOnlyList<FieldValue> values)
    {
        for (var at = 1; at < values.Count; at++)
        {
            var (a, b) = (values[at - 1], values[at]);
            if (a.Kind == ValueKind.Status && b.Kind == ValueKind.Status && a.Method == b.Method && (IsOpposite(a.Status, b.Status) || (a.Status != b.Status && pieces.CueAt(b.At - 1) == Cue.Slash))
                && !HasTurn(pieces, Math.Min(a.At, b.At), Math.Max(a.At, b.At)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOpposite(TextStatus a, TextStatus b) =>
        (a, b) is (TextStatus.Positive, TextStatus.Negative) or (TextStatus.Negative, TextStatus.Positive);

    private static bool HasTurn(Pieces pieces, int from, int to)
    {
        for (var at = from + 1; at < to; at++)
        {
            if (pieces[at].Cue is Cue.Specimen or Cue.Contrast or Cue.Historical or Cue.Earlier or Cue.Current or Cue.Later or Cue.Corrected or Cue.Score
                or Cue.Ihc or Cue.Ish or Cue.Ngs or Cue.Plasma)
            {
                return true;
            }
        }

        return false;
    }
}
