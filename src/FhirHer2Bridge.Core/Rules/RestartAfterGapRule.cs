using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>23: trastuzumab is restarted after a gap (reference 7, F23).</summary>
public sealed class RestartAfterGapRule : FlagRule
{
    public const string Code = "restart-after-gap";

    public static RuleId Id { get; } = new("H2B-23");

    public override RuleCard Card { get; } = new(Id, 1, "Trastuzumab restarted after a gap")
    {
        Codes = [Code],
        Trigger = "Trastuzumab is given more than a course gap (rule 02) after the last dose of a drug that contains it. A late dose "
            + "within the gap, for which the label asks a new loading dose (28 days, weekly schedule 14), is no restart.",
        Clears = "A determinate test collected since the former dose becomes known after the restart; the next restart; death; it becomes "
            + "historical.",
        Severity = "low; moderate where the gap is longer than that of a new course (rule 06) and holds no determinate test",
        Source = "Label of trastuzumab (re-loading after a missed dose); labels of pertuzumab and its combination (six weeks). No guideline "
            + "gives a number of days for a new test: both gaps are defaults that the site's clinician signs.",
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        foreach (var tumour in patient.Tumours)
        {
            if (tumour.DosesUnassigned)
            {
                outcome.CannotTell("dose-not-assigned");
            }

            var restarts = Restarts(tumour, CommonThresholds.ContinuingGap(context)).ToList();
            for (var i = 0; i < restarts.Count; i++)
            {
                Judge(restarts[i], i + 1 < restarts.Count ? restarts[i + 1].Dose.When.Earliest : null, patient, tumour, (context, outcome));
            }
        }

        return outcome;
    }

    private static IEnumerable<Restart> Restarts(TumourLine tumour, int gapDays)
    {
        Dose? last = null;
        foreach (var dose in tumour.Doses.Where(static dose => dose.Drug.Class is DrugClass.Trastuzumab or DrugClass.TrastuzumabAdc))
        {
            if (last is { Ongoing: false } && dose.Drug.Class == DrugClass.Trastuzumab && (dose.When.Earliest - last.Last).Days > gapDays)
            {
                yield return new Restart(last, dose);
            }

            last = last is null || dose.Ongoing || (!last.Ongoing && dose.Last >= last.Last) ? dose : last;
        }
    }

    private static void Judge(
        Restart restart, DateTimeOffset? next, PatientView patient, TumourLine tumour, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var (from, start) = (restart.Before.Last, restart.Dose.When.Earliest);
        if (!Absence.OfDoses(patient, from, start, at.Context, at.Outcome))
        {
            return;
        }

        var tests = QualifyingTest.All(tumour).Where(test => test.When.Earliest >= from).ToList();
        var isLong = (start - from).Days > CommonThresholds.NewCourseGap(at.Context)
            && !tests.Exists(test => test.KnownFrom <= start);
        if (isLong && patient.Unassigned.Any(a => a.Latest.Status.IsDeterminate() && a.When.Earliest >= from && a.Readings[0].KnownFrom <= start))
        {
            at.Outcome.CannotTell("tumour-not-assigned");
            return;
        }

        if (isLong && !Absence.OfTests(patient, from, start, at.Context, at.Outcome))
        {
            return;
        }

        new Episode(patient, at.Context, at.Outcome) { Start = start, Trigger = start }
            .EndsAt(tests.Where(test => test.KnownFrom > start).Select(static test => (DateTimeOffset?)test.KnownFrom).Min(), "reassessed")
            .EndsAt(next, "superseded")
            .Raise(() => FlagOf(restart, isLong ? FlagSeverity.Moderate : FlagSeverity.Low, patient, tumour));
    }

    private static Flag FlagOf(Restart restart, FlagSeverity severity, PatientView patient, TumourLine tumour) => new()
    {
        Patient = patient.Patient,
        Rule = Id,
        Code = Code,
        Anchor = restart.Dose.Source.Key.Value,
        AnchorMembers = [restart.Dose.Source.Key.Value],
        Severity = severity,
        State = FlagState.Active,
        Provisional = restart.Dose.Drug.Uncertain || restart.Before.Drug.Uncertain,
        Start = restart.Dose.When.Earliest,
        Effective = restart.Dose.When,
        Text = $"{restart.Dose.Drug.Name} was given on {RuleText.Date(restart.Dose.When)}; the dose before it on record is {restart.Before.Drug.Name} "
            + $"on {RuleText.Date(restart.Before.CourseEnd ?? restart.Before.When)}."
            + (severity == FlagSeverity.Moderate ? " No HER2 result from between them is on record." : string.Empty),
        Evidence = [restart.Dose.Source, restart.Before.Source],
        Details =
        [
            RuleText.When("trastuzumab-first-date", restart.Dose.When),
            RuleText.When("trastuzumab-last-date", restart.Before.CourseEnd ?? restart.Before.When),
        ],
        Focus = tumour.Condition,
        Tumour = tumour.Kind,
    };

    private sealed record Restart(Dose Before, Dose Dose);
}
