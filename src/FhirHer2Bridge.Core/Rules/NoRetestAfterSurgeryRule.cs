using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;

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

    public override RuleCard Card { get; } = new(Id, 2, "No retest after surgery")
    {
        Codes = [Code],
        Trigger = "Resection of the treated tumour, on the same side, soon after a HER2-directed dose, and no HER2 result on tissue collected "
            + "from that day on by the limit. Procedures of one day, tumour and side are one operation. Undetermined where a date is missing, or "
            + "too coarse to say whether tissue was collected before or after surgery.",
        Clears = "A result on tissue collected at surgery or later; a report on it whose words say that no invasive tumour was left (no code "
            + "for that is verified), of that side where two were operated on; death; it becomes historical.",
        Severity = "gastric moderate, breast low",
        Source = "Case report, World J Surg Oncol 2022, doi 10.1186/s12957-022-02615-0 (the resected tumour had turned negative). No guideline "
            + "gives a number of days: both limits are defaults that the site's clinician signs.",
        Parameters = [RetestDays, AfterDoseDays],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        var operations = Operation.Of(patient.Surgeries);
        var residuals = new ResidualStatements(patient, operations, context.Days(Id, AfterDoseDays));
        foreach (var operation in operations)
        {
            foreach (var tumour in patient.Tumours.Where(tumour => IsOf(operation.Surgery, tumour)))
            {
                Evaluate(patient, tumour, operation, residuals, (context, outcome));
            }
        }

        if (patient.Facts.OfType<SurgeryFact>().Any(fact => fact is { When: null, ReplacedAt: null } && VersionStep.InUse(fact)
            && patient.Tumours.Any(tumour => IsOf(fact, tumour) && (tumour.Doses.Count > 0 || tumour.DosesUnassigned))))
        {
            outcome.CannotTell("surgery-undated");
        }

        return outcome;
    }

    private static bool IsOf(SurgeryFact surgery, TumourLine tumour) =>
        tumour.Kind == TumourKind.None || (tumour.MayOwn(surgery.Tumour, BodySides.Of(surgery.Site))
            && !(BodySides.Of(surgery.Site) is { } operated && tumour.SideOnRecord is { } side && operated != side));

    private static void Evaluate(
        PatientView patient, TumourLine tumour, Operation operation, ResidualStatements residuals, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var surgery = operation.Surgery;
        var operated = operation.When.Earliest;
        var start = operated.AddDays(at.Context.Days(Id, RetestDays));
        var given = tumour.Doses.Where(d => d.When.Earliest <= operated).ToList();
        var tests = tumour.Assessments
            .Where(a => StatusWalk.IsUsable(a) && a.CollectedBy() > operated && BodySides.MayBeSame(a.Assessment.Site, surgery.Site)).ToList();
        var known = tests.Where(a => IsFromSurgeryOn(a, surgery)).Select(static a => (DateTimeOffset?)a.Readings[0].KnownFrom).Min();
        var isNow = at.Outcome.HasCome(start) && !at.Outcome.HasCome(known);
        if (isNow && tumour.DosesUnassigned)
        {
            at.Outcome.CannotTell("dose-not-assigned");
        }

        var days = at.Context.Days(Id, AfterDoseDays);
        if (!given.Exists(d => d.Ongoing || (operated - d.LastAtMost).Days <= days))
        {
            return;
        }

        // A course that began before another dose may have gone on after it.
        var dose = given.OrderBy(static d => d.Ongoing ? DateTimeOffset.MaxValue : d.Last).Last();
        if (isNow && !dose.Ongoing && (operation.When.LastDay() - dose.Last).Days > days)
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

        var none = residuals.KnownFrom(operation);
        if (isNow && !at.Outcome.HasCome(none) && residuals.AnyDoubtful(operation))
        {
            at.Outcome.CannotTell("residual-not-assigned");
            return;
        }

        new Episode(patient, at.Context, at.Outcome) { Start = start, Trigger = operated }
            .EndsAt(Moment.Earliest(known, none), "reassessed")
            .Raise(() => FlagOf(operation, dose, patient, tumour));
    }

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

    private static Flag FlagOf(Operation operation, Dose dose, PatientView patient, TumourLine tumour)
    {
        var (surgery, when) = (operation.Surgery, operation.When);
        var site = surgery.Site is { } at ? $" ({at})" : string.Empty;
        return new Flag
        {
            Patient = patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = surgery.Source.Key.Value,
            AnchorMembers = [.. operation.Procedures.Select(static source => source.Key.Value)],
            Severity = surgery.Tumour == TumourKind.Gastric ? FlagSeverity.Moderate : FlagSeverity.Low,
            State = FlagState.Active,
            Start = when.Earliest,
            Effective = when,
            Text = $"{surgery.Label}{site} on {RuleText.Date(when)} after {dose.Drug.Name}, last given before it on "
                + $"{RuleText.Date(dose.CourseEnd ?? dose.When)}; no HER2 result on tissue from then on is on record.",
            Evidence = [.. operation.Procedures, dose.Source],
            Details = [RuleText.When("trastuzumab-last-date", dose.CourseEnd ?? dose.When)],
            Focus = tumour.Condition,
            Tumour = tumour.Kind,
        };
    }
}
