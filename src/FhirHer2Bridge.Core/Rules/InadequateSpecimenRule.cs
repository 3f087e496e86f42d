using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>17: a test that gave no usable result and was not repeated (reference 7, F17).</summary>
public sealed class InadequateSpecimenRule : FlagRule
{
    public const string Code = "inadequate-specimen-without-repeat";

    private static readonly RuleParameter RepeatDays = new(
        "repeat-days", "days", 28, 14, 56, "Days from the report in which a repeat may be collected.");

    public static RuleId Id { get; } = new("H2B-17");

    public override RuleCard Card { get; } = new(Id, 3, "Inadequate specimen without repeat")
    {
        Codes = [Code],
        Trigger = "A tissue test reported as unsatisfactory, indeterminate, insufficient, failed in quality control or weakly positive, or "
            + "of which only is said that protein is present or absent, and no repeat in the days after the report. Another specimen of the same day that "
            + "was reported later is a repeat. Undetermined where a date is too coarse to say whether one is.",
        Clears = "A repeat; a later determinate tissue result of that tumour, also on the same specimen; death; it becomes historical.",
        Severity = "moderate",
        Source = "CAP/ASCP/ASCO gastric guideline 2016 and ASCO/CAP breast guideline 2018: repeat where a result cannot be given. No guideline "
            + "gives a number of days: the limit is a default that the site's clinician signs.",
        Parameters = [RepeatDays],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        foreach (var tumour in patient.Tumours)
        {
            foreach (var assessment in tumour.Assessments.Where(StatusWalk.IsUsable))
            {
                if (assessment.Readings.FirstOrDefault(reading => IsInadequate(reading, assessment, patient)) is { } reading)
                {
                    Evaluate(patient, tumour, (assessment, reading.KnownFrom), (context, outcome));
                }
            }
        }

        if (patient.Unassigned.Any(a => StatusWalk.IsUsable(a) && IsInadequate(a.Latest, a, patient)))
        {
            outcome.CannotTell("tumour-not-assigned");
        }

        return outcome;
    }

    private static void Evaluate(
        PatientView patient,
        TumourLine tumour,
        (ReadAssessment Assessment, DateTimeOffset Known) of,
        (RuleContext Context, RuleOutcome Outcome) at)
    {
        var start = of.Known.AddDays(at.Context.Days(Id, RepeatDays));
        var reread = of.Assessment.Readings.FirstOrDefault(r => r.KnownFrom > of.Known && r.Status.IsDeterminate())?.KnownFrom;
        var repeat = tumour.Assessments
            .Where(other => StatusWalk.IsUsable(other) && IsRepeat(other, of))
            .Select(static other => (DateTimeOffset?)other.Readings[0].KnownFrom).Min();
        var end = reread is null || repeat < reread ? repeat : reread;
        if (at.Outcome.HasCome(start) && !at.Outcome.HasCome(end))
        {
            if (tumour.Assessments.Any(other => StatusWalk.IsUsable(other) && MayBeRepeat(other, of.Assessment)))
            {
                at.Outcome.CannotTell("order-of-tests");
                return;
            }

            if (!Absence.OfTests(patient, of.Assessment.When.LatestExclusive, start, at.Context, at.Outcome))
            {
                return;
            }
        }

        new Episode(patient, at.Context, at.Outcome) { Start = start, Trigger = of.Assessment.When.Earliest }
            .EndsAt(end, "reassessed")
            .Raise(() => FlagOf(of, patient, tumour));
    }

    /// <summary>Of tissue collected later; or on the same day, and reported when the failure was known.</summary>
    private static bool IsRepeat(ReadAssessment other, (ReadAssessment Assessment, DateTimeOffset Known) of) =>
        other.When.OrderAgainst(of.Assessment.When) == TimeOrder.After
        || (other != of.Assessment && !other.When.IsCoarse() && !of.Assessment.When.IsCoarse() && other.When.Overlaps(of.Assessment.When)
            && other.Readings[0].KnownFrom > of.Known);

    /// <summary>The dates leave open which tissue was collected first.</summary>
    private static bool MayBeRepeat(ReadAssessment other, ReadAssessment failed) =>
        other != failed && (other.When.IsCoarse() || failed.When.IsCoarse()) && other.When.Overlaps(failed.When)
        && other.CollectedBy() > failed.When.Earliest;

    /// <summary>The laboratory itself gave no result, whatever its reason; not that its coding contradicts itself or could not be read here (then rule 18).</summary>
    private static bool IsInadequate(Reading reading, ReadAssessment assessment, PatientView patient) =>
        !reading.Status.IsDeterminate()
        && (reading.Notes.Contains(Specimens.Unsatisfactory, StringComparer.Ordinal)
            || patient.ResultsOf(assessment).Any(result => result.KnownFrom <= reading.KnownFrom
                && result.Fact.Result is AssayResult.Stated { Status: Her2Status.Indeterminate }
                    or AssayResult.Inconclusive { Reason: not ContradictoryCodingRule.Code }));

    private static Flag FlagOf((ReadAssessment Assessment, DateTimeOffset Known) of, PatientView patient, TumourLine tumour) => new()
    {
        Patient = patient.Patient,
        Rule = Id,
        Code = Code,
        Anchor = of.Assessment.Anchor,
        AnchorMembers = of.Assessment.Members,
        Severity = FlagSeverity.Moderate,
        State = FlagState.Active,
        Start = of.Assessment.When.Earliest,
        Effective = of.Assessment.When,
        Text = $"The HER2 test of {RuleText.Describe(of.Assessment, patient, of.Known)} gave no usable result; no repeat is on record.",
        Evidence = of.Assessment.Assessment.Evidence,
        Details =
        [
            RuleText.Status("current-status", Her2Status.Indeterminate),
            RuleText.When("current-status-date", of.Assessment.When),
        ],
        Focus = tumour.Condition,
        Tumour = tumour.Kind,
    };
}
