using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using FsCheck.Xunit;

namespace FhirHer2Bridge.Core.Tests.Properties;

/// <summary>
/// A quiet patient is asked again only when NextDue says so: between a moment and its NextDue nothing may change, rule by rule, so
/// that one rule's announcement does not hide what another one left out.
/// </summary>
[Trait("Category", "Property")]
public sealed class NextDueProperties
{
    private const int LastDay = 900;

    [Property(MaxTest = 100)]
    public void Assess_BetweenAMomentAndItsNextDue_ChangesNothing(int seed) => Walk(RandomPatient.Hard(seed), Completeness.Whole);

    [Property(MaxTest = 50)]
    public void Assess_RecordReadToADay_ChangesNothingBeforeItsNextDue(int seed, int tests, int doses) => Walk(
        RandomPatient.Hard(seed), new Completeness(PatientBuilder.Instant(Spread(tests)), PatientBuilder.Instant(Spread(doses))));

    private static int Spread(int any) => (int)(Math.Abs((long)any * 7919) % LastDay);

    /// <summary>Every two weeks, and at the last tick of what each answer promises to last.</summary>
    private static void Walk(PatientBuilder patient, Completeness completeness)
    {
        var held = new Dictionary<RuleId, Said>();
        var moments = new SortedSet<DateTimeOffset>(Enumerable.Range(0, LastDay / 14).Select(static week => PatientBuilder.Instant(week * 14)));
        while (moments.Count > 0)
        {
            var moment = moments.Min;
            moments.Remove(moment);
            var context = new RuleContext(moment, completeness);
            var view = HistoryBuilder.Build(new PatientKey("p1"), patient.Facts, context);
            foreach (var rule in RuleBook.Default.Rules)
            {
                var outcome = rule.Evaluate(view, context);
                var until = outcome.AwaitsReading ? moment : Moment.Earliest(outcome.NextDue, view.NextVisible) ?? DateTimeOffset.MaxValue;
                var now = new Said(outcome.Flags.ToEquatableArray(), outcome.Undetermined.ToEquatableArray(), view.History.Status, until);
                if (held.GetValueOrDefault(rule.Card.Id) is { } before && moment < before.Until)
                {
                    (now with { Until = before.Until }).ShouldBe(before, $"{rule.Card.Id} at {moment:O}");
                }

                held[rule.Card.Id] = now;
                if (until.AddTicks(-1) is var last && last > moment && last < PatientBuilder.Instant(LastDay))
                {
                    moments.Add(last);
                }
            }
        }
    }

    private sealed record Said(EquatableArray<Flag> Flags, EquatableArray<string> Undetermined, PatientStatus Status, DateTimeOffset Until);
}
