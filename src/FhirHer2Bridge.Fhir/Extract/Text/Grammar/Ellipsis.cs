using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;
using FhirHer2Bridge.Fhir.Extract.Text.Words;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>
/// A sentence that goes on about the test named before and gives its stain score without the name: "In our opinion this is 3+", "Result:
/// 2+ (borderline)", "Patient's slide: complete staining; score 3+".
/// </summary>
internal static class Ellipsis
{
    public static bool Is(List<Piece> sentence)
    {
        var score = sentence.FindIndex(static piece => piece.Cue == Cue.Score);
        score = score >= 0 ? score : sentence.FindIndex(static piece => piece.Cue == Cue.ScoreWord);
        return score > 0 && !sentence.Exists(static piece => piece.NamesHer2 || piece.Cue is Cue.Marker or Cue.Historical or Cue.Earlier or Cue.Control or Cue.Condition or Cue.Definition)
            && sentence.Take(score).Any(static piece => piece.Cue is Cue.Colon or Cue.Current or Cue.Later or Cue.ProteinWord or Cue.Ihc or Cue.ScoreWord);
    }
}
