using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>Whether a finding is marked as earlier than what the text reports: by the nearest word of time before its value.</summary>
internal static class TimeReader
{
    private const int Reach = 24;

    /// <summary>A word of time among the first words of a sentence holds for all of it ("In the history of …").</summary>
    private const int Opening = 6;

    /// <param name="value">The piece of the value.</param>
    /// <param name="to">First piece after the finding.</param>
    public static Cue? Of(Pieces pieces, int value, int to)
    {
        var contrast = pieces.Last(static cue => cue == Cue.Contrast, 0, value) ?? -1;
        var before = pieces.Last(IsTime, Math.Max(contrast, value - Reach), value + 1)
            ?? (contrast < 0 ? pieces.Last(static cue => cue is Cue.Historical or Cue.Corrected, 0, Math.Min(Opening, value)) : null);
        return before is { } at ? pieces[at].Cue : Behind(pieces, to);
    }

    /// <summary>"was HER2 positive initially".</summary>
    private static Cue? Behind(Pieces pieces, int to)
    {
        for (var at = to; at < Math.Min(pieces.Count, to + 3); at++)
        {
            if (pieces[at].Cue is Cue.Historical or Cue.Earlier)
            {
                return pieces[at].Cue;
            }

            if (!pieces[at].IsFiller && pieces[at].Cue != Cue.Close)
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsTime(Cue cue) => cue is Cue.Historical or Cue.Earlier or Cue.Current or Cue.Corrected;
}
