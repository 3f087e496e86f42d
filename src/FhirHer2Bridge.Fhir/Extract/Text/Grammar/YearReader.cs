using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>The year a finding is told under.</summary>
internal static class YearReader
{
    private const int First = 1980;
    private const int Last = 2100;

    /// <summary>The year of a finding that ends before <paramref name="to"/>: the last one named before it, else one in the rest of its clause.</summary>
    public static int? Of(Pieces pieces, int from, int to) => Before(pieces, from) ?? Behind(pieces, to);

    /// <summary>The last year named before this piece; null: none.</summary>
    public static int? Before(Pieces pieces, int to)
    {
        for (var at = Math.Min(to, pieces.Count) - 1; at >= 0; at--)
        {
            if (IsYear(pieces, at))
            {
                return (int)pieces[at].Value;
            }
        }

        return null;
    }

    private static int? Behind(Pieces pieces, int from)
    {
        for (var at = from; at < pieces.Count && !pieces[at].IsFinding && !pieces[at].NamesHer2 && pieces[at].Cue is not (Cue.Semicolon or Cue.Stop); at++)
        {
            if (IsYear(pieces, at))
            {
                return (int)pieces[at].Value;
            }
        }

        return null;
    }

    private static bool IsYear(Pieces pieces, int at) =>
        pieces[at] is { Cue: Cue.Number, Value: >= First and <= Last } piece && decimal.Truncate(piece.Value) == piece.Value
        && pieces.CueAt(at - 1) is not Cue.Compare;
}
