using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;
using FhirHer2Bridge.Fhir.Extract.Text.Words;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>The pieces of one sentence, and small questions about their neighbourhood.</summary>
internal sealed class Pieces(List<Piece> list)
{
    public int Count => list.Count;

    public Piece this[int at] => list[at];

    public Cue CueAt(int at) => at >= 0 && at < list.Count ? list[at].Cue : Cue.Stop;

    /// <summary>The first piece from <paramref name="at"/> on that is no filler.</summary>
    public int Next(int at)
    {
        while (at < list.Count && list[at].IsFiller)
        {
            at++;
        }

        return at;
    }

    /// <summary>The last piece before <paramref name="at"/> that is no filler; -1: none.</summary>
    public int Previous(int at)
    {
        at--;
        while (at >= 0 && list[at].IsFiller)
        {
            at--;
        }

        return at;
    }

    public bool Has(Cue cue, int from, int to)
    {
        for (var at = Math.Max(from, 0); at < Math.Min(to, list.Count); at++)
        {
            if (list[at].Cue == cue)
            {
                return true;
            }
        }

        return false;
    }

    public bool Any(Predicate<Piece> isMeant) => list.Exists(isMeant);

    public int? Last(Func<Cue, bool> isMeant, int from, int to)
    {
        for (var at = Math.Min(to, list.Count) - 1; at >= Math.Max(from, 0); at--)
        {
            if (isMeant(list[at].Cue))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>Where the bracket opened at <paramref name="open"/> closes, within reach; null: it does not.</summary>
    public int? Close(int open)
    {
        const int reach = 40;
        var depth = 0;
        for (var at = open; at < Math.Min(list.Count, open + reach); at++)
        {
            depth += list[at].Cue switch { Cue.Open => 1, Cue.Close => -1, _ => 0 };
            if (depth == 0)
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>The cue stands close behind, with no sign between that ends the breath.</summary>
    /// <param name="to">The piece behind which it is looked for.</param>
    /// <param name="stop">What ends it besides a comma and a semicolon.</param>
    public bool IsBehind(Cue cue, int to, int reach, Cue stop)
    {
        for (var at = to + 1; at < Math.Min(list.Count, to + reach); at++)
        {
            if (list[at].Cue is Cue.Comma or Cue.Semicolon || list[at].Cue == stop)
            {
                return false;
            }

            if (list[at].Cue == cue)
            {
                return true;
            }
        }

        return false;
    }
}
