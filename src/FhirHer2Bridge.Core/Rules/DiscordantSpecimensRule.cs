using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>05: two specimens of one time disagree (reference 7, F05; 4e).</summary>
public sealed class DiscordantSpecimensRule : FlagRule
{
    public const string Code = "discordant-specimens";

    public static RuleId Id { get; } = new("H2B-05");

    public static RuleParameter SimultaneousWindowDays { get; } = new(
        "simultaneous-window-days", "days", 90, 30, 120,
        "Two collections up to this many days apart, with no HER2 drug between, are read as one time.");

    public override RuleCard Card { get; } = new(Id, 3, "Discordant contemporaneous specimens")
    {
        Codes = [Code],
        Trigger = "Two specimens within the window, or of dates that allow it, and no HER2-directed dose between them: one positive, one negative; tissue negative "
            + "and plasma amplified; or one 3+ and one 2+ that nothing has settled. Undetermined where a dose between them is not certain, or the dates overlap.",
        Clears = "ISH or a repeat settles it; a later result; HER2-directed treatment begins; death; it becomes historical.",
        Severity = "moderate (positive against negative), low (3+ against 2+)",
        Source = "Gastric biopsy against resection 12.3 % discordant (86 of 702), PMC4742006; case report, World J Surg Oncol 2022, "
            + "doi 10.1186/s12957-022-02615-0 (lymph node 3+, biopsy 2+).",
        Parameters = [SimultaneousWindowDays],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        foreach (var tumour in patient.Tumours)
        {
            var usable = tumour.Assessments
                .Where(static a => StatusWalk.IsUsable(a) || StatusWalk.IsUsable(a, AssessmentTrack.Plasma)).ToList();
            if (StatusWalk.Now(tumour, CommonThresholds.SimultaneousWindow(context)).Tied.Count > 0)
            {
                outcome.CannotTell("tied-dates");
            }

            foreach (var later in usable)
            {
                var partners = usable.TakeWhile(a => a != later)
                    .Where(a => !IsTie(a, later)
                        && StatusWalk.SameWindow(a, later, tumour, CommonThresholds.SimultaneousWindow(context)))
                    .Select(a => Period(a, later))
                    .OfType<Disagreement>()
                    .ToList();
                var unsure = partners.RemoveAll(d => !Absence.IsCertainOfDoses(patient, tumour, d.Earlier.When, later.When, context));
                if (unsure > 0)
                {
                    outcome.CannotTell("dose-between-unknown");
                }

                if (partners.Count > 0)
                {
                    RaiseFor(later, partners, usable, (patient, tumour, context, outcome));
                }
            }
        }

        if (patient.UnassignedStatuses.Any())
        {
            outcome.CannotTell("tumour-not-assigned");
        }

        return outcome;
    }

    /// <summary>Determinate results whose dates overlap are left to the tie: undetermined, not a flag.</summary>
    private static bool IsTie(ReadAssessment a, ReadAssessment b) =>
        StatusWalk.IsUsable(a) && StatusWalk.IsUsable(b) && a.When.Overlaps(b.When) && a.Latest.Status.IsDeterminate() && b.Latest.Status.IsDeterminate();

    private static void RaiseFor(
        ReadAssessment later,
        List<Disagreement> partners,
        List<ReadAssessment> usable,
        (PatientView Patient, TumourLine Tumour, RuleContext Context, RuleOutcome Outcome) at)
    {
        var start = partners.Min(static d => d.From);
        var ends = partners.TrueForAll(static d => d.Until is not null) ? partners.Max(static d => d.Until) : null;
        var treatment = at.Tumour.Doses.FirstOrDefault(dose => dose.When.Earliest >= later.When.LatestExclusive && dose.When.Earliest >= start);
        var next = usable.Find(a => StatusWalk.IsUsable(a) && a.When.Earliest > later.When.Earliest && a.Latest.Status.IsDeterminate()
            && !StatusWalk.SameWindow(later, a, at.Tumour, CommonThresholds.SimultaneousWindow(at.Context)));

        new Episode(at.Patient, at.Context, at.Outcome) { Start = start, Trigger = later.When.Earliest }
            .EndsAt(ends, "reassessed")
            .EndsAt(treatment?.When.Earliest, "treatment-began")
            .EndsAt(next?.Latest.KnownFrom, "superseded")
            .Raise(() => FlagOf(later, partners, at.Patient, at.Tumour));
    }

    private static Flag FlagOf(ReadAssessment later, List<Disagreement> partners, PatientView patient, TumourLine tumour)
    {
        var severe = partners.Where(static d => d.Severity == FlagSeverity.Moderate).DefaultIfEmpty(partners[0]).First();

        string Said(Her2Status status, ReadAssessment of) =>
            $"{RuleText.Word(status)}{(StatusWalk.IsUsable(of) ? string.Empty : " in plasma")} on {RuleText.Describe(of, patient, severe.Known)}";

        return new Flag
        {
            Patient = patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = later.Anchor,
            AnchorMembers = later.Members,
            Severity = partners.Max(static d => d.Severity),
            State = FlagState.Active,
            Start = partners.Min(static d => d.From),
            Effective = later.When,
            Text = $"Two specimens of one time disagree on HER2: {Said(severe.EarlierStatus, severe.Earlier)}, "
                + $"{Said(severe.LaterStatus, later)}. No HER2-directed dose lies between them.",
            Evidence = RuleText.Evidence([later, .. partners.Select(static d => d.Earlier).Reverse()], []),
            Details =
            [
                RuleText.Status("prior-status", severe.EarlierStatus),
                RuleText.When("prior-status-date", severe.Earlier.When),
                RuleText.Status("current-status", severe.LaterStatus),
                RuleText.When("current-status-date", later.When),
            ],
            Focus = tumour.Condition,
            Tumour = tumour.Kind,
        };
    }

    /// <summary>The first stretch of time over which what was known of the two specimens disagreed.</summary>
    private static Disagreement? Period(ReadAssessment earlier, ReadAssessment later)
    {
        Disagreement? found = null;
        foreach (var moment in earlier.Readings.Concat(later.Readings).Select(static r => r.KnownFrom).Distinct().Order())
        {
            var (a, b) = (earlier.At(moment), later.At(moment));
            var severity = a is null || b is null ? null : SeverityOf((earlier, a), (later, b));
            if (severity is { } level)
            {
                found = found is null
                    ? new Disagreement(earlier, moment, null, level, a!.Status, b!.Status, moment)
                    : found with { Severity = level, Until = null, EarlierStatus = a!.Status, LaterStatus = b!.Status, Known = moment };
            }
            else if (found is { Until: null })
            {
                found = found with { Until = moment };
            }
        }

        return found;
    }

    /// <summary>Plasma speaks only against a negative tissue result, and only by being amplified (reference 4e).</summary>
    private static FlagSeverity? SeverityOf((ReadAssessment Of, Reading Read) a, (ReadAssessment Of, Reading Read) b) =>
        (StatusWalk.IsUsable(a.Of), StatusWalk.IsUsable(b.Of)) switch
        {
            (true, true) => SeverityOf(a.Read, b.Read),
            (true, false) => IsOnlyInPlasma(a.Read, b.Read) ? FlagSeverity.Moderate : null,
            (false, true) => IsOnlyInPlasma(b.Read, a.Read) ? FlagSeverity.Moderate : null,
            _ => null,
        };

    private static bool IsOnlyInPlasma(Reading tissue, Reading plasma) =>
        (tissue.Status, plasma.Status) is (Her2Status.Negative, Her2Status.Positive);

    private static FlagSeverity? SeverityOf(Reading a, Reading b) => (a, b) switch
    {
        _ when a.Status.IsDeterminate() && b.Status.IsDeterminate() => a.Status == b.Status ? null : FlagSeverity.Moderate,
        _ when IsThreeAgainstTwo(a, b) || IsThreeAgainstTwo(b, a) => FlagSeverity.Low,
        _ => null,
    };

    private static bool IsThreeAgainstTwo(Reading a, Reading b) =>
        a is { IhcScore: 3, Status: Her2Status.Positive } && b is { IhcScore: 2, Status: Her2Status.Equivocal };

    /// <param name="Known">From when the two statuses are these.</param>
    private sealed record Disagreement(
        ReadAssessment Earlier,
        DateTimeOffset From,
        DateTimeOffset? Until,
        FlagSeverity Severity,
        Her2Status EarlierStatus,
        Her2Status LaterStatus,
        DateTimeOffset Known);
}
