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
