using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>Whether a sentence speaks of what is so in this patient: conditions, definitions, groups and general statements do not.</summary>
internal sealed class SentenceContext
{
    private readonly Pieces _pieces;
    private readonly SupposedContext _supposed;
    private readonly GroupContext _group;
    private readonly NonResult? _whole;

    /// <param name="section">Why nothing under its heading is a result of the patient; null: it may be.</param>
    /// <param name="isStudy">The text before it counts a group.</param>
    public SentenceContext(Pieces pieces, NonResult? section = null, bool isStudy = false)
    {
        _pieces = pieces;
        _supposed = new SupposedContext(pieces, pieces.Has(Cue.Patient, 0, pieces.Count));
        _group = new GroupContext(pieces, isStudy);
        _whole = section ?? Whole();
    }

    /// <summary>Why a finding between these pieces is none of this patient; null: it is.</summary>
    public NonResult? Of(int from, int to)
    {
        if (_whole is { } reason)
        {
            return reason;
        }

        if (IsAwaited(from))
        {
            return NonResult.Pending;
        }

        if (_supposed.Is(from, to))
        {
            return NonResult.Hypothetical;
        }

        if (_group.Is(from, to) || IsNear(Cue.Statistic, from, to))
        {
            return NonResult.Cohort;
        }

        if (!_group.SpeaksOfPatient(from) && IsNear(Cue.General, from, to))
        {
            return NonResult.Background;
        }

        if (IsInFamily(to) || IsOfFamily(from))
        {
            return NonResult.Family;
        }

        return _pieces.Has(Cue.Control, from - 5, to + 1) || IsControlBehind(to) ? NonResult.Background : null;
    }

    private NonResult? Whole()
    {
        var count = _pieces.Count;
        if (_pieces.CueAt(count - 1) == Cue.Question || (_pieces.CueAt(count - 2) == Cue.Question && _pieces.CueAt(count - 1) is Cue.Close))
        {
            return NonResult.Question;
        }

        return null;
    }

    /// <summary>"HER2 3+ control tissue"; not "HER2 3+ (controls reactive)".</summary>
    private bool IsControlBehind(int to) => _pieces.IsBehind(Cue.Control, to, reach: 3, Cue.Open);

    /// <summary>"HER2-positive cancer in her sister".</summary>
    private bool IsInFamily(int to) => _pieces.IsBehind(Cue.Family, to, reach: 6, Cue.Stop);

    /// <summary>"Awaiting confirmation of HER2 positivity"; not "ER pending, HER2 3+".</summary>
    private bool IsAwaited(int from)
    {
        const int reach = 4;
        for (var at = from - 1; at >= Math.Max(0, from - reach); at--)
        {
            if (_pieces[at].Cue == Cue.Pending)
            {
                return _pieces.CueAt(_pieces.Previous(at)) is Cue.Stop or Cue.Semicolon;
            }

            if (!_pieces[at].IsFiller && _pieces[at].Cue is not (Cue.Unknown or Cue.Detected))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"Her sister had HER2-positive cancer", unless the patient is spoken of again; "no family history" names none.</summary>
    private bool IsOfFamily(int from) =>
        _pieces.Last(static cue => cue == Cue.Family, 0, from) is { } family && _pieces.CueAt(family - 1) is not (Cue.Negation or Cue.Absent)
        && !IsAntecedent(family, from) && !HasPatient(family, from) && !_pieces.Has(Cue.Contrast, family, from) && !_pieces.Has(Cue.Semicolon, family, from);

    /// <summary>"A man with a history of breast cancer in a sister, diagnosed with …": the aside ends at the comma.</summary>
    private bool IsAntecedent(int family, int from) =>
        _pieces.Has(Cue.Historical, family - 2, family) && _pieces.Has(Cue.Patient, 0, family) && _pieces.Has(Cue.Comma, family, from);

    /// <summary>Anywhere before, or behind up to the next mention.</summary>
    private bool IsNear(Cue cue, int from, int to) => _pieces.Has(cue, 0, from) || _pieces.Has(cue, to, NextMention(to + 1));

    /// <summary>"44 years old" tells an age, and of whom is not said.</summary>
    private bool HasPatient(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (_pieces[at].Cue == Cue.Patient && _pieces.CueAt(at - 1) != Cue.Number)
            {
                return true;
            }
        }

        return false;
    }

    private int NextMention(int from)
    {
        while (from < _pieces.Count && !_pieces[from].NamesHer2)
        {
            from++;
        }

        return from;
    }
}
