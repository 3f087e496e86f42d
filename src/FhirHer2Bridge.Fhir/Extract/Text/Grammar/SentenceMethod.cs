using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>
/// The method of a finding that names none itself: the immunohistochemistry the sentence or its heading speaks of, the
/// sequencing behind an "amplification".
/// </summary>
/// <param name="memory">What headings and earlier sentences named.</param>
internal sealed class SentenceMethod(Pieces pieces, TextMemory memory)
{
    /// <summary>"sequencing of circulating DNA": how far the material may stand behind the method.</summary>
    private const int NearMethod = 6;

    /// <summary>Of a plain status word.</summary>
    public TextAssay ForStatus(int mention)
    {
        if (pieces.Has(Cue.ProteinWord, mention - 3, mention + 4) || pieces.Has(Cue.Expression, mention - 2, mention + 3) || pieces.Has(Cue.Overexpression, mention - 4, mention + 3) || pieces.CueAt(mention + 1) == Cue.ScoreWord)
        {
            return TextAssay.Ihc;
        }

        var contrast = pieces.Last(static cue => cue == Cue.Contrast, 0, mention) is { } turn && pieces.Has(Cue.Her2, 0, turn) ? turn : 0;
        var nearest = pieces.Last(static cue => cue is Cue.Ihc or Cue.Ish or Cue.Ngs or Cue.Plasma, contrast, mention) is { } at && !IsUndone(at) ? pieces[at].Cue : (Cue?)null;
        return nearest switch
        {
            Cue.Ihc => TextAssay.Ihc,
            Cue.Ish when pieces.Last(static cue => cue == Cue.Ish, mention - 6, mention) is not null => TextAssay.Ish,
            Cue.Ngs when pieces.Last(static cue => cue == Cue.Ngs, mention - 12, mention) is not null => TextAssay.Ngs,
            Cue.Plasma => TextAssay.Plasma,
            _ when memory.Heading is { } set && MethodBinder.Of(set) is { } method => method,
            // "HER2 (-), ER (+): immunohistochemistry shows a luminal type".
            _ => nearest is null && IsNamedBehind(mention) ? TextAssay.Ihc : TextAssay.Unspecified,
        };
    }

    private bool IsNamedBehind(int mention)
    {
        for (var at = mention + 1; at < pieces.Count; at++)
        {
            if (pieces[at].NamesHer2 || pieces[at].Cue is Cue.Ish or Cue.Contrast)
            {
                return false;
            }

            if (pieces[at].Cue == Cue.Ihc)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Of an amplification: sequencing or plasma where the sentence says so, else in situ hybridisation.</summary>
    /// <param name="hasCopies">A copy number is stated; without a word of hybridisation it was sequenced or measured by PCR or array.</param>
    public TextAssay ForGene(int mention, bool hasCopies)
    {
        if (Sequencing(mention) is { } here)
        {
            return here;
        }

        var isHybridised = pieces.Has(Cue.Ish, 0, pieces.Count);
        var known = hasCopies && memory.Title is Cue.Ngs or Cue.Plasma ? memory.Title : memory.GeneMethod;
        return known is { } method && !isHybridised ? MethodBinder.Of(method)!.Value
            : hasCopies && memory.Heading != Cue.Ish && !isHybridised && !pieces.Has(Cue.RatioWord, 0, pieces.Count) ? TextAssay.Ngs
            : TextAssay.Ish;
    }

    /// <summary>Of a mutation: sequenced, where this sentence, its heading or one before says so.</summary>
    public TextAssay ForMutation(int mention) =>
        Sequencing(mention) ?? (memory.GeneMethod is Cue.Ngs or Cue.Plasma ? MethodBinder.Of(memory.GeneMethod.Value)!.Value : TextAssay.Unspecified);

    public TextAssay? Sequencing(int mention)
    {
        var at = pieces.Last(static cue => cue is Cue.Ngs or Cue.Plasma or Cue.Ish, 0, mention)
            ?? pieces.Last(static cue => cue is Cue.Ngs or Cue.Plasma or Cue.Ish, mention, pieces.Count);
        var cue = at is { } found && !IsUndone(found) ? pieces[found].Cue : memory.Heading;
        var isPlasma = cue is Cue.Ngs && pieces.Has(Cue.Plasma, 0, at is { } near ? near + NearMethod : pieces.Count);
        return cue switch
        {
            _ when isPlasma => TextAssay.Plasma,
            Cue.Plasma => TextAssay.Plasma,
            Cue.Ngs => TextAssay.Ngs,
            _ => null,
        };
    }

    private bool IsUndone(int method) => pieces.Has(Cue.Pending, method + 1, method + 4) || pieces.Has(Cue.NotDone, method + 1, method + 4);
}
