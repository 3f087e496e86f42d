using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.History.Tables;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>06: a new line of HER2-directed treatment after progression, without a new HER2 test (reference 7, F06).</summary>
public sealed class NewHer2LineRule : FlagRule
{
    public const string Code = "new-her2-line-without-retest";

    public static RuleId Id { get; } = new("H2B-06");

    public static RuleParameter TestLookAheadDays { get; } = new(
        "test-look-ahead-days", "days", 14, 0, 30, "A test in progress at the first dose may still be collected or reported (rules 06 and 07).");

    public static RuleParameter NewCourseGapDays { get; } = new(
        "new-course-gap-days", "days", 90, 60, 210, "After more than this many days without a dose the next one begins a new line.");

    public override RuleCard Card { get; } = new(Id, 3, "New HER2-directed line after progression without retest")
    {
        Codes = [Code],
        Trigger = "After progression on a HER2-directed drug (at most a course gap after its last dose) another one begins, or the same "
            + "after a long gap, and no determinate test was collected from the progression to the end of the look-ahead. A biosimilar, "
            + "another route and a fixed combination in place of its parts are no new line. Once for each progression. Undetermined after "
            + "a progression where an administration could not be read.",
        Clears = "A determinate test collected after the progression becomes known; death; it becomes historical.",
        Severity = "gastric high; breast low; tumour of another or unknown type low, which is what both readings share",
        Source = "DESTINY-Gastric04 (selection by biopsy after trastuzumab), NEJM 2025; T-ACT, J Clin Oncol 2020;38:1919 (loss in 11 of "
            + "16). No guideline gives a number of days: every limit is a default that the site's clinician signs.",
        Parameters = [TestLookAheadDays, NewCourseGapDays],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        foreach (var tumour in patient.Tumours)
        {
            if (tumour.DosesUnassigned)
            {
                outcome.CannotTell("dose-not-assigned");
            }

            var lines = TherapyLines.Of(tumour.Doses, CommonThresholds.NewCourseGap(context));
            var progressions = TumourProgressions.Of(tumour, patient, outcome);
            if (progressions.Count > 0 && Absence.MayHideDose(patient, DateTimeOffset.MinValue))
            {
                outcome.CannotTell("doses-not-read-through");
            }

            var answered = new HashSet<ProgressionFact>();
            for (var i = 1; i < lines.Count; i++)
            {
                var before = lines.Take(i).SelectMany(static line => line.Doses).ToList();
                if (Before(lines[i].First, before, progressions, context) is { } progression)
                {
                    if (answered.Add(progression))
                    {
                        Judge(new Switch(progression, before, lines[i]), patient, tumour, (context, outcome));
                    }
                }
                else if (MayComeBefore(lines[i].First, before, progressions, context)
                    && outcome.HasCome(lines[i].First.When.Earliest.AddDays(CommonThresholds.TestLookAhead(context) + 1)))
                {
                    outcome.CannotTell("order-of-dose-and-progression");
                }
            }

            if (lines.SelectMany(static line => line.Doubtful).Any(dose => progressions.Exists(p => p.When!.Value.Earliest <= dose.When.Earliest)))
            {
                outcome.CannotTell("drug-identity-uncertain");
            }
        }

        return outcome;
    }

    /// <summary>The progression on treatment that the new line answers; what is recorded again within a course gap is the same one.</summary>
    private static ProgressionFact? Before(Dose first, List<Dose> before, List<ProgressionFact> progressions, RuleContext context)
    {
        var gap = CommonThresholds.ContinuingGap(context);
        ProgressionFact? found = null;
        foreach (var progression in progressions.AsEnumerable().Reverse().Where(p => p.When!.Value.Earliest <= first.When.Earliest
            && TumourProgressions.IsOnDrug(p, before, gap) == true))
        {
            if (found is not null && (found.When!.Value.Earliest - progression.When!.Value.Earliest).Days > gap)
            {
                break;
            }

            found = progression;
        }

        return found;
    }

    /// <summary>The dates allow a progression on treatment that the new line answers.</summary>
    private static bool MayComeBefore(Dose first, List<Dose> before, List<ProgressionFact> progressions, RuleContext context) =>
        progressions.Exists(p => p.When!.Value.Earliest <= first.When.LastDay()
            && TumourProgressions.IsOnDrug(p, before, CommonThresholds.ContinuingGap(context)) != false);

    private static void Judge(Switch change, PatientView patient, TumourLine tumour, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var progressed = change.Progression.When!.Value;
        var first = change.Line.First;
        var start = first.When.Earliest.AddDays(CommonThresholds.TestLookAhead(at.Context) + 1);
        var tests = QualifyingTest.All(tumour).ToList();
        var after = tests.Where(test => test.When.Earliest >= progressed.LastDay()).ToList();
        var found = after.Count == 0 ? (DateTimeOffset?)null : after.Min(static test => test.KnownFrom);
        if (found <= start)
        {
            return;
        }

        if (at.Outcome.HasCome(start) && WhyUndetermined(change, tests, patient, tumour) is { } reason)
        {
            at.Outcome.CannotTell(reason);
            return;
        }

        if (at.Outcome.HasCome(start) && !Absence.OfTests(patient, progressed.Earliest, start, at.Context, at.Outcome))
        {
            return;
        }

        new Episode(patient, at.Context, at.Outcome) { Start = start, Trigger = first.When.Earliest }
            .EndsAt(found, "reassessed")
            .Raise(() => FlagOf(change, tests.FindLast(test => test.When.Earliest < progressed.Earliest), start, (patient, tumour)));
    }

    private static string? WhyUndetermined(Switch change, List<QualifyingTest> tests, PatientView patient, TumourLine tumour)
    {
        var progressed = change.Progression.When!.Value;
        return progressed.LatestExclusive > change.Line.First.When.LatestExclusive ? "order-of-dose-and-progression"
            : change.Line.First.Drug.Uncertain ? "drug-identity-uncertain"
            : tests.Exists(test => test.When.Earliest < progressed.LastDay() && test.When.Overlaps(progressed)) ? "order-of-test-and-progression"
            : patient.UnassignedStatusesOfAnyTrack.Any(a => a.When.Earliest >= progressed.Earliest) ? "tumour-not-assigned"
            : tumour.Assessments.Any(a => a.When.Earliest >= progressed.Earliest && a.Latest.Notes.Contains(TumourTables.ReadingsDiffer, StringComparer.Ordinal)) ? "tumour-type-unknown"
            : null;
    }

    private static Flag FlagOf(Switch change, QualifyingTest? last, DateTimeOffset start, (PatientView Patient, TumourLine Tumour) of)
    {
        var first = change.Line.First;
        var old = change.Before.FindLast(dose => dose.When.Earliest <= change.Progression.When!.Value.Earliest) ?? change.Before[^1];
        var text = $"Progression was recorded on {RuleText.Date(change.Progression.When!.Value)} under {old.Drug.Name}; a line with {first.Drug.Name} began on "
            + $"{RuleText.Date(first.When)} without a HER2 result from after the progression on record.";
        return new Flag
        {
            Patient = of.Patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = first.Source.Key.Value,
            AnchorMembers = [first.Source.Key.Value],
            Severity = of.Tumour.Kind == TumourKind.Gastric ? FlagSeverity.High : FlagSeverity.Low,
            State = FlagState.Active,
            Start = start,
            Effective = first.When,
            Text = last is null ? text : $"{text} Last HER2 result: {RuleText.Word(last.Assessment.Latest.Status)} on {RuleText.Describe(last.Assessment)}.",
            Evidence = new[] { first.Source, change.Progression.Source, old.Source }.Concat(last?.Assessment.Assessment.Evidence ?? [])
                .ToDistinctArray(),
            Details =
            [
                RuleText.When("trastuzumab-first-date", first.When),
                .. last is null ? Array.Empty<FlagDetail>() : [RuleText.When("last-assessment-date", last.When)],
            ],
            Focus = of.Tumour.Condition,
            Tumour = of.Tumour.Kind,
        };
    }

    /// <summary>From the doses before, over the progression, to the new line.</summary>
    private sealed record Switch(ProgressionFact Progression, List<Dose> Before, TherapyLine Line);
}
