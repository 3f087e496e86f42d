using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>
/// Whether a finding is marked as earlier than what the text reports: by the nearest word of time before its value, unless
/// another result stands between them and a word behind says otherwise.
/// </summary>
internal static class TimeReader
{
    private const int Reach = 24;
    private const int ReachBehind = 9;

    /// <summary>A word of time among the first words of a sentence holds for all of it ("In the history of …").</summary>
    private const int Opening = 6;

    /// <param name="value">The piece of the value.</param>
    /// <param name="to">First piece after the finding.</param>
    public static Cue? Of(Pieces pieces, int value, int to)
    {
        var contrast = pieces.Last(static cue => cue == Cue.Contrast, 0, value) ?? -1;
        var before = pieces.Last(IsTime, Math.Max(contrast, value - Reach), value + 1)
            ?? (contrast < 0 ? pieces.Last(static cue => cue is Cue.Historical or Cue.Corrected, 0, Math.Min(Opening, value)) : null);
        if (before is not { } at)
        {
            return Behind(pieces, to) is { } late and (Cue.Historical or Cue.Earlier) ? late : null;
        }

        var isParted = HasFinding(pieces, at + 1, value);
        if (isParted && pieces.Has(Cue.Semicolon, at, value))
        {
            return Behind(pieces, to);
        }

        return (isParted ? Behind(pieces, to) : null) ?? (IsOfLater(pieces, at) ? Cue.Later : pieces[at].Cue);
    }

    /// <summary>"re-biopsy of the metastasis": the later examination says more than the place.</summary>
    private static bool IsOfLater(Pieces pieces, int at) =>
        pieces[at].Cue == Cue.Current && pieces.Last(static cue => cue == Cue.Later, 0, at) is { } later && !HasFinding(pieces, later, at);

    private static bool HasFinding(Pieces pieces, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (pieces[at].IsFinding)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"was HER2 positive initially", "a HER2-negative tumour removed eight years earlier".</summary>
    private static Cue? Behind(Pieces pieces, int to)
    {
        for (var at = to; at < Math.Min(pieces.Count, to + ReachBehind); at++)
        {
            if (IsTime(pieces[at].Cue))
            {
                return pieces[at].Cue;
            }

            if (!pieces[at].IsFiller && pieces[at].Cue is not (Cue.Close or Cue.Unknown or Cue.Number or Cue.Specimen or Cue.And or Cue.Or or Cue.Comma))
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsTime(Cue cue) => cue is Cue.Historical or Cue.Earlier or Cue.Current or Cue.Later or Cue.Corrected;
}
