using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>02: trastuzumab goes on without a new HER2 assessment (reference 7, F02).</summary>
public sealed class TrastuzumabWithoutReassessmentRule : FlagRule
{
    public const string Code = "trastuzumab-without-reassessment";

    private static readonly RuleParameter MaxDays = new(
        "max-days-since-test", "days", 180, 90, 365,
        "Gastric: days since the last determinate test; just under the median progression-free survival of ToGA (6.7 months).");

    private static readonly RuleParameter HighDays = new(
        "high-after-days", "days", 270, 90, 365, "Gastric: days since the last determinate test from which severity is high.");

    private static readonly RuleParameter BreastDays = new(
        "breast-max-days", "days", 365, 180, 730, "Breast, metastatic: days after the later of last test and course start.");

    private static readonly RuleParameter BreastCourseDays = new(
        "breast-course-days", "days", 400, 180, 730, "Breast, curative or unknown setting: length of the course before time alone counts.");

    private static readonly RuleParameter MinDoses = new(
        "min-doses-since-test", "doses", 2, 1, 4, "One dose may precede the record; two show continuation.");

    private static readonly RuleParameter CountAdc = new(
        "count-adc-as-trastuzumab", "0 or 1", 0, 0, 1, "1: trastuzumab conjugates count as trastuzumab for this rule.");

    public static RuleId Id { get; } = new("H2B-02");

    public static RuleParameter ContinuingGapDays { get; } = new(
        "continuing-gap-days", "days", 42, 28, 90, "Up to this many days between two doses are one course.");

    public static RuleParameter RetestGraceDays { get; } = new(
        "retest-grace-days", "days", 42, 14, 60,
        "Days after progression in which biopsy, IHC and ISH may still report (rules 02 and 08), and for which a pending result is waited for.");

    public override RuleCard Card { get; } = new(Id, 4, "Trastuzumab continues without HER2 reassessment")
    {
        Codes = [Code],
        Trigger = "An active course with enough doses since the last determinate test, and that test is older than the limit; or "
            + "progression after the last test, the grace period over, and the course still active. Undetermined where a report that may hold a "
            + "test is unread, or for the grace period while one is pending.",
        Clears = "A new determinate test (after the progression, if that was the trigger); the course ended; death.",
        Severity = "gastric moderate, high from the second limit; breast low; after progression high",
        Source = "Case report, World J Surg Oncol 2022, doi 10.1186/s12957-022-02615-0 (conclusion); T-ACT, J Clin Oncol 2020;38:1919; "
            + "ToGA. No guideline gives a number of days: every limit is a default that the site's clinician signs.",
        Parameters = [MaxDays, HighDays, BreastDays, BreastCourseDays, ContinuingGapDays, MinDoses, RetestGraceDays, CountAdc],
        SilentWhileOpen = [DrugAfterNegativeRule.Id, DrugWithoutResultRule.Id],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        var countAdc = context.Days(Id, CountAdc) == 1;
        foreach (var tumour in patient.Tumours)
        {
            var doses = tumour.Doses
                .Where(dose => dose.Drug.Class == DrugClass.Trastuzumab || (countAdc && dose.Drug.Class == DrugClass.TrastuzumabAdc))
                .ToList();
            if (tumour.DosesUnassigned)
            {
                outcome.CannotTell("dose-not-assigned");
            }

            var tests = QualifyingTest.Sequence(tumour);
            if (tests.Count > 0 && Absence.MayHideDose(patient, tests[0].When.Earliest))
            {
                outcome.CannotTell("doses-not-read-through");
            }

            if (doses.Count > 0)
            {
                var own = patient with { Progressions = TumourProgressions.Of(tumour, patient, outcome) };
                EvaluateTumour(own, tumour, doses, tests, (context, outcome));
            }
        }

        return outcome;
    }

    private static void EvaluateTumour(
        PatientView patient, TumourLine tumour, List<Dose> doses, List<QualifyingTest> tests, (RuleContext Context, RuleOutcome Outcome) at)
    {
        if (tests.Count == 0)
        {
            at.Outcome.CannotTell("no-qualifying-test");
            return;
        }

        var gap = at.Context.Days(Id, ContinuingGapDays);
        var raised = new HashSet<string>(StringComparer.Ordinal);
        foreach (var course in DoseReader.Runs(doses, gap).Select(run => new Course(run, gap)))
        {
            for (var i = 0; i < tests.Count; i++)
            {
                var stretch = new Stretch(course, tests[i], tests[(i + 1)..], doses);
                var isFirst = !raised.Contains(tests[i].Assessment.Anchor);
                if (EvaluateStretch(patient, tumour, stretch, isFirst, at))
                {
                    raised.Add(tests[i].Assessment.Anchor);
                }
            }
        }
    }

    /// <summary>One course under one last test. True where it has an episode.</summary>
    private static bool EvaluateStretch(
        PatientView patient, TumourLine tumour, Stretch stretch, bool isFirst, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var context = at.Context;
        var days = new ClockDays(context.Days(Id, MaxDays), context.Days(Id, HighDays), context.Days(Id, BreastDays), context.Days(Id, BreastCourseDays));
        var clock = ReassessmentClock.For(tumour, stretch.Test.When.Earliest, stretch.Course.First.When.Earliest, days);
        var byTime = stretch.FromDose(context.Days(Id, MinDoses)) is { } enough ? Moment.Latest(clock.At, enough, stretch.Test.KnownFrom) : (DateTimeOffset?)null;
        var progression = patient.Progressions.FirstOrDefault(p => p.When!.Value.OrderAgainst(stretch.Test.When) == TimeOrder.After);
        var byProgression = progression is null ? (DateTimeOffset?)null : ByProgression(progression, stretch, CommonThresholds.RetestGrace(context));
        var start = Moment.Earliest(byTime, byProgression);
        var reassessed = start is not null && start == byProgression ? stretch.NextTestKnownAfter(progression!.When!.Value) : stretch.NextTestKnown;
        if (byProgression is null && stretch.NextTestKnown is null && (stretch.Course.IsOngoing || !at.Outcome.HasCome(stretch.Course.EndsAtLatest))
            && patient.Progressions.Any(p => p.When!.Value.Overlaps(stretch.Test.When)))
        {
            at.Outcome.CannotTell("order-of-test-and-progression");
        }

        SayWhatTimeLeavesOpen(stretch, clock, start, at);
        if (start is not { } begins || stretch.NextTestKnown <= begins)
        {
            return false;
        }

        if (stretch.NextTestKnown is not null && reassessed is null)
        {
            at.Outcome.CannotTell("order-of-test-and-progression");
            return false;
        }

        if (stretch.Course.MayHaveEnded(begins))
        {
            return CannotTellAfterCourse(patient, stretch, begins, at);
        }

        if (at.Outcome.HasCome(begins) && WhyTestsMayBeMissing(patient, stretch.Test, begins, at) is { } reason)
        {
            if (context.Completeness.TestsThrough(begins))
            {
                at.Outcome.CannotTell(reason);
            }
            else
            {
                at.Outcome.NotReadThrough(reason);
            }

            return false;
        }

        var severe = Moment.Earliest(byProgression, Moment.Latest(clock.HighAt, begins));
        var level = at.Outcome.HasCome(severe) && !(reassessed <= severe) && !stretch.Course.MayHaveEnded(severe) ? FlagSeverity.High : clock.Severity;
        new Episode(patient, context, at.Outcome) { Start = begins, Trigger = begins }
            .EndsAt(reassessed, "reassessed")
            .EndsWith(stretch.Course)
            .Raise(() => ReassessmentFlag.Of(stretch, begins, level == FlagSeverity.High ? severe!.Value : begins, level, isFirst, (patient, tumour)));
        return at.Outcome.HasCome(begins);
    }

    /// <summary>One reading of an unknown tumour says due and the other does not; or doses of coarse dates may be since the test.</summary>
    private static void SayWhatTimeLeavesOpen(
        Stretch stretch, ReassessmentClock clock, DateTimeOffset? start, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var doses = at.Context.Days(Id, MinDoses);
        var from = stretch.FromDose(doses);
        Say(clock.UnsureFrom, from, "tumour-type-unknown");
        Say(clock.At, from is null ? stretch.MayBeFromDose(doses) : null, "dose-dates-too-coarse");

        void Say(DateTimeOffset? due, DateTimeOffset? enough, string reason)
        {
            if (due is null || enough is null)
            {
                return;
            }

            var since = Moment.Latest(due.Value, enough.Value, stretch.Test.KnownFrom);
            if (at.Outcome.HasCome(since) && stretch.Holds(since) && !at.Outcome.HasCome(start))
            {
                at.Outcome.CannotTell(reason);
            }
        }
    }

    /// <summary>The course ended before the limit, if the doses were read so far; else nobody can say that it did.</summary>
    private static bool CannotTellAfterCourse(
        PatientView patient, Stretch stretch, DateTimeOffset begins, (RuleContext Context, RuleOutcome Outcome) at)
    {
        if (!at.Outcome.HasCome(begins))
        {
            return false;
        }

        if (!stretch.Course.Ended(begins))
        {
            at.Outcome.CannotTell("dose-dates-too-coarse");
        }
        else if (!at.Context.Completeness.DosesThrough(stretch.Course.Ends))
        {
            at.Outcome.NotReadThrough("doses-not-read-through");
        }
        else if (Absence.MayHideDose(patient, stretch.Test.When.Earliest, begins))
        {
            at.Outcome.CannotTell("doses-not-read-through");
        }

        return false;
    }

    private static DateTimeOffset ByProgression(ProgressionFact after, Stretch stretch, int graceDays) =>
        Moment.Latest(after.When!.Value.Earliest.AddDays(graceDays + 1), stretch.Course.First.When.Earliest, stretch.Test.KnownFrom);

    /// <summary>No test between the last one and the limit: said only where everything up to it was read and readable.</summary>
    private static string? WhyTestsMayBeMissing(
        PatientView patient, QualifyingTest test, DateTimeOffset instant, (RuleContext Context, RuleOutcome Outcome) at) =>
        patient.UnassignedStatusesOfAnyTrack.Any(other => other.When.Earliest <= instant && other.When.LatestExclusive > test.When.Earliest)
            ? "tumour-not-assigned"
            : at.Context.Completeness.TestsThrough(instant)
            ? patient.Gaps.FirstOrDefault(gap => Absence.MayHideTest(gap, at.Context, at.Outcome)
                && !(gap.When?.LatestExclusive <= test.When.LatestExclusive)
                && !test.Assessment.Reports.Contains(gap.Source.Key.Value, StringComparer.Ordinal)
                && !(gap.When?.Earliest > instant))?.Code
            : "tests-not-read-through";
}
