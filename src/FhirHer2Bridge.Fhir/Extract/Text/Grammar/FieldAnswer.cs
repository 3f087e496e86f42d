using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>A field answered yes or no ("HER2 overexpression: No", "HER2 amplified - yes").</summary>
internal static class FieldAnswer
{
    /// <param name="at">The finding that is the question.</param>
    /// <returns>The answer; null: it is no field, or holds another answer.</returns>
    public static bool? Of(Pieces pieces, int at)
    {
        var sign = pieces.Next(at + 1);
        if (pieces.CueAt(sign) is not (Cue.Colon or Cue.Minus or Cue.Equals or Cue.Open))
        {
            return null;
        }

        var answer = sign + 1;
        return pieces.CueAt(answer) switch
        {
            Cue.Negation or Cue.Minus when IsEnd(pieces, answer + 1) => false,
            Cue.Detected or Cue.Plus when IsEnd(pieces, answer + 1) => true,
            _ => null,
        };
    }

    private static bool IsEnd(Pieces pieces, int at) =>
        at >= pieces.Count || pieces[at].Before >= Words.TokenSpace.Column
        || pieces[at].Cue is Cue.Comma or Cue.Semicolon or Cue.Stop or Cue.Close or Cue.Bar or Cue.Open;
}
