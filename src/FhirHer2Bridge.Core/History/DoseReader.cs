using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Core.History;

/// <summary>Administrations to doses and courses.</summary>
internal static class DoseReader
{
    private static readonly Comparer<(TherapyFact Fact, Drug Drug)> ByTime = Comparer<(TherapyFact Fact, Drug Drug)>.Create(static (a, b) =>
        a.Fact.When!.Value.Earliest.CompareTo(b.Fact.When!.Value.Earliest) is not 0 and var byTime ? byTime
        : a.Fact.Source.CompareKeyTo(b.Fact.Source) is not 0 and var bySource ? bySource
        : string.CompareOrdinal(a.Drug.Name, b.Drug.Name));

    /// <summary>HER2-directed doses that were given, oldest first; two of one product on one day are one (fhir-design 1.4).</summary>
    public static List<(Dose Dose, TherapyFact Fact)> Read(FactIndex index)
    {
        var doses = new List<(Dose Dose, TherapyFact Fact)>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (fact, drug) in Given(index).Order(ByTime))
        {
            var dose = new Dose(drug, fact.When!.Value, fact.CourseEnd, fact.Ongoing, fact.Source);
            if (!seen.TryGetValue(drug.Name, out var at) || !IsOfOneDay(doses[at].Dose.When, dose.When))
            {
                seen[drug.Name] = doses.Count;
                doses.Add((dose, fact));
            }
            else if (Reaches(dose) > Reaches(doses[at].Dose))
            {
                // A course in one resource beside its first dose: the course is what was given.
                doses[at] = (dose, fact);
            }
        }

        return doses;
    }

    /// <summary>By the clock that wrote each; or, where two clocks did, by what they share.</summary>
    private static bool IsOfOneDay(ClinicalTime earlier, ClinicalTime later) =>
        earlier.Day == later.Day || (!earlier.IsCoarse() && !later.IsCoarse() && earlier.Overlaps(later));

    private static DateTimeOffset Reaches(Dose dose) => dose.Ongoing ? DateTimeOffset.MaxValue : dose.Last;

    private static IEnumerable<(TherapyFact Fact, Drug Drug)> Given(FactIndex index)
    {
        foreach (var fact in index.Used<TherapyFact>())
        {
            if (fact is { WasGiven: true, When: not null } && (fact.Drug ?? (fact.Product is { } product ? index.Product(product)?.Drug : null)) is { } drug)
            {
                yield return (fact, drug);
            }
        }
    }

    /// <summary>Requests for HER2-directed drugs, and those for products that nobody could look up.</summary>
    public static IEnumerable<OrderFact> Orders(FactIndex index) =>
        index.Used<OrderFact>() is not { Count: > 0 } orders ? [] :
        from order in orders
        let product = order.Product is { } key ? index.Product(key) : null
        let drug = order.Drug ?? product?.Drug
        where drug is not null || (order.Product is not null && product is null)
        select order with { Drug = drug };

    /// <summary>Products that were given and that nobody could look up: one of them may be a HER2-directed drug.</summary>
    public static IEnumerable<GapFact> Unresolved(FactIndex index) =>
        from fact in index.Used<TherapyFact>()
        where fact is { WasGiven: true, Drug: null, Product: { } product } && index.Product(product) is null
        select new GapFact
        {
            Source = fact.Source,
            When = fact.When,
            Code = "medication-unresolved",
            Reason = "The administered product is referenced and could not be read.",
            MayHideDose = true,
        };

    /// <summary>Doses of one drug without a gap longer than <paramref name="gapDays"/> days.</summary>
    public static EquatableArray<TherapyCourse> Courses(IEnumerable<Dose> doses, int gapDays) =>
        doses.GroupBy(static dose => dose.Drug.Name, StringComparer.Ordinal)
            .SelectMany(group => Split([.. group], gapDays))
            .OrderBy(static course => course.First.Earliest).ThenBy(static course => course.Drug.Name, StringComparer.Ordinal)
            .ToEquatableArray();

    /// <summary>Splits ordered doses where more than <paramref name="gapDays"/> whole days lie between two of them.</summary>
    public static IEnumerable<List<Dose>> Runs(IReadOnlyList<Dose> doses, int gapDays)
    {
        var run = new List<Dose>();
        var last = DateTimeOffset.MinValue;
        foreach (var dose in doses)
        {
            if (run.Count > 0 && (dose.When.Earliest - last).Days > gapDays)
            {
                yield return run;
                run = [];
                last = DateTimeOffset.MinValue;
            }

            run.Add(dose);
            last = dose.Last > last ? dose.Last : last;
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static IEnumerable<TherapyCourse> Split(List<Dose> doses, int gapDays) =>
        Runs(doses, gapDays).Select(static run => new TherapyCourse(
            run[0].Drug,
            run[0].When,
            run[^1].CourseEnd ?? run[^1].When,
            run.Count,
            run.Select(static dose => dose.Source).ToEquatableArray()));
}
