using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>Whether a sentence speaks of what is so in this patient: conditions, definitions, groups and general statements do not.</summary>
internal sealed class SentenceContext
{
    private readonly Pieces _pieces;
    private readonly bool _isStudy;
    private readonly bool _hasPatient;
    private readonly NonResult? _whole;

    /// <param name="section">Why nothing under its heading is a result of the patient; null: it may be.</param>
    /// <param name="isStudy">The text before it counts a group.</param>
    public SentenceContext(Pieces pieces, NonResult? section = null, bool isStudy = false)
    {
        _pieces = pieces;
        _isStudy = isStudy;
        _hasPatient = pieces.Has(Cue.Patient, 0, pieces.Count);
        _whole = section ?? Whole();
    }

    /// <summary>Why a finding between these pieces is none of this patient; null: it is.</summary>
    public NonResult? Of(int from, int to)
    {
        if (_whole is { } reason)
        {
            return reason;
        }

        if ((_pieces.Last(static cue => cue == Cue.Condition, 0, from) is { } condition && !_pieces.Has(Cue.Semicolon, condition, from)) || IsDoubted(from) || IsConditionBehind(to) || IsDefined(from, to))
        {
            return NonResult.Hypothetical;
        }

        if (IsOfGroup(from, to) || IsNear(Cue.Statistic, from, to) || IsShare(to))
        {
            return NonResult.Cohort;
        }

        if (!SpeaksOfPatient(from) && IsNear(Cue.General, from, to))
        {
            return NonResult.Background;
        }

        if (IsInFamily(to))
        {
            return NonResult.Family;
        }

        if (_pieces.Last(static cue => cue == Cue.Family, 0, from) is { } family && _pieces.CueAt(family - 1) is not (Cue.Negation or Cue.Absent) && !HasPatient(family, from) && !_pieces.Has(Cue.Contrast, family, from) && !_pieces.Has(Cue.Semicolon, family, from))
        {
            return NonResult.Family;
        }

        if (_pieces.CueAt(to + 1) == Cue.Contrast && _pieces[to].Cue == Cue.Positive && _pieces.CueAt(to + 2) == Cue.Negative)
        {
            // "HER2 positive vs negative": two groups are compared.
            return NonResult.Cohort;
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

    /// <summary>The cue stands close behind, with no sign between that ends the breath.</summary>
    /// <param name="stop">What ends it besides a comma and a semicolon.</param>
    private bool IsBehind(Cue cue, int to, int reach, Cue stop)
    {
        for (var at = to + 1; at < Math.Min(_pieces.Count, to + reach); at++)
        {
            if (_pieces[at].Cue is Cue.Comma or Cue.Semicolon || _pieces[at].Cue == stop)
            {
                return false;
            }

            if (_pieces[at].Cue == cue)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"positive when the ratio is".</summary>
    private bool IsConditionBehind(int to) =>
        IsBehind(Cue.Condition, to, reach: 4, Cue.Stop) || IsClause(to + 1) || IsClause(to + 2) || IsClause(to + 3);

    /// <summary>", wenn": a clause of condition opens.</summary>
    private bool IsClause(int at) => _pieces.CueAt(at) == Cue.Comma && _pieces.CueAt(at + 1) == Cue.Condition && !_hasPatient && !_pieces.Has(Cue.Marker, 0, at);

    /// <summary>"possible HER2 amplification", in the same breath.</summary>
    private bool IsDoubted(int from)
    {
        const int reach = 5;
        for (var at = from - 1; at >= Math.Max(0, from - reach) && _pieces[at].Cue is not (Cue.Comma or Cue.Semicolon or Cue.Stop); at--)
        {
            if (_pieces[at].Cue == Cue.Doubt)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"HER2 3+ control tissue"; not "HER2 3+ (controls reactive)".</summary>
    private bool IsControlBehind(int to) => IsBehind(Cue.Control, to, reach: 3, Cue.Open);

    /// <summary>A rule is stated; not where a patient has the finding first and is then said to be eligible for something.</summary>
    private bool IsDefined(int from, int to)
    {
        if (_pieces.Has(Cue.Definition, 0, from) || _pieces.Has(Cue.Eligible, 0, from))
        {
            return true;
        }

        return _pieces.Last(static cue => cue is Cue.Definition or Cue.Eligible, to, _pieces.Count) is { } rule
            && !_pieces.Has(Cue.Patient, 0, from) && !_pieces.Has(Cue.Semicolon, to, rule)
            && !(_pieces[rule].Cue == Cue.Eligible && _pieces.Has(Cue.Comma, to, rule));
    }

    /// <summary>"HER2-positive cancer in her sister".</summary>
    private bool IsInFamily(int to) => IsBehind(Cue.Family, to, reach: 6, Cue.Stop);

    /// <summary>Anywhere before, or behind up to the next mention.</summary>
    private bool IsNear(Cue cue, int from, int to) => _pieces.Has(cue, 0, from) || _pieces.Has(cue, to, NextMention(to + 1));

    /// <summary>A single patient is named in the clause: "HER2-positive tumours usually are …, though in our patient" speaks of none.</summary>
    private bool SpeaksOfPatient(int from)
    {
        if (!_hasPatient)
        {
            return false;
        }

        var start = _pieces.Last(static cue => cue == Cue.Contrast, 0, from) ?? 0;
        var end = from;
        while (end < _pieces.Count && _pieces[end].Cue != Cue.Contrast)
        {
            end++;
        }

        return _pieces.Has(Cue.Patient, start, end);
    }

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

    /// <summary>"is reported in 15-20 % of breast carcinomas": a share of many tumours, not of the cells of one.</summary>
    private bool IsShare(int to)
    {
        const int reach = 12;
        for (var at = to + 1; at < Math.Min(_pieces.Count, to + reach); at++)
        {
            if (_pieces[at].Cue is Cue.Semicolon or Cue.Open or Cue.Her2)
            {
                return false;
            }

            if (_pieces[at].Cue == Cue.Percent && _pieces.CueAt(at + 1) == Cue.Preposition)
            {
                return _pieces.Last(static cue => cue is Cue.Plural or Cue.Group, at, at + reach + reach) is not null;
            }
        }

        return false;
    }

    /// <summary>A group before the finding, or behind it in the same breath ("HER2-positive breast cancers are").</summary>
    private bool IsOfGroup(int from, int to)
    {
        if (_pieces.CueAt(to + 1) == Cue.Group)
        {
            // "the HER2-low arm", "HER2-positive patients".
            return true;
        }

        if (FirstPatient() < First(Cue.Group))
        {
            // "A 61-year-old woman …, as in other patients": the one patient comes first.
            return false;
        }

        if (IsCounted(to) || IsCountedBefore(from) || IsPlural(from) || IsShareBefore(from))
        {
            return true;
        }

        if (_pieces.Last(static cue => cue == Cue.Group, 0, from) is { } group && !_pieces.Has(Cue.Patient, group, from))
        {
            return true;
        }

        const int reach = 18;
        var isMany = false;
        for (var at = to + 1; at < Math.Min(_pieces.Count, to + reach); at++)
        {
            isMany |= _pieces[at] is { Cue: Cue.Number, Value: > 3 };
            if (_pieces[at].Cue is Cue.Comma or Cue.Stop or Cue.Her2)
            {
                return false;
            }

            if (_pieces[at].Cue == Cue.Group || (_pieces[at].Cue == Cue.Plural && (isMany || at <= to + 5)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"HER2 negative 132 (81 %)", "29 (21.2)": a table of counts.</summary>
    private bool IsCounted(int to) =>
        (_isStudy && !_hasPatient && _pieces.Has(Cue.Percent, to + 1, to + 5)) || (_pieces.CueAt(to + 1) == Cue.Number && _pieces.CueAt(to + 2) == Cue.Open
        && (_pieces.Has(Cue.Percent, to + 3, to + 6) || (_pieces.CueAt(to + 3) == Cue.Number && _pieces.CueAt(to + 4) == Cue.Close)));

    /// <summary>"dans les tumeurs HER2-positives": the noun stands just before, and no single patient is spoken of.</summary>
    private bool IsPlural(int from) =>
        !SpeaksOfPatient(from) && _pieces.CueAt(from - 1) == Cue.Plural && _pieces.CueAt(from - 2) is Cue.Filler or Cue.Preposition or Cue.Stop or Cue.And or Cue.Or;

    /// <summary>"some 15-20 % of the adenocarcinomas".</summary>
    private bool IsShareBefore(int from) =>
        !SpeaksOfPatient(from) && _pieces.Last(static cue => cue == Cue.Percent, 0, from) is { } share && _pieces.CueAt(share + 1) == Cue.Preposition
        && _pieces.Last(static cue => cue is Cue.Plural or Cue.Group, share, share + 5) is not null;

    /// <summary>"5 of 16 tumours", "3178 tumours": more than one person has.</summary>
    private bool IsCountedBefore(int from)
    {
        const int most = 3;
        for (var at = 1; at < from; at++)
        {
            if (_pieces[at].Cue == Cue.Plural && _pieces[at - 1] is { Cue: Cue.Number, Value: > most } or { Cue: Cue.Many })
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

    /// <summary>"male patients" are a group.</summary>
    private int FirstPatient()
    {
        for (var at = 0; at < _pieces.Count; at++)
        {
            if (_pieces[at].Cue == Cue.Patient && _pieces.CueAt(at + 1) != Cue.Group)
            {
                return at;
            }
        }

        return int.MaxValue;
    }

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
