using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// What late results of one tumour made of what was believed before: of the status at doses, and of changes that had been flagged. Each
/// is one result's work, so that no second flag says the same.
/// </summary>
internal sealed class RewrittenPast
{
    private readonly PatientView _patient;
    private readonly TumourLine _tumour;
    private readonly IReadOnlyList<LateResult> _results;
    private readonly RuleContext _context;
    private readonly RuleOutcome _outcome;
    private readonly DoseBasis _known;
    private readonly Dictionary<LateResult, Belief> _before;
    private readonly Dictionary<LateResult, Belief> _without = new(ReferenceEqualityComparer.Instance);

    /// <param name="patient">The record as it is now.</param>
    /// <param name="tumour">Whose results they are.</param>
    /// <param name="results">The late ones that were seen by now, in the order in which they were.</param>
    /// <param name="late">What came late of any tumour.</param>
    /// <param name="context">As of when, and how.</param>
    /// <param name="outcome">Told when the record of then changes.</param>
    public RewrittenPast(
        PatientView patient, TumourLine tumour, IReadOnlyList<LateResult> results, IReadOnlyList<AssayFact> late, RuleContext context, RuleOutcome outcome)
    {
        (_patient, _tumour, _results, _context, _outcome) = (patient, tumour, results, context, outcome);
        _known = new DoseBasis(patient, context);
        _before = results.ToDictionary(
            static one => one, one => Without([.. one.Facts, .. late.Where(fact => fact.FirstSeen >= one.Seen)]), (IEqualityComparer<LateResult>)ReferenceEqualityComparer.Instance);
    }

    /// <summary>Doses given before it was seen at which the status is another because of it.</summary>
    public List<Dose> Doses(LateResult late) => [.. _tumour.Doses.Where(dose => Moments(dose, late).Any(moment => Owner(moment) == late))];

    /// <summary>Some dose may have been given when the status was another, or not: its date is too coarse.</summary>
    public bool IsAnyDoseUnclear(LateResult late) => _tumour.Doses.Any(dose => dose.When.Earliest < late.Seen
        && !Moments(dose, late).Any(moment => Differs(_before[late], moment)) && Differs(_before[late], Last(dose, late)));

    /// <summary>A status change flagged before it was seen is none with it.</summary>
    public bool UndoesAChange(LateResult late) => Undone(_before[late], late.Seen).Any(change =>
        ThatSuffices([.. _results.Where(one => Undone(_before[one], one.Seen).Contains(change))], alone => Undone(alone, late.Seen).Contains(change)) == late);

    private IEnumerable<DateTimeOffset> Moments(Dose dose, LateResult late) =>
        DoseMoments.Of(_tumour, dose, Last(dose, late)).Where(moment => moment < late.Seen);

    private static DateTimeOffset Last(Dose dose, LateResult late) =>
        DoseMoments.Latest(dose) is var last && last < late.Seen ? last : late.Seen.AddTicks(-1);

    /// <summary>The result that made the status another at a moment: the one that says it now, where it came late.</summary>
    private LateResult? Owner(DateTimeOffset moment)
    {
        var candidates = _results.Where(one => moment < one.Seen && Differs(_before[one], moment)).ToList();
        var decided = _known.StepAt(_tumour, moment)?.Decided;
        return candidates.Find(one => one.Result == decided) ?? ThatSuffices(candidates, alone => Differs(alone, moment));
    }

    /// <summary>Of several results the one that does it by itself.</summary>
    private LateResult? ThatSuffices(List<LateResult> candidates, Predicate<Belief> does) => candidates.Count < 2
        ? candidates.FirstOrDefault()
        : candidates.Find(one => does(RecordWithout(one))) ?? candidates[0];

    private Belief RecordWithout(LateResult late) => _without.TryGetValue(late, out var known) ? known : _without[late] = Without(late.Facts);

    private bool Differs(Belief belief, DateTimeOffset moment) =>
        _known.StepAt(_tumour, moment)?.Status != (belief.Line is { } line ? belief.Basis.StepAt(line, moment)?.Status : null);

    private HashSet<(string Anchor, Her2Status Status)> Undone(Belief belief, DateTimeOffset at) =>
        [.. Changes(belief.Basis, at).Except(Changes(_known, at))];

    private IEnumerable<(string Anchor, Her2Status Status)> Changes(DoseBasis basis, DateTimeOffset at) => basis.Changes(at)
        .Where(change => change.Tumour.IsSameAs(_tumour)).Select(static change => (change.Step.Assessment.Anchor, change.Step.Status));

    private Belief Without(List<AssayFact> leftOut)
    {
        var keys = leftOut.Select(static fact => fact.Source.Key).ToHashSet();
        var view = HistoryBuilder.Build(
            _patient.Patient, [.. _patient.Facts.Where(fact => fact.ReplacedAt is null && !(fact is AssayFact && keys.Contains(fact.Source.Key)))], _context);
        _outcome.DueAt(view.NextVisible);
        return new Belief(new DoseBasis(view, _context), view.Tumours.FirstOrDefault(tumour => tumour.IsSameAs(_tumour)));
    }

    /// <summary>The record as it would be without some results.</summary>
    /// <param name="Line">The tumour in it; null: it is not in it.</param>
    private sealed record Belief(DoseBasis Basis, TumourLine? Line);
}
