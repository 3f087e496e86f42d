using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>Whether a finding is only supposed: under a condition, doubted, or part of a rule.</summary>
internal sealed class SupposedContext(Pieces pieces, bool hasPatient)
{
    public bool Is(int from, int to) =>
        (pieces.Last(static cue => cue == Cue.Condition, 0, from) is { } condition && !pieces.Has(Cue.Semicolon, condition, from))
        || IsDoubted(from) || pieces.CueAt(to + 1) == Cue.Doubt || IsConditionBehind(to) || IsDefined(from, to);

    /// <summary>"positive when the ratio is".</summary>
    private bool IsConditionBehind(int to) =>
        pieces.IsBehind(Cue.Condition, to, reach: 4, Cue.Stop) || IsClause(to + 1) || IsClause(to + 2) || IsClause(to + 3);

    /// <summary>", wenn": a clause of condition opens.</summary>
    private bool IsClause(int at) => pieces.CueAt(at) == Cue.Comma && pieces.CueAt(at + 1) == Cue.Condition && !hasPatient && !pieces.Has(Cue.Marker, 0, at);

    /// <summary>"possible HER2 amplification", in the same breath.</summary>
    private bool IsDoubted(int from)
    {
        const int reach = 5;
        for (var at = from - 1; at >= Math.Max(0, from - reach) && pieces[at].Cue is not (Cue.Comma or Cue.Semicolon or Cue.Stop); at--)
        {
            if (pieces[at].Cue == Cue.Doubt)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A rule is stated; not where a patient has the finding first and is then said to be eligible for something.</summary>
    private bool IsDefined(int from, int to)
    {
        if (pieces.Has(Cue.Definition, 0, from) || pieces.Has(Cue.Eligible, 0, from))
        {
            return true;
        }

        return pieces.Last(static cue => cue is Cue.Definition or Cue.Eligible, to, pieces.Count) is { } rule
            && !pieces.Has(Cue.Patient, 0, from) && !pieces.Has(Cue.Semicolon, to, rule)
            && !(pieces[rule].Cue == Cue.Eligible && pieces.Has(Cue.Comma, to, rule));
    }
}
