using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>Whether a sentence speaks of what is so in this patient: conditions, definitions, groups and general statements do not.</summary>
internal sealed class SentenceContext
{
    private readonly Pieces _pieces;
    private readonly int _condition;
    private readonly int _family;
    private readonly NonResult? _whole;

    public SentenceContext(Pieces pieces)
    {
        _pieces = pieces;
        _condition = First(Cue.Condition);
        _family = First(Cue.Family);
        _whole = Whole();
    }

    /// <summary>Why a finding between these pieces is none of this patient; null: it is.</summary>
    public NonResult? Of(int from, int to)
    {
        if (_whole is { } reason)
        {
            return reason;
        }

        if (_condition < from)
        {
            return NonResult.Hypothetical;
        }

        if (_family < from && !_pieces.Has(Cue.Patient, _family, from))
        {
            return NonResult.Family;
        }

        return _pieces.Has(Cue.Control, from - 5, to + 3) ? NonResult.Background : null;
    }

    private NonResult? Whole()
    {
        var count = _pieces.Count;
        if (_pieces.CueAt(count - 1) == Cue.Question || (_pieces.CueAt(count - 2) == Cue.Question && _pieces.CueAt(count - 1) is Cue.Close))
        {
            return NonResult.Question;
        }

        if (_pieces.Has(Cue.Definition, 0, count))
        {
            return NonResult.Hypothetical;
        }

        var hasPatient = _pieces.Has(Cue.Patient, 0, count);
        if (_pieces.Has(Cue.Statistic, 0, count) || (_pieces.Has(Cue.Group, 0, count) && !StartsWithPatient()))
        {
            return NonResult.Cohort;
        }

        return _pieces.Has(Cue.General, 0, count) && !hasPatient ? NonResult.Background : null;
    }

    /// <summary>"A 61-year-old woman …, as in other patients": the one patient comes first.</summary>
    private bool StartsWithPatient() => First(Cue.Patient) < First(Cue.Group);

    private int First(Cue cue)
    {
        for (var at = 0; at < _pieces.Count; at++)
        {
            if (_pieces[at].Cue == cue)
            {
                return at;
            }
        }

        return int.MaxValue;
    }
}

/// <summary>Why a mention of HER2 is no result of this patient (LABELLING_RULES R2).</summary>
internal enum NonResult
{
    Pending,
    Planned,
    Hypothetical,
    Cohort,
    Therapy,
    Family,
    NotPerformed,
    Background,
    Question,
}
