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

    public static RuleParameter DisitamabIhc2Licensed { get; } = new(
        "disitamab-ihc2-licensed", "0 or 1", 0, 0, 1, "1: disitamab vedotin is licensed at this site for gastric IHC 2+ whatever the ISH (China).");

    public override RuleCard Card { get; } = new(Id, 3, "HER2 drug given while the latest status is negative")
    {
        Codes = [Code],
        Trigger = "A HER2-directed drug that is not meant for this negative sub-category is given after a negative result became final. A "
            + "dose that names none of several tumours: only where every tumour was negative. A dose on the day of a negative result of which "
            + "only the day of collection is known: undetermined, for nobody can say which came first; also after a negative that has become "
            + "unclear since, that a positive specimen of perhaps the same time outweighs, that is of plasma only, or whose former version is not known.",
        Clears = "A later positive result; the drug was stopped (no dose for longer than a course gap); death; it becomes historical.",
        Severity = "high; moderate where a breast tumour in curative setting turned negative after neoadjuvant treatment",
        Source = "Case report, World J Surg Oncol 2022, doi 10.1186/s12957-022-02615-0; labels select patients by test. "
            + "No guideline gives a number of days: the limit is a default that the site's clinician signs.",
        Parameters = [GraceDays, DisitamabIhc2Licensed],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        foreach (var tumour in patient.Tumours)
        {
            foreach (var group in Hits(patient, tumour, context, outcome).GroupBy(static hit => hit.Negative.Began.Anchor, StringComparer.Ordinal))
            {
                RaiseFor([.. group], patient, tumour, (context, outcome));
            }

            if (tumour.Doses.Any(dose => IsNegativeInPlasmaOnly(tumour, DoseMoments.Latest(dose), context)))
            {
                outcome.CannotTell("negative-in-plasma-only");
            }

            var negative = tumour.Assessments.Where(static a => StatusWalk.IsUsable(a))
                .SelectMany(static a => a.Readings).Where(static reading => reading.Status == Her2Status.Negative)
                .Select(static reading => (DateTimeOffset?)reading.KnownFrom).Min();
            if (negative is { } since && Absence.MayHideDose(patient, since))
            {
                outcome.CannotTell("doses-not-read-through");
            }
        }

        if (FormerVersions.NotKept(patient, outcome).Any(result => patient.Doses.Any(dose =>
            dose.When.LatestExclusive > result.When.Earliest && dose.When.Earliest < result.KnownFrom)))
        {
            outcome.CannotTell("former-version-not-kept");
        }

        UnassignedDoses.Judge(patient, TimeSpan.FromDays(context.Days(Id, GraceDays)), context, outcome);
        return outcome;
    }

    /// <summary>No tissue result was determinate then, and plasma says not amplified: a tumour is not negative by that (reference 4f).</summary>
    private static bool IsNegativeInPlasmaOnly(TumourLine tumour, DateTimeOffset moment, RuleContext context) =>
        !StatusWalk.Determinate(tumour, moment).Any()
        && tumour.Walks.At(moment, CommonThresholds.SimultaneousWindow(context), AssessmentTrack.Plasma).Last is { Status: Her2Status.Negative };

    private static void RaiseFor(
        List<Hit> hits, PatientView patient, TumourLine tumour, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var gap = CommonThresholds.ContinuingGap(at.Context);
        var runs = DoseReader.Runs(hits.ConvertAll(static hit => hit.Dose), gap).ToList();
        foreach (var run in runs)
        {
            // It begins with a dose after a certain negative; one given since that became unclear continues it.
            if (hits.Find(hit => !hit.Negative.IsUnclear && run.Contains(hit.Dose)) is not { } first)
            {
                continue;
            }

            new Episode(patient, at.Context, at.Outcome) { Start = first.Moment, Trigger = first.Moment }
                .EndsAt(NegativeStatus.PositiveAgainFrom(tumour, first.Moment, at.Context), "status-returned")
                .EndsWith(new Course([.. run.SkipWhile(dose => dose != first.Dose)], gap))
                .Raise(() => FlagOf(first, isFirst: run == runs[0], patient, tumour));
        }
    }

    /// <summary>Doses at whose moment the known status was negative, each with the result that began this negative stretch.</summary>
    private static IEnumerable<Hit> Hits(PatientView patient, TumourLine tumour, RuleContext context, RuleOutcome outcome)
    {
        var grace = TimeSpan.FromDays(context.Days(Id, GraceDays));
        foreach (var dose in tumour.Doses)
        {
            var latest = DoseMoments.Latest(dose);
            if (patient.Unassigned.Any(a => StatusWalk.IsUsable(a) && a.At(latest - grace)?.Status.IsDeterminate() == true))
            {
                outcome.CannotTell("tumour-not-assigned");
            }

            // A result known now may count against a course that goes on only when its grace is over.
            var hit = DoseMoments.Of(tumour, dose, latest, grace)
                .Select(moment => (Moment: moment, Negative: NegativeStatus.CertainAt(patient, tumour, moment - grace, (context, outcome))))
                .FirstOrDefault(static pair => pair.Negative is not null);
            if (hit.Negative is { } certain && outcome.HasCome(hit.Moment))
            {
                if (certain.IsUnclear || IsMisplaced(dose, certain, tumour, context, outcome))
                {
                    yield return new Hit(dose, certain, hit.Moment);
                }
            }
            else if (Last(hit, latest, grace, outcome) is { } last && NegativeStatus.At(patient, tumour, last - grace, (context, outcome)) is { IsUnclear: false } possible
                && DrugIndication.Of(dose.Drug, possible.Latest, tumour.Kind, context) != Indication.Meant)
            {
                outcome.CannotTell("order-of-dose-and-result");
            }
        }
    }

    /// <summary>
    /// The last moment of a dose that matters yet: a course that goes on will certainly be given after the result, and may be as soon as
    /// that is known; null: it is not.
    /// </summary>
    private static DateTimeOffset? Last((DateTimeOffset Moment, NegativeStatus? Negative) hit, DateTimeOffset latest, TimeSpan grace, RuleOutcome outcome) =>
        hit.Negative is not { } awaited ? latest
        : outcome.HasCome(awaited.Latest.At(hit.Moment - grace)!.KnownFrom + grace) ? hit.Moment
        : null;

    private static bool IsMisplaced(Dose dose, NegativeStatus negative, TumourLine tumour, RuleContext context, RuleOutcome outcome)
    {
        var indication = DrugIndication.Of(dose.Drug, negative.Latest, tumour.Kind, context);
        if (indication == Indication.LowCategoryUnknown)
        {
            outcome.CannotTell("adc-low-category-unknown");
        }
        else if (indication == Indication.IhcScoreUnknown)
        {
            outcome.CannotTell("ihc-score-unknown");
        }

        return indication == Indication.None;
    }

    private static Flag FlagOf(Hit hit, bool isFirst, PatientView patient, TumourLine tumour)
    {
        var (first, moment, negative) = (hit.Dose, hit.Moment, hit.Negative.Began);
        var neoadjuvant = tumour is { Kind: TumourKind.Breast, Setting: TumourSetting.Curative }
            && tumour.Doses.Any(dose => dose.When.OrderAgainst(negative.When) == TimeOrder.Before)
            && tumour.Assessments.Any(a => StatusWalk.IsUsable(a) && a.When.OrderAgainst(negative.When) == TimeOrder.Before
                && a.At(moment)?.Status == Her2Status.Positive);
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
                // The last one the flag considered: a further dose of the run costs no write.
                RuleText.When("trastuzumab-last-date", first.When),
            ],
            Focus = tumour.Condition,
            Tumour = tumour.Kind,
        };
    }

    private sealed record Hit(Dose Dose, NegativeStatus Negative, DateTimeOffset Moment);
}
