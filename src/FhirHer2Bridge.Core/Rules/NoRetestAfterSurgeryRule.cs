using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>22: a tumour was resected after HER2-directed treatment and the tissue was not tested (reference 7, F22).</summary>
public sealed class NoRetestAfterSurgeryRule : FlagRule
{
    public const string Code = "no-retest-after-surgery";

    private static readonly RuleParameter RetestDays = new(
        "post-surgery-retest-days", "days", 28, 14, 56, "Days from surgery by which the resected tissue is reported.");

    private static readonly RuleParameter AfterDoseDays = new(
        "after-dose-days", "days", 180, 90, 365, "Surgery up to this many days after the last HER2-directed dose counts as after treatment.");

    public static RuleId Id { get; } = new("H2B-22");

    public override RuleCard Card { get; } = new(Id, 1, "No retest after surgery")
    {
        Codes = [Code],
        Trigger = "Resection of the treated tumour, on the same side, soon after a HER2-directed dose, and no HER2 result on tissue collected "
            + "from that day on by the limit. Undetermined where a date is too coarse to say whether tissue was collected before or after surgery.",
        Clears = "A result on tissue collected at surgery or later; a report on it whose words say that no invasive tumour was left (no code "
            + "for that is verified); death; it becomes historical.",
        Severity = "gastric moderate, breast low",
        Source = "Case report, World J Surg Oncol 2022, doi 10.1186/s12957-022-02615-0 (the resected tumour had turned negative). No guideline "
            + "gives a number of days: both limits are defaults that the site's clinician signs.",
        Parameters = [RetestDays, AfterDoseDays],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        foreach (var surgery in patient.Surgeries)
        {
            foreach (var tumour in patient.Tumours.Where(tumour => tumour.Kind == TumourKind.None || tumour.MayOwn(surgery.Tumour, BodySides.Of(surgery.Site))))
            {
                Evaluate(patient, tumour, surgery, (context, outcome));
            }
        }

        return outcome;
    }

    private static void Evaluate(
        PatientView patient, TumourLine tumour, SurgeryFact surgery, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var operated = surgery.When!.Value.Earliest;
        var start = operated.AddDays(at.Context.Days(Id, RetestDays));
        var dose = tumour.Doses.LastOrDefault(d => d.When.Earliest <= operated);
        var tests = tumour.Assessments
            .Where(a => StatusWalk.IsUsable(a) && a.CollectedBy() > operated && BodySides.MayBeSame(a.Assessment.Site, surgery.Site)).ToList();
        var known = tests.Where(a => IsFromSurgeryOn(a, surgery)).Select(static a => (DateTimeOffset?)a.Readings[0].KnownFrom).Min();
        var isNow = at.Outcome.HasCome(start) && !at.Outcome.HasCome(known);
        if (isNow && tumour.DosesUnassigned)
        {
            at.Outcome.CannotTell("dose-not-assigned");
        }

        var days = at.Context.Days(Id, AfterDoseDays);
        if (dose is null || (!dose.Ongoing && (operated - dose.LastAtMost).Days > days))
        {
            return;
        }

        if (isNow && !dose.Ongoing && (surgery.When.Value.LastDay() - dose.Last).Days > days)
        {
            at.Outcome.CannotTell("dose-dates-too-coarse");
            return;
        }

        if (isNow && tests.Exists(a => !IsFromSurgeryOn(a, surgery)))
        {
            at.Outcome.CannotTell("order-of-test-and-surgery");
            return;
        }

        if (isNow && !CanTell(patient, tumour, surgery, start, at))
        {
            return;
        }

        var none = patient.NoResiduals.Where(said => said.When is { } when && when.LatestExclusive > operated && IsNear(when, surgery, at.Context))
            .Select(static said => (DateTimeOffset?)said.KnownFrom).Min();
        new Episode(patient, at.Context, at.Outcome) { Start = start, Trigger = operated }
            .EndsAt(Moment.Earliest(known, none), "reassessed")
            .Raise(() => FlagOf(surgery, dose, patient, tumour));
    }

    /// <summary>Of this surgery and not of one years later: a report within the time in which a resection follows treatment.</summary>
    private static bool IsNear(ClinicalTime said, SurgeryFact surgery, RuleContext context) =>
        (said.Earliest - surgery.When!.Value.Earliest).Days <= context.Days(Id, AfterDoseDays);

    /// <summary>Collected on the day of surgery or later, and that is certain.</summary>
    private static bool IsFromSurgeryOn(ReadAssessment assessment, SurgeryFact surgery) =>
        assessment.When.IsCoarse() ? assessment.When.Earliest >= surgery.When!.Value.LastDay() : assessment.When.LatestExclusive > surgery.When!.Value.LastDay();

    private static bool CanTell(
        PatientView patient, TumourLine tumour, SurgeryFact surgery, DateTimeOffset start, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var operated = surgery.When!.Value.Earliest;
        if (surgery.Conditions.Count > 0 && patient.TumourConditions.Any(fact => fact.Kind == tumour.Kind)
            && !patient.TumourConditions.Any(fact => fact.Kind == tumour.Kind && surgery.Conditions.Contains(fact.Condition)))
        {
            at.Outcome.CannotTell("surgery-not-assigned");
            return false;
        }

        if (patient.Unassigned.Any(a => StatusWalk.IsUsable(a) && a.CollectedBy() > operated))
        {
            at.Outcome.CannotTell("tumour-not-assigned");
            return false;
        }

        return Absence.OfTests(patient, operated, start, at.Context, at.Outcome);
    }

    private static Flag FlagOf(SurgeryFact surgery, Dose dose, PatientView patient, TumourLine tumour)
    {
        var when = surgery.When!.Value;
        var site = surgery.Site is { } at ? $" ({at})" : string.Empty;
        return new Flag
        {
            Patient = patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = surgery.Source.Key.Value,
            Severity = surgery.Tumour == TumourKind.Gastric ? FlagSeverity.Moderate : FlagSeverity.Low,
            State = FlagState.Active,
            Start = when.Earliest,
            Effective = when,
            Text = $"{surgery.Label}{site} on {RuleText.Date(when)} after {dose.Drug.Name}, last given before it on "
                + $"{RuleText.Date(dose.CourseEnd ?? dose.When)}; no HER2 result on tissue from then on is on record.",
            Evidence = [surgery.Source, dose.Source],
            Details = [RuleText.When("trastuzumab-last-date", dose.CourseEnd ?? dose.When)],
            Focus = tumour.Condition,
            Tumour = tumour.Kind,
        };
    }
}
