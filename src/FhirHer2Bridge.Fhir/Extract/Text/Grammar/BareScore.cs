using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>A stain score without its plus ("IHC 0", "score 2", "negative (0)"): only directly where a score is expected.</summary>
internal static class BareScore
{
    public static bool IsAt(Pieces pieces, int at, int mention)
    {
        var number = pieces[at].Value;
        if (number is not (0 or 1 or 2 or 3) || pieces[at].End - pieces[at].Start != 1 || Follows(pieces.CueAt(at + 1)))
        {
            return false;
        }

        var before = pieces.Previous(at);
        return before >= mention && pieces[before].Cue switch
        {
            Cue.Ihc or Cue.Her2Stain or Cue.ScoreWord or Cue.Equals or Cue.Colon => true,
            Cue.Her2 => number == 0,
            Cue.Open => pieces.CueAt(at + 1) == Cue.Close || pieces.CueAt(before - 1) is Cue.Ihc or Cue.Her2 or Cue.Her2Stain or Cue.Negative,
            Cue.Comma => pieces.CueAt(before - 1) is Cue.Negative or Cue.Positive or Cue.Equivocal,
            _ => false,
        };
    }

    /// <summary>A measure, a share or a range follows: it is no score.</summary>
    private static bool Follows(Cue next) =>
        next is Cue.Percent or Cue.SignalsWord or Cue.CopiesWord or Cue.RatioWord or Cue.Number or Cue.Slash or Cue.Minus or Cue.Cep17;
}
