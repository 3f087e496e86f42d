using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>A finding that governs what follows it: "negative for ER, PR and HER2", "positivity of", "loss of expression of".</summary>
internal static class Governor
{
    /// <summary>Does a preposition (for, of, para, del …) tie a list of tests to the finding at this piece?</summary>
    public static bool IsAt(Pieces pieces, int at)
    {
        if (pieces[at].Cue is Cue.Score)
        {
            return false;
        }

        if (pieces[at].Cue == Cue.Expresses && LeadsToTest(pieces, at + 1))
        {
            // "and do not express CK20": the verb needs no preposition.
            return true;
        }

        var unknown = 0;
        for (var next = at + 1; next <= Math.Min(at + 5, pieces.Count - 1); next++)
        {
            switch (pieces[next].Cue)
            {
                case Cue.Preposition:
                    return LeadsToTest(pieces, next + 1);
                case Cue.Expression or Cue.Ihc:
                    break;
                case not Cue.Shows when pieces[next].IsFiller:
                    break;
                case Cue.Unknown when ++unknown == 1:
                    break;
                case Cue.Number or Cue.Mutation when pieces[at].Cue == Cue.Mutation:
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool LeadsToTest(Pieces pieces, int at)
    {
        for (var next = at; next <= Math.Min(at + 8, pieces.Count - 1); next++)
        {
            switch (pieces[next].Cue)
            {
                case Cue.Marker or Cue.Her2 or Cue.Her2Stain:
                    return true;
                case not Cue.Shows when pieces[next].IsFiller:
                    break;
                case Cue.Unknown or Cue.Expression or Cue.Open or Cue.Colon or Cue.Comma or Cue.And or Cue.Or or Cue.Slash or Cue.Negation:
                    break;
                default:
                    return false;
            }
        }

        return false;
    }
}
