using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>A stain score without its plus ("IHC 0", "score 2", "negative (0)"): only directly where a score is expected.</summary>
internal static class BareScore
{
    public static bool IsAt(Pieces pieces, int at, int mention)
    {
        var number = pieces[at].Value;
        if (number is not (0 or 1 or 2 or 3) || pieces[at].End - pieces[at].Start != 1 || (Follows(pieces.CueAt(at + 1)) && !(pieces.CueAt(at + 1) == Cue.Colon && pieces.CueAt(at - 1) == Cue.ScoreWord)))
        {
            return false;
        }

        var before = pieces.Previous(at);
        return before >= mention && EndsThere(pieces, at + 1) && pieces[before].Cue switch
        {
            Cue.Ihc or Cue.Her2Stain or Cue.ScoreWord or Cue.Equals or Cue.Colon => true,
            Cue.Her2 => number == 0,
            Cue.Expression => pieces[at].Before >= Words.TokenSpace.Column,
            // A label of a block or slide stands in brackets as well ("HER2 (A1)").
            Cue.Open => pieces.CueAt(at - 1) == Cue.Open && pieces.CueAt(at + 1) == Cue.Close
                && (number == 0 || pieces.CueAt(before - 1) is Cue.Ihc or Cue.Her2Stain or Cue.Negative or Cue.Positive or Cue.Equivocal or Cue.ScoreWord),
            Cue.Comma => before == at - 1 && pieces.CueAt(before - 1) is Cue.Negative or Cue.Positive or Cue.Equivocal,
            _ => false,
        };
    }

    /// <summary>Nothing is counted ("2 blocks requested").</summary>
    private static bool EndsThere(Pieces pieces, int next) =>
        next >= pieces.Count || pieces[next].IsFinding || pieces[next].IsFiller || pieces[next].Before >= Words.TokenSpace.Column
        || pieces[next].Cue is not (Cue.Unknown or Cue.Specimen or Cue.Patient or Cue.Group or Cue.Plural or Cue.Pending or Cue.Planned);

    /// <summary>A measure, a share or a range follows: it is no score.</summary>
    private static bool Follows(Cue next) =>
        next is Cue.Percent or Cue.SignalsWord or Cue.CopiesWord or Cue.RatioWord or Cue.Number or Cue.Slash or Cue.Minus or Cue.Cep17 or Cue.Colon;
}
