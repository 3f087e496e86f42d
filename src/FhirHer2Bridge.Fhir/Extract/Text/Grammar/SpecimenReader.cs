using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;
using FhirHer2Bridge.Fhir.Extract.Text.Words;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>The words that name what was examined: the nearest before the finding, else directly behind it ("in the node").</summary>
internal static class SpecimenReader
{
    public static string? Of(Pieces pieces, NormalText text, int from, int to)
    {
        var at = Behind(pieces, to) ?? pieces.Last(static cue => cue == Cue.Specimen, 0, from);
        if (at is not { } last)
        {
            return null;
        }

        var first = last;
        while (first > 0 && pieces[first - 1].Cue is Cue.Specimen)
        {
            first--;
        }

        return text.Quote(pieces[first].Start, pieces[IsLabel(pieces, text, last + 1) ? last + 1 : last].End);
    }

    /// <summary>"in the node": with nothing between that ends the breath.</summary>
    private static int? Behind(Pieces pieces, int to)
    {
        const int reach = 4;
        for (var at = to; at < Math.Min(to + reach, pieces.Count); at++)
        {
            if (pieces[at].Cue == Cue.Specimen)
            {
                return at;
            }

            if (!pieces[at].IsFiller && pieces[at].Cue is not (Cue.Close or Cue.Unknown))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"block A4", "mass 2": what tells it from the next.</summary>
    private static bool IsLabel(Pieces pieces, NormalText text, int at)
    {
        const int longest = 3;
        return at < pieces.Count && pieces[at] is { Before: TokenSpace.Blank, Cue: Cue.Unknown or Cue.Number or Cue.Marker } piece && piece.End - piece.Start <= longest
            && text.Quote(piece.Start, piece.End).All(static c => char.IsAsciiDigit(c) || char.IsUpper(c));
    }
}
