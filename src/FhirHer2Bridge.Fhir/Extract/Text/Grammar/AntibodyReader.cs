using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;
using FhirHer2Bridge.Fhir.Extract.Text.Words;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>"anti-CK20, anti-TTF1 and anti-HER2" in an immunohistochemical sentence: the antibody of a stain, and no treatment.</summary>
internal static class AntibodyReader
{
    public static void Read(List<Piece> sentence, string text)
    {
        if (!sentence.Exists(static piece => piece.Cue is Cue.Ihc or Cue.ProteinWord) || !sentence.Exists(static piece => piece.Cue == Cue.Marker))
        {
            return;
        }

        for (var at = 0; at < sentence.Count; at++)
        {
            var piece = sentence[at];
            if (piece.Cue == Cue.Therapy && text.AsSpan(piece.Start, piece.End - piece.Start) is ['a', 'n', 't', 'i', .., '2'])
            {
                sentence[at] = piece with { Cue = Cue.Her2Stain };
            }
        }
    }
}
