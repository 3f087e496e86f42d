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
            foreach (var group in Hits(tumour, context, outcome).GroupBy(static hit => hit.Negative.Anchor, StringComparer.Ordinal))
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
            var negative = hits[0].Negative;
            var last = run[^1];
            var stopped = run.Exists(static dose => dose.Ongoing) ? (DateTimeOffset?)null : last.Last.AddDays(gap + 1);
            new Episode(patient, at.Context, at.Outcome) { Start = run[0].When.Earliest, Trigger = run[0].When.Earliest }
                .EndsAt(PositiveAgainFrom(tumour, run[0].When.Earliest, at.Context), "status-returned")
                .EndsByAbsenceAt(stopped, "treatment-stopped")
                .Raise(() => FlagOf(negative, run, isFirst: run == runs[0], patient, tumour));
        }
    }

    /// <summary>Doses at whose moment the known status was negative, each with the result that made it so.</summary>
    private static IEnumerable<Hit> Hits(TumourLine tumour, RuleContext context, RuleOutcome outcome)
    {
        var grace = TimeSpan.FromDays(context.Days(Id, GraceDays));
        foreach (var dose in tumour.Doses)
        {
            var certain = NegativeAt(tumour, dose.When.Earliest - grace, context);
            var possible = certain ?? NegativeAt(tumour, dose.When.LatestExclusive.AddTicks(-1) - grace, context);
            if (possible is null)
            {
                continue;
            }

            var meant = IsMeantFor(dose.Drug, possible, tumour.Kind);
            if (meant == true)
            {
                continue;
            }

            if (certain is null)
            {
                outcome.CannotTell("order-of-dose-and-result");
            }
            else if (meant is null)
            {
                outcome.CannotTell("adc-low-category-unknown");
            }
            else
            {
                yield return new Hit(dose, certain);
            }
        }
    }

    private static ReadAssessment? NegativeAt(TumourLine tumour, DateTimeOffset moment, RuleContext context)
    {
        var last = StatusWalk.At(tumour, moment, CommonThresholds.SimultaneousWindow(context)).Last;
        return last is { Status: Her2Status.Negative } ? last.Assessment : null;
    }

    /// <summary>
    /// A conjugate may be meant for a low or ultralow breast tumour; where that sub-category is not known nobody can tell
    /// (reference 4d). In gastric cancer negative has no sub-category.
    /// </summary>
    private static bool? IsMeantFor(Drug drug, ReadAssessment negative, TumourKind tumour) => drug.Class switch
    {
        DrugClass.TrastuzumabAdc when tumour != TumourKind.Gastric => negative.Latest.Category is null ? null : drug.ForHer2Low,
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

    private static Flag FlagOf(ReadAssessment negative, List<Dose> run, bool isFirst, PatientView patient, TumourLine tumour)
    {
        var first = run[0];
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
            Start = first.When.Earliest,
            Effective = first.When,
            Text = $"HER2 negative on {RuleText.Describe(negative)}; {first.Drug.Name} was given after that result, first on "
                + $"{RuleText.Date(first.When)}.",
            Evidence = RuleText.Evidence([negative], [first]),
            Details =
            [
                RuleText.Status("current-status", Her2Status.Negative),
                RuleText.When("current-status-date", negative.When),
                RuleText.When("trastuzumab-first-date", first.When),
                RuleText.When("trastuzumab-last-date", first.When),
            ],
            Focus = tumour.Condition,
        };
    }

    private sealed record Hit(Dose Dose, ReadAssessment Negative);
}
