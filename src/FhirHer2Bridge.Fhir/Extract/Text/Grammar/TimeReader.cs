using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>Whether a finding is marked as earlier than what the text reports: by the nearest word of time before it.</summary>
internal static class TimeReader
{
    /// <param name="to">First piece after the finding.</param>
    public static Cue? Of(Pieces pieces, int from, int to)
    {
        if (pieces.Last(IsTime, 0, from + 1) is { } before)
        {
            return pieces[before].Cue;
        }

        // "was HER2 positive initially": a word of time just behind.
        for (var at = to; at < Math.Min(pieces.Count, to + 3); at++)
        {
            if (pieces[at].Cue is Cue.Historical or Cue.Earlier)
            {
                return pieces[at].Cue;
            }

            if (pieces[at].Cue is not (Cue.Filler or Cue.Preposition or Cue.Close))
            {
                break;
            }
        }

        return null;
    }

    private static bool IsTime(Cue cue) => cue is Cue.Historical or Cue.Earlier or Cue.Current or Cue.Corrected;
}
