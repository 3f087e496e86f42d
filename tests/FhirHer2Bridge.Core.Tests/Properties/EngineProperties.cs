using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using FsCheck.Xunit;

namespace FhirHer2Bridge.Core.Tests.Properties;

/// <summary>What holds for every patient. The seed is what FsCheck prints.</summary>
[Trait("Category", "Property")]
public sealed class EngineProperties
{
    [Property(MaxTest = 500)]
    public void Assess_FactsInAnyOrder_GivesTheSameAnswer(int seed, int day)
    {
        var patient = RandomPatient.Hard(seed);
        var asOf = Day(day);
        var expected = patient.AsOf(asOf);

        var random = new Random(day);
        var shuffled = new PatientBuilder();
        shuffled.Facts.AddRange(patient.Facts.OrderBy(_ => random.Next()));

        shuffled.AsOf(asOf).ShouldBe(expected);
    }

    [Property(MaxTest = 500)]
    public void Assess_Twice_PlansNothing(int seed, int day)
    {
        var patient = RandomPatient.Hard(seed);
        var standing = Standing(patient.AsOf(Day(day)));

        patient.AsOf(Day(day), null, standing).Changes.ShouldBeEmpty();
    }

    /// <summary>A withdrawal rests on new evidence, never on what was not read: complete reading withdraws the same flags.</summary>
    [Property(MaxTest = 1000)]
    public void Assess_NothingReadCompletely_NeverResolvesByAbsenceNorWithdrawsMore(int seed, int day)
    {
        var patient = RandomPatient.From(seed);
        var standing = Standing(patient.AsOf(Day(day)));

        var changes = patient.AsOf(Day(day) + 60, Completeness.Unknown, standing).Changes;
        var whole = patient.AsOf(Day(day) + 60, Completeness.Whole, standing).Changes;

        Withdrawn(changes).ShouldBeSubsetOf(Withdrawn(whole));
        changes.ShouldNotContain(static change => change is FlagChange.Resolve
            && (change.Flag.Reason == "treatment-stopped" || change.Flag.Reason == "historical"));
    }

    /// <summary>A result that has become unclear takes back nothing that rested on it.</summary>
    [Property(MaxTest = 500)]
    public void Assess_ResultBecomesUnclear_WithdrawsNoStatusChange(int seed, int day)
    {
        var patient = RandomPatient.From(seed);
        var standing = Standing(patient.AsOf(Day(day)));
        var unclear = patient.Facts.OfType<AssayFact>()
            .Select(fact => fact with
            {
                Source = fact.Source with { Id = fact.Source.Id + "-again" },
                Method = AssayMethod.Overall,
                Result = new AssayResult.Inconclusive("weakly-positive"),
                Issued = PatientBuilder.EndOf(Day(day)),
            }).ToList();
        patient.Facts.AddRange(unclear);

        patient.AsOf(Day(day) + 1, null, standing).Changes
            .ShouldNotContain(static change => change is FlagChange.Withdraw && change.Flag.Rule == StatusChangedRule.Id);
    }

    [Property(MaxTest = 500)]
    public void Assess_EveryFlag_RestsOnFactsGiven(int seed, int day)
    {
        var patient = RandomPatient.Hard(seed);
        var sources = patient.Facts.Select(static fact => fact.Source).ToHashSet();

        var flags = patient.AsOf(Day(day)).Flags;

        flags.ShouldAllBe(flag => flag.Evidence.Count > 0 && flag.Evidence.All(sources.Contains));
        flags.ShouldAllBe(flag => flag.Start <= PatientBuilder.EndOf(Day(day)) && !(flag.End > PatientBuilder.EndOf(Day(day))));
    }

    /// <summary>Whatever new facts say, and however little of the record was read.</summary>
    [Property(MaxTest = 500)]
    public void Assess_UndeterminedRule_NeverRetracts(int seed, int other, int day, bool unread)
    {
        var patient = RandomPatient.Hard(seed);
        var standing = Standing(patient.AsOf(Day(day)));
        patient.Facts.RemoveAll(fact => (fact.Source.GetHashCode() + other) % 5 == 0);
        patient.Facts.AddRange(RandomPatient.Hard(other).Facts.OfType<GapFact>());

        var now = patient.AsOf(Day(day) + 60, unread ? Completeness.Unknown : Completeness.Whole, standing);

        now.Changes.OfType<FlagChange.Withdraw>().Select(static change => change.Flag.Rule)
            .Intersect(now.Undetermined.Select(static one => one.Rule)).ShouldBeEmpty();
    }

    /// <summary>Results that say nothing, also of a specimen that has others: what was not negative is not, and no rule says more of a negative.</summary>
    [Property(MaxTest = 1000)]
    public void Assess_UnknownAdded_NeverBecomesNegative(int seed, int which, int day)
    {
        var patient = RandomPatient.Hard(seed);
        var before = patient.AsOf(Day(day));
        var known = patient.Facts.OfType<AssayFact>().Where(static fact => fact.ReplacedAt is null).ToList();
        var like = known[(int)(Math.Abs((long)which) % known.Count)];
        AssayResult[] results =
        [
            new AssayResult.Inconclusive("value-not-read"), new AssayResult.Inconclusive("weakly-positive"),
            new AssayResult.Inconclusive("contradictory-coding"), new AssayResult.Inconclusive("specimen-unsatisfactory"),
            new AssayResult.Stated(Her2Status.Indeterminate), new AssayResult.Gene(null),
        ];
        patient.Assayed(like with
        {
            Source = like.Source with { Id = "unknown" },
            Result = results[(int)(Math.Abs((long)seed + which) % results.Length)],
            Standing = FactStanding.Final,
        });

        var after = patient.AsOf(Day(day));

        (after.History.Status.Status == Her2Status.Negative && before.History.Status.Status != Her2Status.Negative).ShouldBeFalse();
        after.History.Assessments.Count(static one => one.Status == Her2Status.Negative)
            .ShouldBeLessThanOrEqualTo(before.History.Assessments.Count(static one => one.Status == Her2Status.Negative));
        Negative(after).ShouldBeSubsetOf(Negative(before));
    }

    [Property(MaxTest = 500)]
    public void Assess_UnreadableAdded_NeverChangesTheStatus(int seed, int day)
    {
        var patient = RandomPatient.From(seed);
        var before = patient.AsOf(Day(day)).History.Status;

        patient.Gap("text-not-read", Day(day) / 2);

        patient.AsOf(Day(day)).History.Status.ShouldBe(before);
    }

    [Property(MaxTest = 200)]
    public void Assess_AnyMoment_IsTheSameUntilTheNextDue(int seed, int day)
    {
        var patient = RandomPatient.Hard(seed);
        var first = patient.AsOf(Day(day));
        var until = first.NextDue ?? PatientBuilder.EndOf(Day(day)).AddDays(900);

        var later = Her2Engine.Assess(
            new PatientKey("p1"), patient.Facts, [], RuleBook.Default, new RuleContext(until.AddTicks(-1), Completeness.Whole));

        later.Flags.ShouldBe(first.Flags);
        later.Undetermined.ShouldBe(first.Undetermined);
    }

    [Property(MaxTest = 500)]
    public void OrderAgainst_AnyTwoSpans_IsAntisymmetric(int a, int b, bool month)
    {
        var one = PatientBuilder.Day(Day(a));
        var two = month ? PatientBuilder.Month(2021, 1 + (Day(b) % 12)) : PatientBuilder.Day(Day(b));

        var forward = one.OrderAgainst(two);

        two.OrderAgainst(one).ShouldBe(forward switch
        {
            TimeOrder.Before => TimeOrder.After,
            TimeOrder.After => TimeOrder.Before,
            _ => forward,
        });
        one.Overlaps(two).ShouldBe(forward is TimeOrder.Indeterminate or TimeOrder.Same);
    }

    /// <summary>Flags that rest on a negative result.</summary>
    private static IEnumerable<string> Negative(PatientAssessment assessment) => assessment.Flags
        .Where(static flag => flag.Code is "positive-to-negative" or DrugAfterNegativeRule.Code && flag.State == FlagState.Active)
        .Select(static flag => $"{flag.Code} {flag.Start:O}");

    private static IEnumerable<string> Withdrawn(IEnumerable<FlagChange> changes) => changes.OfType<FlagChange.Withdraw>().Select(static change => change.Key!);

    /// <summary>FsCheck's small numbers spread over two and a half years.</summary>
    private static int Day(int any) => (int)(Math.Abs((long)any * 7919) % 900);

    private static StandingFlag[] Standing(PatientAssessment assessment) =>
        [.. assessment.Changes.Select(static (change, i) => new StandingFlag
        {
            Key = FormattableString.Invariant($"k{i}"),
            Code = change.Flag.Code,
            Anchor = change.Flag.Anchor,
            State = change.Flag.State,
            Evidence = change.Flag.Evidence.Select(static source => source.Key).ToEquatableArray(),
            Content = change.Flag,
        })];
}
