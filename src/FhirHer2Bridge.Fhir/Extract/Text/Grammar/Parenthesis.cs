using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>A bracket that holds no value and no name of a test ("HER2 (block A4, Ventana, decalcified core): 2+").</summary>
internal static class Parenthesis
{
    /// <summary>Where the bracket that opens here closes; null: it says something of the test.</summary>
    public static int? End(Pieces pieces, int open)
    {
        if (pieces.Close(open) is not { } close)
        {
            return null;
        }

        for (var at = open + 1; at < close; at++)
        {
            if (pieces[at].Cue is not (Cue.Unknown or Cue.Filler or Cue.Specimen or Cue.Preposition or Cue.Comma or Cue.Marker or Cue.Number or Cue.Minus or Cue.Slash or Cue.Colon or Cue.Stop or Cue.And or Cue.Or)
                || (pieces[at].Cue is Cue.Number or Cue.Minus && close - open == 2))
            {
                return null;
            }
        }

        return close;
    }
}
