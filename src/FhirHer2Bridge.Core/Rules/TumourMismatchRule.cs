using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>25: the HER2 result that supports treatment belongs to another tumour, or to nobody knows which (reference 7, F25; 4e).</summary>
public sealed class TumourMismatchRule : FlagRule
{
    public const string Code = "tumour-mismatch";

    public static RuleId Id { get; } = new("H2B-25");

    public override RuleCard Card { get; } = new(Id, 2, "Tumour mismatch")
    {
        Codes = [Code],
        Trigger = "A HER2-directed drug is given for one tumour, which has no determinate result, and the only positive result belongs to "
            + "another primary; or two primaries differ in status and a determinate result names neither. A dose that names no condition is "
            + "taken to be for the only tumour that has one. Undetermined where the only positive result names no tumour.",
        Clears = "A determinate result of the treated tumour; the result is assigned; the drug was stopped; death; it becomes historical.",
        Severity = "moderate",
        Source = "Case report, World J Surg Oncol 2022, doi 10.1186/s12957-022-02615-0 (the axillary node first looked like breast cancer).",
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        if (patient.Tumours.Count < 2)
        {
            return outcome;
        }

        foreach (var treated in patient.Tumours)
        {
            foreach (var run in DoseReader.Runs(DosesFor(treated, patient), CommonThresholds.ContinuingGap(context)))
            {
                EvaluateRun(patient, treated, run, (context, outcome));
            }
        }

        if (patient.Tumours.Any(static tumour => tumour.DosesUnassigned) && OnlyWithCondition(patient) is null)
        {
            outcome.CannotTell("dose-not-assigned");
        }

        EvaluateUnassigned(patient, context, outcome);
        return outcome;
    }

    private static void EvaluateRun(
        PatientView patient, TumourLine treated, List<Dose> run, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var first = run[0];
        var positives = patient.Tumours.Where(other => other != treated)
            .SelectMany(static other => other.Assessments.Where(a => StatusWalk.IsUsable(a) && a.Latest.Status == Her2Status.Positive)).ToList();
        var own = treated.Assessments.Where(static a => StatusWalk.IsUsable(a) && a.Readings.Any(static r => r.Status.IsDeterminate()))
            .Select(static a => (DateTimeOffset?)StatusDecision.DeterminateFrom(a)).Min();
        var course = new Course(run, CommonThresholds.ContinuingGap(at.Context));
        if (positives.Count == 0)
        {
            SayWhoseItMayBe(patient, course, own, at.Outcome);
            return;
        }

        var support = positives.MinBy(static a => StatusDecision.DeterminateFrom(a))!;
        var start = Moment.Latest(first.When.Earliest, StatusDecision.DeterminateFrom(support));
        if (course.MayHaveEnded(start))
        {
            if (!course.Ended(start) && at.Outcome.HasCome(start))
            {
                at.Outcome.CannotTell("dose-dates-too-coarse");
            }

            return;
        }

        if (at.Outcome.HasCome(start) && !at.Outcome.HasCome(own)
            && (IsAnyUnassigned(patient, at.Outcome) || !Absence.OfTests(patient, DateTimeOffset.MinValue, start, at.Context, at.Outcome)))
        {
            return;
        }

        new Episode(patient, at.Context, at.Outcome) { Start = start, Trigger = start }
            .EndsAt(own, "reassessed")
            .EndsWith(course)
            .Raise(() => FlagOf(first, support, patient, treated));
    }

    /// <summary>While it is treated, and has no result of its own: a positive result that names no tumour supports it, or is another tumour's.</summary>
    private static void SayWhoseItMayBe(PatientView patient, Course course, DateTimeOffset? own, RuleOutcome outcome)
    {
        if (patient.Unassigned.Any(static a => StatusWalk.IsUsable(a) && a.Latest.Status == Her2Status.Positive)
            && !outcome.HasCome(own) && (course.IsOngoing || !outcome.HasCome(course.EndsAtLatest)))
        {
            outcome.CannotTell("tumour-not-assigned");
        }
    }

    /// <summary>A determinate result that names no tumour could be the treated one's.</summary>
    private static bool IsAnyUnassigned(PatientView patient, RuleOutcome outcome)
    {
        if (!patient.UnassignedStatuses.Any())
        {
            return false;
        }

        outcome.CannotTell("tumour-not-assigned");
        return true;
    }

    private static void EvaluateUnassigned(PatientView patient, RuleContext context, RuleOutcome outcome)
    {
        var known = patient.Tumours
            .Select(tumour => StatusWalk.Now(tumour, CommonThresholds.SimultaneousWindow(context)).Last)
            .OfType<StatusStep>().ToList();
        if (known.Select(static step => step.Status).Distinct().Count() < 2)
        {
            return;
        }

        foreach (var assessment in patient.UnassignedStatuses)
        {
            outcome.CannotTell("tumour-not-assigned");
            var start = Moment.Latest(StatusDecision.DeterminateFrom(assessment), known.Max(static step => StatusDecision.DeterminateFrom(step.Assessment)));
            new Episode(patient, context, outcome) { Start = start, Trigger = assessment.When.Earliest }
                .Raise(() => UnassignedFlag(assessment, known, patient));
        }
    }

    /// <summary>Doses of this tumour; those that name no condition where it is the only one that has a Condition.</summary>
    private static List<Dose> DosesFor(TumourLine tumour, PatientView patient)
    {
        if (OnlyWithCondition(patient) != tumour.Kind)
        {
            return [.. tumour.Doses];
        }

        var others = patient.Tumours.Where(other => other != tumour).SelectMany(static other => other.Doses).ToHashSet();
        return [.. patient.Doses.Where(dose => !others.Contains(dose))];
    }

    private static TumourKind? OnlyWithCondition(PatientView patient)
    {
        var kinds = patient.TumourConditions.Select(static fact => fact.Kind).Where(static kind => kind != TumourKind.None).Distinct().ToList();
        return kinds.Count == 1 && patient.Tumours.Count(tumour => tumour.Kind == kinds[0]) == 1 ? kinds[0] : null;
    }

    private static Flag FlagOf(Dose first, ReadAssessment support, PatientView patient, TumourLine treated) => new()
    {
        Patient = patient.Patient,
        Rule = Id,
        Code = Code,
        Anchor = first.Source.Key.Value,
        Severity = FlagSeverity.Moderate,
        State = FlagState.Active,
        Start = first.When.Earliest,
        Effective = first.When,
        Text = $"{first.Drug.Name} was given on {RuleText.Date(first.When)} for a tumour ({Organ(treated.Kind)}) without a determinate HER2 result; "
            + $"the positive result of {RuleText.Describe(support)} belongs to another tumour ({Organ(support.Assessment.Tumour)}).",
        Evidence = RuleText.Evidence([support], [first]),
        Details =
        [
            RuleText.Status("current-status", Her2Status.Positive),
            RuleText.When("current-status-date", support.When),
            RuleText.When("trastuzumab-first-date", first.When),
        ],
        Focus = treated.Condition,
        Tumour = treated.Kind,
    };

    private static Flag UnassignedFlag(ReadAssessment assessment, List<StatusStep> known, PatientView patient) => new()
    {
        Patient = patient.Patient,
        Rule = Id,
        Code = Code,
        Anchor = assessment.Anchor,
        AnchorMembers = assessment.Members,
        Severity = FlagSeverity.Moderate,
        State = FlagState.Active,
        Start = assessment.When.Earliest,
        Effective = assessment.When,
        Text = $"HER2 {RuleText.Word(assessment.Latest.Status)} on {RuleText.Describe(assessment)} names no tumour, and the patient's tumours differ in HER2 status.",
        Evidence = RuleText.Evidence([assessment, .. known.Select(static step => step.Assessment)], []),
        Details =
        [
            RuleText.Status("current-status", assessment.Latest.Status),
            RuleText.When("current-status-date", assessment.When),
        ],
    };

    private static string Organ(TumourKind kind) => kind switch
    {
        TumourKind.Gastric => "gastric",
        TumourKind.Breast => "breast",
        _ => "other organ",
    };
}
