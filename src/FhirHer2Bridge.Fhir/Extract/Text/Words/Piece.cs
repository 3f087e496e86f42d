using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Words;

/// <summary>One thing the grammar can speak of: a phrase of the lexicon, a score, a number, a sign, or an unknown word.</summary>
/// <param name="Start">First character in the normal text.</param>
/// <param name="End">After the last.</param>
/// <param name="Value">Of a number its digits, of a date its year; of a score its least step (0 to 3).</param>
/// <param name="Upper">Of a score stated as a range its highest step, else the same as <paramref name="Value"/>.</param>
internal readonly record struct Piece(Cue Cue, int Start, int End, TokenSpace Before, decimal Value = 0, decimal Upper = 0)
{
    /// <summary>The word itself names immunohistochemistry ("immunopositive").</summary>
    public bool IsStain { get; init; }

    /// <summary>A number that is a step of the stain scale.</summary>
    public bool IsStep => Cue == Cue.Number && Value is 0 or 1 or 2 or 3;

    public bool IsGlued => Before == TokenSpace.None;

    /// <summary>Says something about the tumour, were it tied to a test.</summary>
    public bool IsFinding => Cue is (>= Cue.Positive and <= Cue.Mutation and not Cue.ProteinWord and not Cue.TestWord) or Cue.Score;

    /// <summary>Stands between a test and its result without a meaning of its own.</summary>
    public bool IsFiller => Cue is Cue.Filler or Cue.Average or Cue.Shows or Cue.Count or Cue.Many or Cue.OrMore or Cue.Preposition or Cue.ProteinWord or Cue.TestWord;

    public bool IsMethod => Cue is Cue.Ihc or Cue.Ish or Cue.Ngs or Cue.Plasma;

    public bool NamesHer2 => Cue is Cue.Her2 or Cue.Her2Stain;
}
