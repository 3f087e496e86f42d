using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>The year a finding is told under.</summary>
internal static class YearReader
{
    private const int First = 1980;
    private const int Last = 2100;

    /// <summary>The last year named before this piece; null: none.</summary>
    public static int? Before(Pieces pieces, int to)
    {
        for (var at = Math.Min(to, pieces.Count) - 1; at >= 0; at--)
        {
            if (pieces[at] is { Cue: Cue.Number, Value: >= First and <= Last } piece && decimal.Truncate(piece.Value) == piece.Value
                && pieces.CueAt(at - 1) is not Cue.Compare)
            {
                return (int)piece.Value;
            }
        }

        return null;
    }
}
