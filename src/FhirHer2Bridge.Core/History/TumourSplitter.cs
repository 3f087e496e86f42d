using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.History;

/// <summary>
/// One line for each primary: by kind, and by side where the conditions say that there is one on each. With one primary everything
/// belongs to it; with several, only what names its condition or comes from its organ and side (reference 4e, "several primaries").
/// </summary>
internal sealed class TumourSplitter
{
    private readonly FactIndex _index;
    private readonly List<TumourFact> _conditions;
    private readonly List<SpreadFact> _spreads;
    private readonly List<Primary> _primaries;

    public TumourSplitter(FactIndex index, IEnumerable<JoinedResult> results)
    {
        _index = index;
        _conditions = [.. index.Used<TumourFact>().Where(static fact => fact.Kind != TumourKind.None)];
        _spreads = index.Used<SpreadFact>();
        _primaries = [.. _conditions.Select(static fact => fact.Kind)
            .Concat(results.Select(static result => result.Tumour))
            .Where(static kind => kind != TumourKind.None)
            .Distinct()
            .Order()
            .SelectMany(BySide)];
        if (_primaries.Count == 0)
        {
            _primaries.Add(new Primary(TumourKind.None, null));
        }
    }

    /// <summary>The tumour a result is read for: its own, else the only kind there is.</summary>
    public TumourKind KindFor(TumourKind said) =>
        said != TumourKind.None ? said
        : _primaries.TrueForAll(primary => primary.Kind == _primaries[0].Kind) ? _primaries[0].Kind
        : TumourKind.None;

    public IEnumerable<TumourLine> Lines(
        IReadOnlyList<ReadAssessment> assessments, IReadOnlyList<(Dose Dose, TherapyFact Fact)> doses, IReadOnlyList<OrderFact> orders)
    {
        var known = _primaries.ToDictionary(static primary => primary, primary => KnownFrom(primary, assessments));
        var assigned = doses.Select(dose => (dose.Dose, Primary: PrimaryOf(dose.Fact.Conditions) ?? OnlyKnownAt(dose, known))).ToList();
        var read = assessments.Select(assessment => (Assessment: assessment, Primary: PrimaryOf(assessment.Assessment.Tumour, assessment.Side))).ToList();
        var ordered = orders.Select(order => (Order: order, Primary: PrimaryOf(order.Conditions) ?? OnlyKnownAt(order, known))).ToList();
        foreach (var primary in _primaries)
        {
            var own = _conditions.FindAll(fact => PrimaryOf(fact.Kind, fact.Side) == primary);
            var conditions = own.Select(static fact => fact.Condition).Distinct().ToList();
            var sides = own.Select(static fact => fact.Side).OfType<BodySide>().Distinct().ToList();
            yield return new TumourLine
            {
                Kind = primary.Kind,
                Side = primary.Side,
                SideOnRecord = sides.Count == 1 ? sides[0] : null,
                Condition = conditions.Count == 1 ? conditions[0] : null,
                Spreads = _spreads.FindAll(fact => PrimaryOf(fact) is var owner && (owner is null || owner == primary)),
                KnownFrom = known[primary],
                Assessments = [.. read.Where(a => a.Primary == primary).Select(static a => a.Assessment)],
                Doses = [.. assigned.Where(dose => dose.Primary == primary).Select(static dose => dose.Dose)],
                DosesUnassigned = assigned.Exists(dose => dose.Primary is null && primary.Kind != TumourKind.None),
                Orders = [.. ordered.Where(order => order.Primary == primary).Select(static order => order.Order)],
                UnassignedOrders = [.. ordered.Where(static order => order.Primary is null).Select(static order => order.Order)],
            };
        }
    }

    public bool IsUnassigned(ReadAssessment assessment) => PrimaryOf(assessment.Assessment.Tumour, assessment.Side) is null;

    /// <summary>Two primaries of one kind only where conditions name both sides: a second entry of one tumour is common.</summary>
    private IEnumerable<Primary> BySide(TumourKind kind)
    {
        var sides = _conditions.Where(fact => fact.Kind == kind).Select(static fact => fact.Side).OfType<BodySide>().Distinct().Order().ToList();
        return sides.Count < 2 ? [new Primary(kind, null)] : sides.Select(side => new Primary(kind, side));
    }

    /// <summary>Null: several primaries, and nothing says to which of them it belongs.</summary>
    private Primary? PrimaryOf(TumourKind kind, BodySide? side)
    {
        Primary? only = null;
        foreach (var primary in _primaries)
        {
            if (primary.Kind == kind && (primary.Side is null || primary.Side == side))
            {
                if (only is not null)
                {
                    return null;
                }

                only = primary;
            }
        }

        return only;
    }

    /// <summary>The primary that something was given or ordered for, by the conditions it names; null: it names none of several, or more than one.</summary>
    private Primary? PrimaryOf(EquatableArray<ResourceKey> treated)
    {
        if (treated.Count == 0)
        {
            return _primaries.Count == 1 ? _primaries[0] : null;
        }

        var named = treated.Select(_index.Tumour).OfType<TumourFact>().Where(static t => t.Kind != TumourKind.None).ToList();
        return _primaries.Count == 1 && named.TrueForAll(tumour => tumour.Kind == _primaries[0].Kind) ? _primaries[0]
            : named.Select(tumour => PrimaryOf(tumour.Kind, tumour.Side)).OfType<Primary>().Distinct().ToList() is [var only] ? only
            : null;
    }

    /// <summary>
    /// When a primary was first on record: with its Condition, which without a date may have been there always; without one with its first result.
    /// </summary>
    private DateTimeOffset KnownFrom(Primary primary, IReadOnlyList<ReadAssessment> assessments)
    {
        var conditions = _conditions.Where(fact => PrimaryOf(fact.Kind, fact.Side) == primary).ToList();
        if (conditions.Exists(static fact => fact.When is null))
        {
            return DateTimeOffset.MinValue;
        }

        var results = assessments.Where(a => PrimaryOf(a.Assessment.Tumour, a.Side) == primary);
        return conditions.Count == 0
            ? results.Select(static a => a.When.Earliest).DefaultIfEmpty(DateTimeOffset.MinValue).Min()
            : conditions.Select(static fact => fact.When!.Value.Earliest).Concat(results.Select(static a => a.Readings[0].KnownFrom)).Min();
    }

    /// <summary>
    /// The primary a dose without a condition was given for: the only one that was on record then. A second primary that is found later
    /// does not take earlier doses from the first.
    /// </summary>
    private static Primary? OnlyKnownAt((Dose Dose, TherapyFact Fact) dose, Dictionary<Primary, DateTimeOffset> known)
    {
        if (dose.Fact.Conditions.Count > 0 || dose.Dose.Ongoing)
        {
            return null;
        }

        return OnlyKnown(dose.Dose.When.Earliest, (dose.Dose.CourseEnd ?? dose.Dose.When).LatestExclusive, known);
    }

    /// <summary>The same for an order, by the day it was written.</summary>
    private static Primary? OnlyKnownAt(OrderFact order, Dictionary<Primary, DateTimeOffset> known) =>
        order is { Conditions.Count: 0, When: { } written } ? OnlyKnown(written.Earliest, written.LatestExclusive, known) : null;

    private static Primary? OnlyKnown(DateTimeOffset start, DateTimeOffset end, Dictionary<Primary, DateTimeOffset> known) =>
        known.Where(one => one.Value < end).Select(static one => one.Key).ToList() is [var only] && known[only] <= start ? only : null;

    /// <summary>Null: the statement names no tumour, so that it may be about any of them.</summary>
    private Primary? PrimaryOf(SpreadFact fact) =>
        fact.Conditions.Select(_index.Tumour).OfType<TumourFact>().Select(tumour => PrimaryOf(tumour.Kind, tumour.Side))
            .FirstOrDefault(static primary => primary is not null)
        ?? PrimaryOf(fact.Tumour, null);

    private sealed record Primary(TumourKind Kind, BodySide? Side);
}
