using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>01: a determinate HER2 status differs from the one before (reference 7, F01).</summary>
public sealed class StatusChangedRule : FlagRule
{
    public const string PositiveToNegative = "positive-to-negative";
    public const string NegativeToPositive = "negative-to-positive";

    private static readonly RuleParameter RecentExposureMonths = new(
        "recent-exposure-months", "months", 7, 1, 12,
        "A dose with trastuzumab up to this long before the later sample is named as recent exposure: how long the label asks for contraception "
        + "after the last dose. It changes the text and nothing else.");

    public static RuleId Id { get; } = new("H2B-01");

    public override RuleCard Card { get; } = new(Id, 2, "HER2 status changed")
    {
        Codes = [PositiveToNegative, NegativeToPositive],
        Trigger = "A positive or negative tissue result differs from the status before it, is collected later, and is not a second "
            + "specimen of the same window (then rule 05); or a re-read of one specimen, issued later, reverses it. Where no tissue result "
            + "exists, two plasma results that differ; plasma never changes a tissue status.",
        Clears = "A further result returns to the former status; the patient dies; it becomes historical.",
        Severity = "high; moderate where both results are from plasma",
        Source = "Case report, World J Surg Oncol 2022, doi 10.1186/s12957-022-02615-0; T-ACT, J Clin Oncol 2020;38:1919 "
            + "(loss in 11 of 16 after first-line trastuzumab); Pietrantonio 2016, PMID 27578417 (loss in 32 % of 22 pairs); 29 to 69 % after "
            + "trastuzumab in the reports of DESTINY-Gastric04; 3 of 7 in the series that the case report cites. Seven months: label of trastuzumab deruxtecan.",
        Parameters = [RecentExposureMonths],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        foreach (var tumour in patient.Tumours)
        {
            var window = CommonThresholds.SimultaneousWindow(context);
            var walk = StatusWalk.PlasmaOnly(tumour, window) ?? StatusWalk.Now(tumour, window);
            if (walk.Tied.Count > 0)
            {
                outcome.CannotTell("tied-dates");
            }

            if (tumour.Assessments.Any(static a => StatusWalk.IsUsable(a) && !a.Latest.Status.IsDeterminate() && a.Readings.Any(static r => r.Status.IsDeterminate())))
            {
                outcome.CannotTell("result-became-unclear");
            }

            if (tumour.Assessments.Any(static a => StatusWalk.IsUsable(a) && !a.Latest.Status.IsDeterminate()
                && a.Latest.Notes.Contains(ResultFold.Conflicting, StringComparer.Ordinal)))
            {
                outcome.CannotTell("conflicting-results");
            }

            if (HasUnsurePair(walk, tumour, patient, context))
            {
                outcome.CannotTell("dose-between-unknown");
            }

            var changes = Changes(tumour, walk).OrderBy(static change => change.Start).ToList();
            foreach (var change in changes)
            {
                new Episode(patient, context, outcome) { Start = change.Start, Trigger = change.Later.When.Earliest }
                    .EndsAt(changes.Find(next => Undoes(next, change, tumour, window))?.Start, "status-returned")
                    .Raise(() => FlagOf(change, patient, tumour, context));
            }
        }

        if (patient.UnassignedStatuses.Any())
        {
            outcome.CannotTell("tumour-not-assigned");
        }

        return outcome;
    }

    /// <summary>Two specimens of one window differ, and nobody can say that no time or dose lies between them: then it would be a change.</summary>
    private static bool HasUnsurePair(StatusWalk walk, TumourLine tumour, PatientView patient, RuleContext context)
    {
        for (var later = 1; later < walk.Steps.Count; later++)
        {
            for (var earlier = later - 1; earlier >= 0; earlier--)
            {
                var (a, b) = (walk.Steps[earlier].Assessment, walk.Steps[later].Assessment);
                if (!StatusWalk.SameWindow(a, b, tumour, CommonThresholds.SimultaneousWindow(context)))
                {
                    break;
                }

                if (a.Latest.Status != b.Latest.Status && !Absence.IsCertainOfOneTime(patient, tumour, a.When, b.When, context))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// The former status is back. Another specimen read again says so only where the tumour's status follows it; it leaves the change
    /// of a later specimen alone.
    /// </summary>
    private static bool Undoes(Change next, Change change, TumourLine tumour, int window) =>
        next.Start > change.Start
        && next.To == change.From
        && (!next.IsReRead || next.Later == change.Later || StatusWalk.At(tumour, next.Start, window).Last?.Status == change.From);

    private static IEnumerable<Change> Changes(TumourLine tumour, StatusWalk walk)
    {
        var overTime = walk.Steps.Where(static step => step is { Changed: true, Before: not null }).Select(step => new Change(
            step.Before!, step.Assessment, Opposite(step.Status), step.Status, Moment.Latest(step.Before!.StatusKnownFrom, step.Assessment.StatusKnownFrom))).ToList();
        var reread = from assessment in tumour.Assessments
                     where StatusWalk.IsUsable(assessment)
                     let read = assessment.Readings.Where(static reading => reading.Status.IsDeterminate()).ToList()
                     from i in Enumerable.Range(1, Math.Max(read.Count - 1, 0))
                     where read[i].Status != read[i - 1].Status
                         && !overTime.Exists(change => change.Later == assessment && change.To == read[i].Status)
                     select new Change(assessment, assessment, read[i - 1].Status, read[i].Status, read[i].KnownFrom);
        return overTime.Concat(reread);
    }

    private static Flag FlagOf(Change change, PatientView patient, TumourLine tumour, RuleContext context)
    {
        var between = tumour.Doses.Where(dose => dose.IsBetween(change.Earlier.When, change.Later.When)).ToList();
        var months = (int)context.Number(Id, RecentExposureMonths);
        var exposure = RecentExposure(change, tumour, months);
        return new Flag
        {
            Patient = patient.Patient,
            Rule = Id,
            Code = change.To == Her2Status.Negative ? PositiveToNegative : NegativeToPositive,
            Anchor = change.Later.Anchor,
            AnchorMembers = change.Later.Members,
            Severity = change.Later.Assessment.Track == AssessmentTrack.Plasma ? FlagSeverity.Moderate : FlagSeverity.High,
            State = FlagState.Active,
            Start = change.Start,
            Effective = change.Later.When,
            Text = TextOf(change, between) + TextOf(exposure, change, months),
            Evidence = RuleText.Evidence(change.IsReRead ? [change.Later] : [change.Later, change.Earlier], exposure is null ? between : [exposure, .. between]),
            Details =
            [
                RuleText.Status("prior-status", change.From),
                RuleText.When("prior-status-date", change.Earlier.When),
                RuleText.Status("current-status", change.To),
                RuleText.When("current-status-date", change.Later.When),
            ],
            Focus = tumour.Condition,
            Tumour = tumour.Kind,
        };
    }

    private static string TextOf(Change change, List<Dose> between)
    {
        if (change.IsReRead)
        {
            return $"HER2 of the specimen of {RuleText.Describe(change.Later)} was read again: {RuleText.Word(change.From)} first, "
                + $"{RuleText.Word(change.To)} now. A re-read, not a biological change.";
        }

        var isPlasma = change.Later.Assessment.Track == AssessmentTrack.Plasma;
        var text = $"HER2 {(isPlasma ? "in plasma " : string.Empty)}{RuleText.Word(change.From)} on {RuleText.Describe(change.Earlier)}; "
            + $"{RuleText.Word(change.To)} on {RuleText.Describe(change.Later)}.";
        if (between.Count > 0)
        {
            text += $" HER2-directed treatment between them: {RuleText.Doses(between)}.";
        }

        return isPlasma || SameSite(change) ? text : text + " Not known to be the same site: a difference between sites is not excluded.";
    }

    /// <summary>The last dose of the antibody, alone or in a conjugate, that may still act when the later sample is taken (reference 5, "washout").</summary>
    private static Dose? RecentExposure(Change change, TumourLine tumour, int months) => change.IsReRead
        ? null
        : tumour.Doses.Where(dose => dose.Drug.Class is DrugClass.Trastuzumab or DrugClass.TrastuzumabAdc
                && dose.When.OrderAgainst(change.Later.When) == TimeOrder.Before
                && (dose.Ongoing || dose.LastAtMost.AddMonths(months) >= change.Later.When.Earliest))
            .MaxBy(static dose => dose.Ongoing ? DateTimeOffset.MaxValue : dose.LastAtMost);

    private static string TextOf(Dose? exposure, Change change, int months) => exposure switch
    {
        null => string.Empty,
        _ when exposure.Ongoing || exposure.LastAtMost >= change.Later.When.Earliest => $" Recent exposure: {exposure.Drug.Name} until the later sample.",
        _ => $" Recent exposure: {exposure.Drug.Name} on {RuleText.Date(exposure.CourseEnd ?? exposure.When)}, "
            + $"{(exposure.LastAtMost > exposure.Last ? "perhaps " : string.Empty)}within {months} months before the later sample.",
    };

    private static bool SameSite(Change change) => change.Earlier.Assessment.Site is { } site
        && string.Equals(site, change.Later.Assessment.Site, StringComparison.OrdinalIgnoreCase);

    private static Her2Status Opposite(Her2Status status) =>
        status == Her2Status.Positive ? Her2Status.Negative : Her2Status.Positive;

    private sealed record Change(ReadAssessment Earlier, ReadAssessment Later, Her2Status From, Her2Status To, DateTimeOffset Start)
    {
        public bool IsReRead => Earlier == Later;
    }
}
