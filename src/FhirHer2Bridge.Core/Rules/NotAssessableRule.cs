using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// 28: something that was not read stands between a treated patient and an answer (reference 7, F28). It works from the causes that
/// leave other rules undetermined (gaps, a Condition instead of a result, a refused record, old data), so that "no flag" never means "did not look".
/// </summary>
public sealed class NotAssessableRule : FlagRule
{
    public const string Code = "not-assessable";

    private static readonly RuleParameter StaleDays = new(
        "stale-after-days", "days", 7, 2, 30, "Data of which the last complete reading is older than this are stale.");

    private static readonly RuleParameter RecentDoseDays = new(
        "recent-dose-days", "days", 180, 90, 365, "Up to this many days after a HER2-directed dose an answer is needed.");

    public static RuleId Id { get; } = new("H2B-28");

    public override RuleCard Card { get; } = new(Id, 3, "Not assessable")
    {
        Codes = [Code],
        Trigger = "A HER2-directed dose in the last days, and: something that may be a HER2 result was seen and not read, and no determinate "
            + "test since of each treated tumour; or something that may be an administration was not read; or a Condition names a HER2 status and no result is on "
            + "record; or the server refuses or breaks off this patient's record while it gives that of others; or the data are stale. A "
            + "result that is only awaited does not count.",
        Clears = "The source is read; a later determinate test of each treated tumour; a complete reading; no dose for the days given; death. An endpoint that "
            + "could not be read at all is shown in the operations, not as a flag of each patient.",
        Severity = "moderate",
        Source = "Own rule: that nothing was flagged must never mean that nobody looked. No guideline gives these numbers: they are defaults "
            + "that the site's clinician signs.",
        Parameters = [StaleDays, RecentDoseDays],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        var runs = DoseReader.Runs(patient.Doses, context.Days(Id, RecentDoseDays))
            .Select(run => new TreatedTime(run, context.Days(Id, RecentDoseDays))).ToList();
        var causes = UnreadCauses.Tests(patient, context.Days(Id, RecentDoseDays))
            .Concat(UnreadCauses.Doses(patient))
            .Concat(UnreadCauses.StatedOnly(patient, CommonThresholds.TestLookAhead(context)))
            .Concat(UnreadCauses.Stale(context, context.Days(Id, StaleDays)))
            .ToList();
        foreach (var cause in causes)
        {
            var raised = false;
            foreach (var treated in runs)
            {
                raised |= Raise(cause, treated, isFirst: !raised, (patient, context, outcome));
            }
        }

        if (runs.Find(treated => !outcome.HasCome(treated.Until)) is { } current)
        {
            CannotTellUnread(context, outcome);

            // What is withheld now says nothing of treatment that ended long ago.
            foreach (var cause in UnreadCauses.Withheld(context))
            {
                Raise(cause, current, isFirst: true, (patient, context, outcome));
            }
        }

        return outcome;
    }

    private static bool Raise(
        UnreadCause cause, TreatedTime treated, bool isFirst, (PatientView Patient, RuleContext Context, RuleOutcome Outcome) at)
    {
        var start = cause.From > treated.From ? cause.From : treated.From;
        if (treated.Until <= start || cause.Until <= start)
        {
            return false;
        }

        new Episode(at.Patient, at.Context, at.Outcome) { Start = start, Trigger = start }
            .EndsAt(cause.Until, "reassessed")
            .EndsByAbsenceAt(treated.Until, "historical")
            .Raise(() => FlagOf(cause, treated.LastBefore(start), isFirst, at.Patient));
        return true;
    }

    /// <summary>How far was read is not known at all: whether the data are stale cannot be said.</summary>
    private static void CannotTellUnread(RuleContext context, RuleOutcome outcome)
    {
        if (context.Completeness.Tests is null)
        {
            outcome.NotReadThrough("tests-not-read-through");
        }

        if (context.Completeness.Doses is null)
        {
            outcome.NotReadThrough("doses-not-read-through");
        }
    }

    private static Flag FlagOf(UnreadCause cause, Dose dose, bool isFirst, PatientView patient) => new()
    {
        Patient = patient.Patient,
        Rule = Id,
        Code = Code,
        Anchor = isFirst ? cause.Anchor : $"{cause.Anchor}+{dose.Source.Key}",
        AnchorMembers = isFirst ? cause.Members : [],
        Severity = FlagSeverity.Moderate,
        State = FlagState.Active,
        Start = cause.From,
        Effective = cause.When ?? dose.When,
        Text = $"{cause.Text} {dose.Drug.Name} was given on {RuleText.Date(dose.When)}.",
        Evidence = cause.Source is { } source ? [source, dose.Source] : [dose.Source],
        Details = [RuleText.When("trastuzumab-last-date", dose.When)],
        Tumour = patient.Tumours.Count == 1 ? patient.Tumours[0].Kind : Facts.TumourKind.None,
    };
}

/// <summary>Doses of which none is long after the one before, and the days after them in which an answer is needed.</summary>
internal sealed record TreatedTime(List<Dose> Doses, int Days)
{
    public DateTimeOffset From => Doses[0].When.Earliest;

    /// <summary>Null: treatment goes on.</summary>
    public DateTimeOffset? Until => Doses.Exists(static dose => dose.Ongoing) ? null : Doses.Max(static dose => dose.LastAtMost).AddDays(Days + 1);

    /// <summary>The dose that made the answer needed: a later one must not change what the flag says.</summary>
    public Dose LastBefore(DateTimeOffset instant) => Doses.LastOrDefault(dose => dose.When.Earliest <= instant) ?? Doses[0];
}
