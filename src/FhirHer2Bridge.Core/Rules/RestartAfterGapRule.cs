using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>23: trastuzumab is restarted after a gap (reference 7, F23).</summary>
public sealed class RestartAfterGapRule : FlagRule
{
    public const string Code = "restart-after-gap";

    public static RuleId Id { get; } = new("H2B-23");

    public override RuleCard Card { get; } = new(Id, 2, "Trastuzumab restarted after a gap")
    {
        Codes = [Code],
        Trigger = "Trastuzumab is given more than a course gap (rule 02) after the last dose of a drug that contains it. A late dose "
            + "within the gap, for which the label asks a new loading dose (28 days, weekly schedule 14), is no restart. Undetermined where "
            + "the dates are too coarse to say whether there was a gap, and where the dose names none of several tumours of which only some were tested in it.",
        Clears = "A determinate test collected since the former dose becomes known after the restart; the next restart; death; it becomes "
            + "historical.",
        Severity = "low; moderate where the gap is longer than that of a new course (rule 06) and holds no determinate test",
        Source = "Label of trastuzumab (re-loading after a missed dose); labels of pertuzumab and its combination (six weeks). No guideline "
            + "gives a number of days for a new test: both gaps are defaults that the site's clinician signs.",
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        var restarts = Restarts(patient.Doses, CommonThresholds.ContinuingGap(context), outcome).ToList();
        for (var i = 0; i < restarts.Count; i++)
        {
            Judge(restarts[i], i + 1 < restarts.Count ? restarts[i + 1].Dose.When.Earliest : null, patient, (context, outcome));
        }

        return outcome;
    }

    /// <summary>A gap is one without the drug, for whichever tumour it was given.</summary>
    private static IEnumerable<Restart> Restarts(IEnumerable<Dose> given, int gapDays, RuleOutcome outcome)
    {
        var doses = given.Where(static dose => dose.Drug.Class is DrugClass.Trastuzumab or DrugClass.TrastuzumabAdc).ToList();
        for (var i = 1; i < doses.Count; i++)
        {
            var (dose, earlier) = (doses[i], doses.Take(i).ToList());
            if (dose.Drug.Class != DrugClass.Trastuzumab || earlier.Exists(static one => one.Ongoing))
            {
                continue;
            }

            if (earlier.Min(one => (dose.When.Earliest - End(one).LastDay()).Days) > gapDays)
            {
                yield return new Restart(earlier.MaxBy(static one => one.Last)!, dose);
            }
            else if (MostDays(doses, i) > gapDays)
            {
                outcome.CannotTell("dose-dates-too-coarse");
            }
        }
    }

    /// <summary>The longest gap before a dose that the dates allow: from the last dose that is certainly not after it.</summary>
    private static int MostDays(List<Dose> doses, int index)
    {
        var dose = doses[index];
        var before = doses.Where((one, i) => i != index
            && (End(one).LastDay() < dose.When.LastDay() || (i < index && End(one).LastDay() == dose.When.LastDay())
                || (one.CourseEnd is not null && one.When.LastDay() <= dose.When.Earliest)))
            .Select(static one => End(one).Earliest).DefaultIfEmpty(dose.When.LastDay()).Max();
        return (dose.When.LastDay() - before).Days;
    }

    private static ClinicalTime End(Dose dose) => dose.CourseEnd ?? dose.When;

    private static void Judge(Restart restart, DateTimeOffset? next, PatientView patient, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var (from, start) = (restart.Before.Last, restart.Dose.When.Earliest);
        if (!Absence.OfDoses(patient, from, start, at.Context, at.Outcome))
        {
            return;
        }

        // A dose that names none of several tumours may be for each of them.
        var treated = patient.Tumours.FirstOrDefault(tumour => tumour.Doses.Contains(restart.Dose));
        var tests = (treated is null ? patient.Tumours : [treated])
            .Select(tumour => QualifyingTest.All(tumour).Where(test => test.When.Earliest >= from).Select(static test => test.KnownFrom).ToList()).ToList();
        var isLong = (start - End(restart.Before).LastDay()).Days > CommonThresholds.NewCourseGap(at.Context);
        var untested = isLong ? tests.Count(known => !known.Exists(moment => moment <= start)) : 0;
        if (untested > 0 && untested < tests.Count)
        {
            at.Outcome.CannotTell("dose-not-assigned");
            return;
        }

        if (untested > 0 && patient.UnassignedStatusesOfAnyTrack.Any(a =>
            a.When.Earliest >= from && a.Readings[0].KnownFrom <= start))
        {
            at.Outcome.CannotTell("tumour-not-assigned");
            return;
        }

        if (untested > 0 && !Absence.OfTests(patient, from, start, at.Context, at.Outcome))
        {
            return;
        }

        var retested = tests.ConvertAll(known => known.Where(moment => moment > start).Select(static moment => (DateTimeOffset?)moment).Min());
        new Episode(patient, at.Context, at.Outcome) { Start = start, Trigger = start }
            .EndsAt(retested.Contains(null) ? null : retested.Max(), "reassessed")
            .EndsAt(next, "superseded")
            .Raise(() => FlagOf(restart, untested > 0 ? FlagSeverity.Moderate : FlagSeverity.Low, patient, treated));
    }

    private static Flag FlagOf(Restart restart, FlagSeverity severity, PatientView patient, TumourLine? tumour) => new()
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
        Focus = tumour?.Condition,
        Tumour = tumour?.Kind ?? TumourKind.None,
    };

    private sealed record Restart(Dose Before, Dose Dose);
}
