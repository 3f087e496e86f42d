using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>20: a metastatic breast tumour is newly HER2-low (reference 7, F20; 4d).</summary>
public sealed class Her2LowEligibilityRule : FlagRule
{
    public const string Code = "her2-low-eligibility";

    public static RuleId Id { get; } = new("H2B-20");

    public override RuleCard Card { get; } = new(Id, 3, "Newly HER2-low or ultralow")
    {
        Codes = [Code],
        Trigger = "Breast, metastatic: the latest result is negative and of the sub-category low, and no drug licensed for HER2-low was given "
            + "so far. Ultralow needs a positive hormone receptor, which is not read: undetermined. So is a latest negative result without score, a low "
            + "one that is tied with another or names none of several tumours, and one that would be low if the unknown tumour were breast.",
        Clears = "A drug licensed for HER2-low is given; a further determinate result that is not low; death; it becomes historical.",
        Severity = "low",
        Source = "DESTINY-Breast04 (FDA 2022) for low; DESTINY-Breast06 (FDA 2025-01-27) for ultralow with positive hormone receptor.",
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        foreach (var tumour in patient.Tumours.Where(static tumour => tumour.Kind is TumourKind.Breast or TumourKind.None))
        {
            var walk = StatusWalk.Now(tumour, CommonThresholds.SimultaneousWindow(context));
            var steps = walk.Steps;
            if (WhyUnclear(patient, tumour, walk) is { } reason && !tumour.Doses.Any(static dose => dose.Drug.ForHer2Low))
            {
                outcome.CannotTell(tumour.Setting == TumourSetting.Unknown ? "setting-unknown" : reason);
            }

            for (var i = 0; i < steps.Count; i++)
            {
                if (Category(steps[i]) is { } category && (i == 0 || Category(steps[i - 1]) != category))
                {
                    var next = steps.Skip(i + 1).FirstOrDefault(step => Category(step) != category);
                    Evaluate(patient, tumour, (steps[i].Assessment, next?.Assessment, category), (context, outcome));
                }
            }
        }

        return outcome;
    }

    private static Her2Category? Category(StatusStep step) =>
        step.Status == Her2Status.Negative ? step.Assessment.Latest.Category : null;

    /// <summary>Whether the tumour's latest result is low cannot be said; null: it can, or nothing hangs on it.</summary>
    private static string? WhyUnclear(PatientView patient, TumourLine tumour, StatusWalk walk)
    {
        var negative = walk.Last is { Status: Her2Status.Negative } last ? last.Assessment : null;
        if (tumour.Setting == TumourSetting.Curative)
        {
            return null;
        }

        if (tumour.Kind == TumourKind.None)
        {
            return negative is not null && IsLowInBreast(negative) && tumour.Setting == TumourSetting.Metastatic ? "tumour-type-unknown" : null;
        }

        return walk.EndsInTie && walk.Tied.Any(IsLowInBreast) ? "tied-dates"
            : patient.Unassigned.Any(a => MayBeIts(a, tumour, walk) && IsLowInBreast(a)) ? "tumour-not-assigned"
            : negative?.Latest is { Category: null, IhcScore: null } ? "low-category-unknown"
            : null;
    }

    /// <summary>Read as of the breast it is low (reference 4d).</summary>
    private static bool IsLowInBreast(ReadAssessment assessment) =>
        assessment.Latest is { Status: Her2Status.Negative } and ({ Category: Her2Category.Low } or { IhcScore: 1 or 2 });

    /// <summary>It names no tumour, or no side, and no determinate result of this one is certainly later.</summary>
    private static bool MayBeIts(ReadAssessment assessment, TumourLine tumour, StatusWalk walk) =>
        StatusWalk.IsUsable(assessment)
        && (assessment.Assessment.Tumour == TumourKind.None || tumour.MayOwn(assessment.Assessment.Tumour, assessment.Side))
        && walk.Last?.Assessment.When.OrderAgainst(assessment.When) != TimeOrder.After;

    private static void Evaluate(
        PatientView patient,
        TumourLine tumour,
        (ReadAssessment First, ReadAssessment? Next, Her2Category Category) low,
        (RuleContext Context, RuleOutcome Outcome) at)
    {
        var known = low.First.Readings.First(reading => reading.Category == low.Category).KnownFrom;
        var metastatic = tumour.Spreads.Where(static fact => fact.Metastatic)
            .Select(static fact => (DateTimeOffset?)(fact.When?.Earliest ?? DateTimeOffset.MinValue)).Min();
        var given = tumour.Doses.FirstOrDefault(static dose => dose.Drug.ForHer2Low)?.When.Earliest;
        var next = low.Next is { } other ? StatusDecision.DeterminateFrom(other) : (DateTimeOffset?)null;
        var start = metastatic > known ? metastatic.Value : known;
        var isOver = at.Outcome.HasCome(next) || at.Outcome.HasCome(given);
        if (tumour.Setting == TumourSetting.Curative || (!isOver && !CanTell(patient, tumour, low.Category, start, at))
            || tumour.Setting == TumourSetting.Unknown || low.Category != Her2Category.Low)
        {
            return;
        }

        new Episode(patient, at.Context, at.Outcome) { Start = start, Trigger = start }
            .EndsAt(given, "treatment-began")
            .EndsAt(next, "reassessed")
            .Raise(() => FlagOf(low.First, patient, tumour));
    }

    private static bool CanTell(
        PatientView patient, TumourLine tumour, Her2Category category, DateTimeOffset start, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var reason = tumour switch
        {
            { Setting: TumourSetting.Unknown } => "setting-unknown",
            { DosesUnassigned: true } => "dose-not-assigned",
            _ when category == Her2Category.Ultralow => "hormone-receptor-unknown",
            _ => null,
        };
        if (reason is null)
        {
            return Absence.OfDoses(patient, DateTimeOffset.MinValue, start, at.Context, at.Outcome);
        }

        at.Outcome.CannotTell(reason);
        return false;
    }

    private static Flag FlagOf(ReadAssessment low, PatientView patient, TumourLine tumour)
    {
        var spread = tumour.Spreads.Where(static fact => fact.Metastatic)
            .OrderBy(static fact => fact.When?.Earliest ?? DateTimeOffset.MinValue).ThenBy(static fact => fact.Source.Key.Value, StringComparer.Ordinal).First();
        return new Flag
        {
            Patient = patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = low.Anchor,
            AnchorMembers = low.Members,
            Severity = FlagSeverity.Low,
            State = FlagState.Active,
            Start = low.When.Earliest,
            Effective = low.When,
            Text = $"HER2 negative, sub-category low, on {RuleText.Describe(low)}; the tumour is metastatic and no drug licensed for HER2-low is on record.",
            Evidence = [.. low.Assessment.Evidence, spread.Source],
            Details =
            [
                RuleText.Status("current-status", Her2Status.Negative),
                RuleText.When("current-status-date", low.When),
            ],
            Focus = tumour.Condition,
            Tumour = tumour.Kind,
        };
    }
}
