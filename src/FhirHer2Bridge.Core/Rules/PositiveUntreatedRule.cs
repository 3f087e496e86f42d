using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>24: a tumour that was negative became positive, and no HER2-directed treatment followed (reference 7, F24).</summary>
public sealed class PositiveUntreatedRule : FlagRule
{
    public const string Code = "positive-untreated";

    private static readonly RuleParameter UntreatedDays = new(
        "untreated-days", "days", 60, 30, 180, "Days after the positive result became known in which treatment may be planned.");

    public static RuleId Id { get; } = new("H2B-24");

    public override RuleCard Card { get; } = new(Id, 2, "Became positive, untreated")
    {
        Codes = [Code],
        Trigger = "A tumour with an earlier negative result becomes positive (a change, a re-read or a second specimen that differs), and "
            + "within the limit no HER2-directed dose and no active order for one is on record. Never for a first-ever result. Undetermined "
            + "where the date of a dose is too coarse to say whether it lies within the limit, and where a dose or an order names none of "
            + "several tumours.",
        Clears = "A dose; an active order; a later negative status; death; it becomes historical.",
        Severity = "moderate",
        Source = "GASTHER2, Cancer Res Treat 2024;56:199: 4.0 % of negative gastric tumours are positive on a repeat. No guideline gives a "
            + "number of days: the limit is a default that the site's clinician signs.",
        Parameters = [UntreatedDays],
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

            for (var i = 0; i < walk.Steps.Count; i++)
            {
                if (Became(walk.Steps[i], i > 0 ? walk.Steps[i - 1] : null) is { } change)
                {
                    var negative = walk.Steps.Skip(i + 1).FirstOrDefault(static step => step.Status == Her2Status.Negative);
                    Judge(change with { EndsAt = negative is null ? null : negative.Assessment.StatusKnownFrom }, patient, tumour, (context, outcome));
                }
            }
        }

        if (patient.UnassignedStatuses.Any())
        {
            outcome.CannotTell("tumour-not-assigned");
        }

        return outcome;
    }

    /// <summary>The first positive step after a negative one, or a specimen that was read negative before.</summary>
    private static Change? Became(StatusStep step, StatusStep? previous)
    {
        var positive = step.Assessment;
        if (step.Status != Her2Status.Positive || positive.Latest.Status != Her2Status.Positive || previous is { Status: Her2Status.Positive })
        {
            return null;
        }

        return previous is not null ? new Change(step.Before ?? previous.Assessment, positive, null)
            : positive.Readings.Any(static reading => reading.Status == Her2Status.Negative) ? new Change(positive, positive, null)
            : null;
    }

    private static void Judge(Change change, PatientView patient, TumourLine tumour, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var known = change.Positive.StatusKnownFrom;
        var start = Moment.Latest(known.AddDays(at.Context.Days(Id, UntreatedDays) + 1), change.Negative.StatusKnownFrom);
        var collected = change.Positive.When.Earliest;
        var doses = tumour.Doses.ToLookup(dose => !dose.When.IsCoarse() || (dose.When.Earliest >= collected && (dose.When.LastDay() <= start || dose.When.Earliest > start)));
        var treated = doses[true].Select(dose => dose.FirstFrom(collected))
            .Concat(tumour.Orders.Where(static order => order.IsForAHer2Drug)
                .Select(order => order.When is { } when && when.Earliest > collected ? when.Earliest : (DateTimeOffset?)collected))
            .Min();
        if (treated <= start || change.EndsAt <= start)
        {
            return;
        }

        if (at.Outcome.HasCome(start) && doses[false].Any(dose => dose.When.LatestExclusive > collected && dose.When.Earliest <= start))
        {
            at.Outcome.CannotTell("dose-dates-too-coarse");
            return;
        }

        if (at.Outcome.HasCome(start) && WhyUndetermined(collected, start, tumour) is { } reason)
        {
            at.Outcome.CannotTell(reason);
            return;
        }

        if (at.Outcome.HasCome(start) && !Absence.OfDoses(patient, collected, start, at.Context, at.Outcome))
        {
            return;
        }

        // A later order that names no tumour may be the treatment: the flag stays, in doubt.
        var ends = Moment.Earliest(treated, change.EndsAt);
        if (at.Outcome.HasCome(start) && !at.Outcome.HasCome(ends) && tumour.UnassignedOrders.Any(static order => order.IsForAHer2Drug))
        {
            at.Outcome.CannotTell("order-not-assigned");
        }

        new Episode(patient, at.Context, at.Outcome) { Start = start, Trigger = known }
            .EndsAt(treated, "treatment-began")
            .EndsAt(change.EndsAt, "status-returned")
            .Raise(() => FlagOf(change, start, patient, tumour));
    }

    private static string? WhyUndetermined(DateTimeOffset collected, DateTimeOffset start, TumourLine tumour)
    {
        List<OrderFact> unassigned = [.. tumour.UnassignedOrders.Where(order => !(order.When?.Earliest > start))];
        List<OrderFact> orders = [.. tumour.Orders.Where(order => !(order.When?.Earliest > start)), .. unassigned];
        return tumour.DosesUnassigned ? "dose-not-assigned"
            : unassigned.Exists(static order => order.IsForAHer2Drug) ? "order-not-assigned"
            : orders.Exists(static order => order is { Active: true, Drug: null }) ? "order-not-readable"
            : orders.Exists(order => order is { Active: false, Drug: not null } && order.When?.Earliest >= collected) ? "order-no-longer-active"
            : null;
    }

    private static Flag FlagOf(Change change, DateTimeOffset start, PatientView patient, TumourLine tumour) => new()
    {
        Patient = patient.Patient,
        Rule = Id,
        Code = Code,
        Anchor = change.Positive.Anchor,
        AnchorMembers = change.Positive.Members,
        Severity = FlagSeverity.Moderate,
        State = FlagState.Active,
        Start = start,
        Effective = change.Positive.When,
        Text = (change.Negative == change.Positive
                ? $"HER2 of the specimen of {RuleText.Describe(change.Positive)} was read negative first and positive later."
                : $"HER2 negative on {RuleText.Describe(change.Negative)}; positive on {RuleText.Describe(change.Positive)}.")
            + " No HER2-directed dose and no active order for one since then is on record.",
        Evidence = RuleText.Evidence([change.Positive, change.Negative], []),
        Details =
        [
            RuleText.Status("prior-status", Her2Status.Negative),
            RuleText.When("prior-status-date", change.Negative.When),
            RuleText.Status("current-status", Her2Status.Positive),
            RuleText.When("current-status-date", change.Positive.When),
        ],
        Focus = tumour.Condition,
        Tumour = tumour.Kind,
    };

    private sealed record Change(ReadAssessment Negative, ReadAssessment Positive, DateTimeOffset? EndsAt);
}
