using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;
using FhirHer2Bridge.Fhir.Extract.Text.Words;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>The words that name what was examined: the nearest before the finding, else directly behind it ("in the node").</summary>
internal static class SpecimenReader
{
    public static string? Of(Pieces pieces, NormalText text, int from, int to)
    {
        var at = pieces.Last(static cue => cue == Cue.Specimen, to, Math.Min(to + 4, pieces.Count))
            ?? pieces.Last(static cue => cue == Cue.Specimen, 0, from);
        if (at is not { } last)
        {
            return null;
        }

        var first = last;
        while (first > 0 && pieces[first - 1].Cue is Cue.Specimen)
        {
            first--;
        }

        return text.Quote(pieces[first].Start, pieces[last].End);
    }
}
