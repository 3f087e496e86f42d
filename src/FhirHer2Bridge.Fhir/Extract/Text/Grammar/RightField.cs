using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>
/// The values that follow a mention of HER2 and belong to it: "HER2 (IHC): 2+, FISH not amplified, ratio 1.3". It ends where
/// another marker takes over, a clause ends, or too many unknown words stand between.
/// </summary>
internal sealed class RightField(Pieces pieces, string text, int mention)
{
    private const int Reach = 60;
    private const int UnknownBefore = 5;
    private const int UnknownAfter = 3;
    private readonly List<FieldValue> _values = [];
    private readonly FieldNumber _numbers = new(pieces, text, mention);
    private readonly FieldEdge _edge = new(pieces);
    private readonly MethodBinder _methods = new(pieces, mention);
    private bool _isList;
    private bool _hasListWord;
    private int _unknown;

    public IReadOnlyList<FieldValue> Values => _values;

    /// <summary>A list of markers was crossed, or a comma stood before the first value: another reading may be better.</summary>
    public bool IsLoose { get; private set; }

    /// <summary>What ended the field before any value, where that says why there is none.</summary>
    public Cue EndedBy { get; private set; }

    /// <summary>First piece that no longer belongs to the field.</summary>
    public int End { get; private set; }

    /// <summary>The method named last; it may belong to a value before the mention.</summary>
    public TextAssay? Method => _methods.Current;

    public RightField Read()
    {
        var at = pieces[mention].Cue is Cue.RatioWord or Cue.SignalsWord ? mention : mention + 1;
        var limit = Math.Min(pieces.Count, at + Reach);
        while (at < limit)
        {
            var next = Step(at);
            if (next is null)
            {
                break;
            }

            at = next.Value;
        }

        End = at;
        _methods.Finish(_values);
        return this;
    }

    /// <returns>Where to go on; null: the field ends here.</returns>
    private int? Step(int at)
    {
        var piece = pieces[at];
        if (_values.Count == 0 && piece.Cue is Cue.Comma)
        {
            IsLoose = true;
        }

        switch (piece.Cue)
        {
            case Cue.Open or Cue.Bar when Legend.End(pieces, at) is { } end:
                return end + 1;
            case Cue.Open when Parenthesis.End(pieces, at) is { } aside:
                return aside + 1;
            case var _ when piece.IsFiller:
                return at + 1;
            case Cue.Open or Cue.Close or Cue.Equals or Cue.Colon or Cue.Comma or Cue.Slash or Cue.Bar or Cue.Compare or Cue.Percent
                or Cue.Specimen or Cue.Detected or Cue.Historical or Cue.Earlier or Cue.Current or Cue.Later or Cue.Corrected or Cue.Negation or Cue.Absent
                or Cue.ScoreWord or Cue.Patient or Cue.Stop or Cue.Ticked or Cue.Change:
                return at + 1;
            case Cue.Cep17:
                return IsRatio(at) && !IsProbe(at) ? Numbers(_numbers.Measured(at, _values.Count == 0)) : at + 1;
            case Cue.Unticked:
                return NextBox(at + 1);
            case Cue.And or Cue.Or or Cue.Contrast:
                _hasListWord = true;
                return at + 1;
            case Cue.Ihc or Cue.Her2Stain or Cue.Ish or Cue.Ngs or Cue.Plasma:
                _methods.Meet(at, _values);
                return at + 1;
            case Cue.Marker:
                return PassesMarker(at) ? at + 1 : null;
            case Cue.Her2:
                return PassesAlias(at) ? at + 1 : null;
            case Cue.RatioWord or Cue.SignalsWord or Cue.CopiesWord:
                return Numbers(_numbers.Measured(at, _values.Count == 0));
            case Cue.Number:
                return Numbers(_numbers.Bare(at, _values, _methods.Current));
            case Cue.Plus or Cue.Minus:
                return Sign(at);
            case Cue.Unknown:
                return ++_unknown > (_values.Count == 0 ? UnknownBefore : UnknownAfter) ? null : at + 1;
            case Cue.Pending or Cue.NotDone or Cue.Planned:
                return Without(at);
            case Cue.Semicolon when _values.Count > 0 && _edge.GoesOn(at):
                return at + 1;
            default:
                return piece.IsFinding && !Governor.IsAt(pieces, at) && !_edge.IsOfNext(at, _values) ? Finding(at) : Stop(at);
        }
    }

    private int NextBox(int at)
    {
        while (at < pieces.Count && pieces[at].Cue is not (Cue.Ticked or Cue.Unticked or Cue.Semicolon))
        {
            at++;
        }

        return at;
    }

    private int? Stop(int at)
    {
        EndedBy = pieces[at].Cue;
        return null;
    }

    private int? Finding(int at)
    {
        if (_isList && !(_hasListWord || pieces.CueAt(at - 1) is Cue.Filler))
        {
            return null;
        }

        if (pieces.CueAt(at - 1) == Cue.Minus && pieces.CueAt(at - 2) == Cue.Specimen)
        {
            // "node-positive".
            return at + 1;
        }

        if (pieces[at].Cue == Cue.Score && (IsGradeOfCopies(at) || pieces[at].Upper - pieces[at].Value == 3))
        {
            return at + 1;
        }

        if (ValueReader.Read(pieces, at, mention) is { } read)
        {
            var value = read.Status == TextStatus.Positive && FieldAnswer.Of(pieces, at) == false ? read with { Status = TextStatus.Negative } : read;
            Add(value with { Confidence = _isList || _unknown > 2 ? TextConfidence.Medium : TextConfidence.High });
        }

        return at + 1;
    }

    /// <summary>"plasma copy number 3.4 (++)": how high, and no stain.</summary>
    private bool IsGradeOfCopies(int at) =>
        _values is [.., { Kind: ValueKind.Copies } copies] && pieces.CueAt(at - 1) is Cue.Open or Cue.Unknown or Cue.Filler or Cue.Low && at - copies.At <= 5;

    private void Add(FieldValue value)
    {
        value.Method = _methods.For(value);
        _values.Add(value);
        _unknown = 0;
    }

    /// <summary>"HER2, ER and PR were negative": a list is crossed, another marker after a value is not.</summary>
    private bool PassesMarker(int at)
    {
        var before = pieces.Previous(at);
        if (_values.Count > 0 || before < mention || pieces.CueAt(pieces.Next(at + 1)) is Cue.Number or Cue.Percent or Cue.Compare || pieces[before].Cue is not (Cue.Her2 or Cue.Her2Stain or Cue.Marker or Cue.Comma or Cue.And or Cue.Or or Cue.Slash))
        {
            return false;
        }

        _isList = true;
        IsLoose = true;
        _hasListWord |= pieces[before].Cue == Cue.Slash;
        return true;
    }

    /// <summary>"HER2 (ERBB2)", "HER2 FISH: HER2 signals": the same again, before anything was said.</summary>
    private bool PassesAlias(int at) => pieces.CueAt(at + 1) is Cue.SignalsWord or Cue.CopiesWord or Cue.RatioWord || IsProbePair(at) || IsCategory(at) || (_values.Count == 0 && pieces.Previous(at) is var before
        && (before == mention || pieces[before].Cue is Cue.Open or Cue.Slash or Cue.Her2 or Cue.Colon or Cue.Ish or Cue.Ihc || pieces[mention].Cue == Cue.Ish));

    /// <summary>"score 1+ (HER2-low)".</summary>
    private bool IsCategory(int at) => pieces.CueAt(at - 1) == Cue.Open && pieces.Next(at + 1) is var next && (pieces.CueAt(next) is Cue.Low or Cue.Ultralow || (pieces.CueAt(next) == Cue.Minus && pieces.CueAt(next + 1) is Cue.Low or Cue.Ultralow));

    private bool IsProbePair(int at) => pieces.CueAt(at + 1) is Cue.Slash or Cue.Colon or Cue.Minus && pieces.CueAt(at + 2) == Cue.Cep17;

    /// <summary>"HER2/CEP17: 2.4".</summary>
    private bool IsRatio(int at) => at >= 2 && pieces[at - 1].Cue is Cue.Slash or Cue.Colon or Cue.Minus && pieces[at - 2].Cue == Cue.Her2;

    /// <summary>"FISH (probe HER2/CEP17)": the name of the probe in a bracket of its own.</summary>
    private bool IsProbe(int at) =>
        pieces.CueAt(at + 1) == Cue.Close && pieces.Last(static cue => cue == Cue.Open, mention, at) is { } open && at - open > 3;

    private int Numbers((FieldValue? Value, int Next) read)
    {
        if (read.Value is { } value)
        {
            Add(value);
        }

        return read.Next;
    }

    private int? Sign(int at)
    {
        if (_values is [.., { Kind: ValueKind.Status, Status: TextStatus.Negative } said] && said.At == at - 2
            && pieces[at].Cue == Cue.Plus && pieces.CueAt(at - 1) == Cue.Open && pieces.CueAt(at + 1) == Cue.Close)
        {
            // "negative (+)": one of three.
            Add(new FieldValue(ValueKind.Score, at) { Score = (1, 1) });
            return at + 1;
        }

        var before = pieces.Previous(at);
        before = pieces.CueAt(before) == Cue.Open ? pieces.Previous(before) : before;
        var isOfMethod = before >= 0 && pieces[before].IsMethod;
        if ((_values.Count == 0 || isOfMethod) && FieldSign.Read(pieces, at, mention) is { } value)
        {
            Add(value);
            return FieldSign.IsList(pieces, at) ? null : at + 1;
        }

        return at + 1;
    }

    /// <summary>"FISH pending", "not performed": what is named so far has no result, what was said before stands.</summary>
    private int? Without(int at)
    {
        if (pieces[at].Cue == Cue.Planned && _edge.IsParticiple(at))
        {
            return at + 1;
        }

        return Stop(at);
    }
}
