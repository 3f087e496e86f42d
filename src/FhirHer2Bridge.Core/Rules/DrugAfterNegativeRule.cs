using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>03: a HER2-directed drug is given while the latest status is negative (reference 7, F03).</summary>
public sealed class DrugAfterNegativeRule : FlagRule
{
    public const string Code = "her2-drug-after-negative";

    private static readonly RuleParameter GraceDays = new(
        "negative-result-grace-days", "days", 0, 0, 14, "Days after the negative result was issued in which a dose is not yet flagged.");

    public static RuleId Id { get; } = new("H2B-03");

    public override RuleCard Card { get; } = new(Id, 1, "HER2 drug given while the latest status is negative")
    {
        Codes = [Code],
        Trigger = "A HER2-directed drug that is not meant for this negative sub-category is given after a negative result became final.",
        Clears = "A later positive result; the drug was stopped (no dose for longer than a course gap); death; it becomes historical.",
        Severity = "high; moderate where a breast tumour in curative setting turned negative after neoadjuvant treatment",
        Source = "Case report, World J Surg Oncol 2022, doi 10.1186/s12957-022-02615-0; labels select patients by test.",
        Parameters = [GraceDays],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        foreach (var tumour in patient.Tumours)
        {
            foreach (var group in Hits(patient, tumour, context, outcome).GroupBy(static hit => hit.Negative.Anchor, StringComparer.Ordinal))
            {
                RaiseFor([.. group], patient, tumour, (context, outcome));
            }

            if (tumour.DosesUnassigned)
            {
                outcome.CannotTell("dose-not-assigned");
            }
        }

        return outcome;
    }

    private static void RaiseFor(
        List<Hit> hits, PatientView patient, TumourLine tumour, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var gap = CommonThresholds.ContinuingGap(at.Context);
        var runs = DoseReader.Runs(hits.ConvertAll(static hit => hit.Dose), gap).ToList();
        foreach (var run in runs)
        {
            var first = hits.Find(hit => hit.Dose == run[0])!;
            var stopped = run.Exists(static dose => dose.Ongoing) ? (DateTimeOffset?)null : run.Max(static dose => dose.Last).AddDays(gap + 1);
            new Episode(patient, at.Context, at.Outcome) { Start = first.Moment, Trigger = first.Moment }
                .EndsAt(PositiveAgainFrom(tumour, first.Moment, at.Context), "status-returned")
                .EndsByAbsenceAt(stopped, "treatment-stopped")
                .Raise(() => FlagOf(first, isFirst: run == runs[0], patient, tumour));
        }
    }

    /// <summary>Doses at whose moment the known status was negative, each with the result that began this negative stretch.</summary>
    private static IEnumerable<Hit> Hits(PatientView patient, TumourLine tumour, RuleContext context, RuleOutcome outcome)
    {
        var grace = TimeSpan.FromDays(context.Days(Id, GraceDays));
        foreach (var dose in tumour.Doses)
        {
            var latest = (dose.CourseEnd?.LatestExclusive ?? (dose.Ongoing ? context.AsOf : dose.When.LatestExclusive)).AddTicks(-1);
            if (patient.Unassigned.Any(a => StatusWalk.IsUsable(a) && a.At(latest - grace)?.Status.IsDeterminate() == true))
            {
                outcome.CannotTell("tumour-not-assigned");
            }

            var hit = Moments(tumour, dose, latest, grace)
                .Select(moment => (Moment: moment, Negative: NegativeAt(tumour, moment - grace, context, outcome)))
                .FirstOrDefault(static pair => pair.Negative is not null);
            if (hit.Negative is { } certain)
            {
                if (Judge(dose, certain, tumour, outcome))
                {
                    yield return new Hit(dose, certain, hit.Moment);
                }
            }
            else if (NegativeAt(tumour, latest - grace, context, outcome) is { } possible && IsMeantFor(dose.Drug, possible, tumour.Kind) != true)
            {
                outcome.CannotTell("order-of-dose-and-result");
            }
        }
    }

    /// <summary>When a dose was given; of a course in one resource also every moment in it at which a result became known.</summary>
    private static IEnumerable<DateTimeOffset> Moments(TumourLine tumour, Dose dose, DateTimeOffset latest, TimeSpan grace) =>
        dose.CourseEnd is null && !dose.Ongoing
            ? [dose.When.Earliest]
            : tumour.Assessments.SelectMany(static a => a.Readings).Select(reading => reading.KnownFrom + grace)
                .Where(moment => moment > dose.When.Earliest && moment < latest).Distinct().Order().Prepend(dose.When.Earliest);

    private static bool Judge(Dose dose, ReadAssessment negative, TumourLine tumour, RuleOutcome outcome)
    {
        var meant = IsMeantFor(dose.Drug, negative, tumour.Kind);
        if (meant is null)
        {
            outcome.CannotTell("adc-low-category-unknown");
        }

        return meant == false;
    }

    /// <summary>The result that began the negative stretch in force at a moment; null where the status was not negative.</summary>
    private static ReadAssessment? NegativeAt(TumourLine tumour, DateTimeOffset moment, RuleContext context, RuleOutcome outcome)
    {
        var walk = StatusWalk.At(tumour, moment, CommonThresholds.SimultaneousWindow(context));
        if (walk.EndsInTie && walk.Tied.Any(tied => tied.At(moment)?.Status == Her2Status.Negative))
        {
            outcome.CannotTell("tied-dates");
        }

        return walk.Last is { Status: Her2Status.Negative }
            ? walk.Steps.Reverse().TakeWhile(static step => step.Status == Her2Status.Negative).Last().Assessment
            : null;
    }

    /// <summary>
    /// A conjugate may be meant for a low or ultralow breast tumour; where that sub-category is not known nobody can tell
    /// (reference 4d). In gastric cancer negative has no sub-category.
    /// </summary>
    private static bool? IsMeantFor(Drug drug, ReadAssessment negative, TumourKind tumour) => drug.Class switch
    {
        DrugClass.TrastuzumabAdc when tumour != TumourKind.Gastric => negative.Latest.IsLowOrUltralow is { } isLow ? isLow && drug.ForHer2Low : null,
        _ => false,
    };

    private static DateTimeOffset? PositiveAgainFrom(TumourLine tumour, DateTimeOffset start, RuleContext context)
    {
        foreach (var moment in tumour.Assessments.SelectMany(static a => a.Readings).Select(static r => r.KnownFrom)
            .Where(moment => moment > start).Distinct().Order())
        {
            if (StatusWalk.At(tumour, moment, CommonThresholds.SimultaneousWindow(context)).Last is { Status: Her2Status.Positive })
            {
                return moment;
            }
        }

        return null;
    }

    private static Flag FlagOf(Hit hit, bool isFirst, PatientView patient, TumourLine tumour)
    {
        var (first, negative, moment) = hit;
        var neoadjuvant = tumour is { Kind: TumourKind.Breast, Setting: TumourSetting.Curative }
            && tumour.Doses.Any(dose => dose.When.OrderAgainst(negative.When) == TimeOrder.Before);
        return new Flag
        {
            Patient = patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = isFirst ? negative.Anchor : $"{negative.Anchor}+{first.Source.Key}",
            AnchorMembers = isFirst ? negative.Members : [],
            Severity = neoadjuvant ? FlagSeverity.Moderate : FlagSeverity.High,
            State = FlagState.Active,
            Provisional = first.Drug.Uncertain,
            Start = moment,
            Effective = first.When,
            Text = moment > first.When.Earliest
                ? $"HER2 negative on {RuleText.Describe(negative)}; a course of {first.Drug.Name} begun on {RuleText.Date(first.When)} went on after that result."
                : $"HER2 negative on {RuleText.Describe(negative)}; {first.Drug.Name} was given after that result, first on {RuleText.Date(first.When)}.",
            Evidence = RuleText.Evidence([negative], [first]),
            Details =
            [
                RuleText.Status("current-status", Her2Status.Negative),
                RuleText.When("current-status-date", negative.When),
                RuleText.When("trastuzumab-first-date", first.When),
                RuleText.When("trastuzumab-last-date", first.When),
            ],
            Focus = tumour.Condition,
            Tumour = tumour.Kind,
        };
    }

    private sealed record Hit(Dose Dose, ReadAssessment Negative, DateTimeOffset Moment);
}
