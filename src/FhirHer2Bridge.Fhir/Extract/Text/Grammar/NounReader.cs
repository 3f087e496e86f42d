using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>
/// Amplification and over-expression as nouns: found, denied, or only the name of the test ("amplification was assessed by FISH",
/// "amplification: pending"). A field answered yes or no is the answer.
/// </summary>
internal static class NounReader
{
    private const int Reach = 7;

    /// <returns>True: found; false: denied; null: only named.</returns>
    public static bool? Read(Pieces pieces, int at, bool denied)
    {
        if (FieldAnswer.Of(pieces, at) is { } answer)
        {
            return answer;
        }

        return Behind(pieces, at, denied) switch
        {
            Word.Found => true,
            Word.Denied => false,
            Word.Named => null,
            _ => denied ? false : IsNamedBefore(pieces, at) ? null : true,
        };
    }

    private enum Word
    {
        Silent,
        Found,
        Denied,
        Named,
    }

    private static Word Behind(Pieces pieces, int at, bool denied)
    {
        var negated = false;
        var isField = false;
        for (var next = at + 1; next <= Math.Min(at + Reach, pieces.Count - 1); next++)
        {
            switch (pieces[next].Cue)
            {
                case Cue.Negation:
                    negated = true;
                    break;
                case Cue.Absent:
                    return negated ? Word.Named : Word.Denied;
                case Cue.Detected:
                    return denied || negated ? Word.Denied : Word.Found;
                case Cue.Positive or Cue.Negative or Cue.Equivocal or Cue.Indeterminate or Cue.Score or Cue.ScoreWord or Cue.Amplified or Cue.Unamplified:
                    return denied ? Word.Denied : Word.Named;
                case Cue.TestWord when pieces.CueAt(next + 1) is Cue.Ihc or Cue.Ish or Cue.Ngs || pieces.CueAt(next - 1) is Cue.Ihc or Cue.Ish or Cue.Ngs:
                    // "over-expression of HER2 in the immunohistochemical study": how it was found.
                    break;
                case Cue.Pending or Cue.NotDone or Cue.Planned or Cue.TestWord when !denied:
                    return Word.Named;
                case var _ when pieces[next].IsFiller:
                    break;
                case Cue.Her2 or Cue.Unknown or Cue.Open or Cue.Close or Cue.Ish or Cue.Ngs
                    or Cue.Ihc or Cue.Plasma or Cue.Minus:
                    break;
                case Cue.Or or Cue.And when pieces.CueAt(next + 1) is Cue.Amplification or Cue.Overexpression:
                    next++;
                    break;
                case Cue.Colon:
                    isField = true;
                    break;
                case Cue.Comma when pieces.CueAt(pieces.Next(next + 1)) is Cue.Ihc or Cue.Ish or Cue.Ngs:
                    break;
                default:
                    return Ending(negated, isField);
            }
        }

        return Ending(negated, isField);
    }

    /// <summary>A field whose answer was not understood says nothing.</summary>
    private static Word Ending(bool negated, bool isField) => negated ? Word.Denied : isField ? Word.Named : Word.Silent;

    /// <summary>The nearest word before says that it is examined, not that it was found.</summary>
    private static bool IsNamedBefore(Pieces pieces, int at)
    {
        for (var back = at - 1; back >= Math.Max(0, at - Reach); back--)
        {
            switch (pieces[back].Cue)
            {
                case Cue.Detected or Cue.Comma or Cue.Semicolon or Cue.Stop or Cue.And or Cue.Or:
                    return false;
                case Cue.TestWord or Cue.Planned or Cue.Pending or Cue.NotDone or Cue.Equivocal or Cue.Indeterminate:
                    return true;
                default:
                    break;
            }
        }

        return false;
    }
}
