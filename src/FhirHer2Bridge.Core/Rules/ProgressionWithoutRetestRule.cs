using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>08: progression or recurrence, no HER2-directed drug, and no new test (reference 7, F08).</summary>
public sealed class ProgressionWithoutRetestRule : FlagRule
{
    public const string Code = "progression-without-retest";

    private static readonly RuleParameter BeforeDays = new(
        "test-before-days", "days", 28, 0, 60, "A test collected up to this many days before the progression was recorded belongs to it.");

    public static RuleParameter StagingDays { get; } = new(
        "staging-days", "days", 90, 30, 120,
        "From the first sign of a tumour: a metastasis recorded in these days is where the disease was, not progression.");

    public static RuleParameter SameEventDays { get; } = new(
        "same-event-days", "days", 90, 30, 180,
        "A Condition recorded again in the same words up to this many days later is the same event; from then on nobody can tell.");

    public static RuleId Id { get; } = new("H2B-08");

    public override RuleCard Card { get; } = new(Id, 3, "Progression or recurrence without retest")
    {
        Codes = [Code],
        Trigger = "Progression, recurrence or metastasis; the grace period is over and no course of a HER2-directed drug runs; no test of that "
            + "tumour collected from shortly before the progression until then. While a course runs, rule 02 speaks; once it has ended, this one.",
        Clears = "A test; a HER2-directed course starts; death; it becomes historical. A palliative plan is not read: no code for it is verified.",
        Severity = "moderate: the first recurrence or metastasis of a breast tumour, whatever its status; a tumour ever positive or treated "
            + "with a HER2-directed drug. low: gastric, negative with IHC 1+ and one test only. Else none; undetermined "
            + "where what is unknown would make it matter",
        Source = "Case report, World J Surg Oncol 2022, doi 10.1186/s12957-022-02615-0; EGTM: measure HER2 on recurrence; ASCO/CAP: biopsy the "
            + "metastasis; GASTHER2, Cancer Res Treat 2024;56:199. No guideline gives a number of days: every limit is a default that the "
            + "site's clinician signs.",
        Parameters = [BeforeDays, StagingDays, SameEventDays],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        TumourProgressions.SayUnplaced(patient, outcome);
        foreach (var tumour in patient.Tumours)
        {
            var named = new HashSet<ProgressionFact>();
            foreach (var time in UntreatedTime.Of(tumour.Doses, CommonThresholds.ContinuingGap(context)))
            {
                Stretch? open = null;
                foreach (var progression in patient.Progressions.Where(progression => !IsOvertaken(progression, time, tumour, patient)))
                {
                    // Worsening recorded again while the first one still waits for a test is the same situation, until that is old news.
                    if (open is null || open.Until <= progression.When!.Value.Earliest)
                    {
                        open = Evaluate((patient, tumour), progression, (time, named), (context, outcome)) ?? open;
                    }
                }
            }
        }

        return outcome;
    }

    /// <summary>The course before this time ran on over a later progression: that one is what it leaves unanswered.</summary>
    private static bool IsOvertaken(ProgressionFact progression, UntreatedTime time, TumourLine tumour, PatientView patient) =>
        patient.Progressions.Any(later => later.When!.Value.Earliest > progression.When!.Value.Earliest
            && later.When.Value.Earliest <= time.LastDose && TumourProgressions.BelongsTo(later, tumour, patient) == true);

    /// <summary>The stretch of time without a test, also where it lies ahead; null: there is none.</summary>
    private static Stretch? Evaluate(
        (PatientView Patient, TumourLine Tumour) of,
        ProgressionFact progression,
        (UntreatedTime Time, HashSet<ProgressionFact> Named) during,
        (RuleContext Context, RuleOutcome Outcome) at)
    {
        var (patient, tumour) = of;
        var time = during.Time;
        var recorded = progression.When!.Value.Earliest;
        var grace = recorded.AddDays(CommonThresholds.RetestGrace(at.Context));
        var start = Moment.Latest(grace, time.From);
        var episode = new Episode(patient, at.Context, at.Outcome) { Start = start, Trigger = recorded };
        var stretch = new Stretch(
            start,
            TestKnown(tumour, progression.When.Value.LastDay().AddDays(-at.Context.Days(Id, BeforeDays))),
            time.Until,
            episode.HistoricalFrom);
        var belongs = TumourProgressions.BelongsTo(progression, tumour, patient);
        if (stretch.End <= stretch.Start || belongs == false)
        {
            return null;
        }

        var severity = ProgressionSeverity.Of(progression, tumour, time.After is not null, patient, out var undecided);
        if (severity is null && !undecided)
        {
            SayWhyItMayMatter(progression, stretch, of, at.Outcome);
            return null;
        }

        if (at.Outcome.HasCome(Moment.Latest(grace, time.FromAtEarliest)) && !at.Outcome.HasCome(stretch.Start))
        {
            at.Outcome.CannotTell("order-of-dose-and-progression");
        }

        var isNow = at.Outcome.HasCome(stretch.Start) && !at.Outcome.HasCome(stretch.End);
        if (belongs is null)
        {
            SayNotAssigned(isNow, at.Outcome);
            return null;
        }

        if (isNow && !CanTell(patient, tumour, (progression, undecided), stretch.Start, at))
        {
            return stretch;
        }

        if (severity is { } level)
        {
            var isFirst = during.Named.Add(progression);
            episode
                .EndsAt(stretch.Tested, "reassessed")
                .EndsAt(stretch.Treated, "treatment-began")
                .Raise(() => FlagOf(progression, level, (time, isFirst), of));
        }
        return stretch;
    }

    /// <summary>Nothing known makes it matter; something unknown would.</summary>
    private static void SayWhyItMayMatter(
        ProgressionFact progression, Stretch stretch, (PatientView Patient, TumourLine Tumour) of, RuleOutcome outcome)
    {
        if (outcome.HasCome(stretch.Start) && !outcome.HasCome(stretch.Until)
            && ProgressionSeverity.WhyUnknown(progression, of.Tumour, of.Patient) is { } reason)
        {
            outcome.CannotTell(reason);
        }
    }

    /// <summary>It may be of another tumour, so that one of this tumour that follows is not the same situation.</summary>
    private static void SayNotAssigned(bool isNow, RuleOutcome outcome)
    {
        if (isNow)
        {
            outcome.CannotTell("progression-not-assigned");
        }
    }

    /// <summary>Said only where tests and doses were read so far and each belongs to a known tumour.</summary>
    private static bool CanTell(
        PatientView patient,
        TumourLine tumour,
        (ProgressionFact Fact, bool SeverityUndecided) progression,
        DateTimeOffset start,
        (RuleContext Context, RuleOutcome Outcome) at)
    {
        var recorded = progression.Fact.When!.Value.Earliest;
        var from = recorded.AddDays(-at.Context.Days(Id, BeforeDays));
        if (progression.SeverityUndecided)
        {
            at.Outcome.CannotTell("tumour-type-unknown");
            return false;
        }

        if (IsOrderOfTestUnknown(tumour, progression.Fact.When.Value, from))
        {
            at.Outcome.CannotTell("order-of-test-and-progression");
            return false;
        }

        if (patient.Unassigned.Any(a => IsTest(a) && a.CollectedBy() > from))
        {
            at.Outcome.CannotTell("tumour-not-assigned");
            return false;
        }

        if (tumour.DosesUnassigned)
        {
            at.Outcome.CannotTell("dose-not-assigned");
            return false;
        }

        return Absence.OfTests(patient, from, start, at.Context, at.Outcome) && Absence.OfDoses(patient, recorded, start, at.Context, at.Outcome);
    }

    /// <summary>Of a test that may have followed nobody can say whether it did; one that certainly did was looked for before.</summary>
    private static bool IsOrderOfTestUnknown(TumourLine tumour, ClinicalTime progressed, DateTimeOffset from) =>
        tumour.Assessments.Any(a => IsTest(a) && (a.When.IsCoarse() || progressed.IsCoarse())
            && a.When.Earliest < progressed.LastDay() && a.CollectedBy() > from);

    private static DateTimeOffset? TestKnown(TumourLine tumour, DateTimeOffset from) => tumour.Assessments
        .Where(a => IsTest(a) && a.When.Earliest >= from)
        .Select(static a => (DateTimeOffset?)a.Readings[0].KnownFrom).Min();

    /// <summary>A tissue test, whatever it showed; plasma only where it says something of the tumour (reference 4f).</summary>
    private static bool IsTest(ReadAssessment assessment) => StatusWalk.IsUsable(assessment)
        || (assessment.Assessment.Standing is FactStanding.Final or FactStanding.Amended && assessment.Latest.Status.IsDeterminate());

    private static Flag FlagOf(
        ProgressionFact progression, FlagSeverity severity, (UntreatedTime Time, bool IsFirst) during, (PatientView Patient, TumourLine Tumour) of)
    {
        var when = progression.When!.Value;
        var last = of.Tumour.Assessments.LastOrDefault(a => IsTest(a) && a.When.Earliest < when.Earliest);
        var dose = during.Time.LastDose >= when.Earliest ? during.Time.After!.Last : null;
        var text = $"{progression.Label} on {RuleText.Date(when)}; no HER2 test of this tumour from then on is on record"
            + (dose is null ? ", and no HER2-directed dose." : $". The last HER2-directed dose was on {RuleText.Date(dose.CourseEnd ?? dose.When)}.");
        var key = progression.Source.Key.Value;
        return new Flag
        {
            Patient = of.Patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = during.IsFirst ? key : $"{key}+{during.Time.After!.Last.Source.Key.Value}",
            AnchorMembers = during.IsFirst ? [key] : [],
            Severity = severity,
            State = FlagState.Active,
            Start = when.Earliest,
            Effective = when,
            Text = last is null
                ? text
                : text + $" Last HER2 result {RuleText.Word(last.Latest.Status)} on {RuleText.Describe(last)}.",
            Evidence = new[] { progression.Source }.Concat(dose is null ? [] : [dose.Source])
                .Concat(last is null ? [] : last.Assessment.Evidence.AsEnumerable()).ToDistinctArray(),
            Details = last is null ? [] : [RuleText.When("last-assessment-date", last.When)],
            Focus = of.Tumour.Condition,
            Tumour = of.Tumour.Kind,
        };
    }

    private sealed record Stretch(DateTimeOffset Start, DateTimeOffset? Tested, DateTimeOffset? Treated, DateTimeOffset? Historical)
    {
        public DateTimeOffset? End => Moment.Earliest(Tested, Treated);

        /// <summary>Up to here worsening recorded again is the same situation.</summary>
        public DateTimeOffset? Until => Moment.Earliest(End, Historical);
    }
}
