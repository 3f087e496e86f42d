using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>09: trastuzumab goes on after progression of gastric cancer on a HER2-directed drug (reference 7, F09).</summary>
public sealed class BeyondProgressionRule : FlagRule
{
    public const string Code = "trastuzumab-beyond-progression";

    private static readonly RuleParameter AfterDays = new(
        "after-progression-days", "days", 28, 14, 60, "A dose up to this many days after the progression may precede the decision on it.");

    public static RuleId Id { get; } = new("H2B-09");

    public override RuleCard Card { get; } = new(Id, 3, "Trastuzumab beyond progression (gastric)")
    {
        Codes = [Code],
        Trigger = "Gastric: trastuzumab (no conjugate) is given after the limit from a progression on a HER2-directed drug (at most a course "
            + "gap after its last dose), without a positive test collected since. Tumour type unknown: undetermined. Other tumours: never.",
        Clears = "Trastuzumab was stopped (no dose for longer than a course gap); a positive test collected after the progression; death; "
            + "it becomes historical.",
        Severity = "moderate",
        Source = "T-ACT, J Clin Oncol 2020;38:1919: no benefit beyond progression (PFS 3.7 against 3.2 months); no benefit either in HELOISE, LOGiC, "
            + "JACOB (first line), TyTAN and GATSBY (second line). No guideline gives a number "
            + "of days: the limit is a default that the site's clinician signs.",
        Parameters = [AfterDays],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        foreach (var tumour in patient.Tumours.Where(static tumour => tumour.Kind is TumourKind.Gastric or TumourKind.None))
        {
            if (tumour.DosesUnassigned)
            {
                outcome.CannotTell("dose-not-assigned");
            }

            var gap = CommonThresholds.ContinuingGap(context);
            var countedUntilRetest = new Dictionary<Dose, DateTimeOffset?>();
            foreach (var progression in TumourProgressions.Of(tumour, patient, outcome))
            {
                var isOnDrug = TumourProgressions.IsOnDrug(progression, tumour.Doses, gap);
                if (isOnDrug == true)
                {
                    After(progression, countedUntilRetest, patient, tumour, (context, outcome));
                }
                else if (isOnDrug == false)
                {
                    WhereTheDrugMayBeHidden(progression, patient, tumour, (context, outcome));
                }
                else if (tumour.Doses.Any(dose => dose.Drug.Class == DrugClass.Trastuzumab && dose.LastAtMost > progression.When!.Value.Earliest))
                {
                    outcome.CannotTell("order-of-dose-and-progression");
                }
            }
        }

        return outcome;
    }

    private static void After(
        ProgressionFact progression,
        Dictionary<Dose, DateTimeOffset?> countedUntilRetest,
        PatientView patient,
        TumourLine tumour,
        (RuleContext Context, RuleOutcome Outcome) at)
    {
        var progressed = progression.When!.Value;
        var days = at.Context.Days(Id, AfterDays) + 1;
        var (possible, certain) = (progressed.Earliest.AddDays(days), progressed.LastDay().AddDays(days));
        var positive = QualifyingTest.All(tumour).Where(test => test.Assessment.Latest.Status == Her2Status.Positive).ToList();
        var retested = positive.Where(test => test.When.Earliest >= progressed.LastDay()).Select(static test => (DateTimeOffset?)test.KnownFrom).Min();
        var doses = tumour.Doses.Where(dose => dose.Drug.Class == DrugClass.Trastuzumab
            && !IsAnswered(dose)).ToList();
        var beyond = doses.Where(dose => dose.FirstFrom(certain) < (retested ?? DateTimeOffset.MaxValue)).ToList();
        beyond.ForEach(dose => countedUntilRetest[dose] = retested);
        beyond.RemoveAll(dose => !at.Outcome.HasCome(dose.FirstFrom(certain)));
        if (beyond.Count == 0)
        {
            if (doses.Exists(dose => dose.FirstFrom(possible) < (retested ?? DateTimeOffset.MaxValue) && at.Outcome.HasCome(dose.FirstFrom(possible))))
            {
                at.Outcome.CannotTell("order-of-dose-and-progression");
            }

            SayWhatIsHidden((possible, retested), patient, at);
        }
        else if (positive.Exists(test => test.When.Earliest < progressed.LastDay() && test.When.Overlaps(progressed)))
        {
            at.Outcome.CannotTell("order-of-test-and-progression");
        }
        else if (tumour.Kind == TumourKind.None)
        {
            at.Outcome.CannotTell("tumour-type-unknown");
        }
        else if (Absence.OfTests(patient, progressed.Earliest, beyond[0].FirstFrom(certain)!.Value, at.Context, at.Outcome))
        {
            RaiseFor(new Beyond(progression, beyond, certain, retested), patient, tumour, at);
        }

        // One dose is told after one progression; a course that a positive retest allowed may be beyond the next one.
        bool IsAnswered(Dose dose) => countedUntilRetest.TryGetValue(dose, out var until) && !(until <= progressed.Earliest);
    }

    /// <summary>No known dose came shortly before the progression; one that could not be read may have, and the drug is given after it.</summary>
    private static void WhereTheDrugMayBeHidden(
        ProgressionFact progression, PatientView patient, TumourLine tumour, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var progressed = progression.When!.Value;
        var beyond = progressed.Earliest.AddDays(at.Context.Days(Id, AfterDays) + 1);
        if (!Absence.MayHideDose(patient, progressed.Earliest.AddDays(-CommonThresholds.ContinuingGap(at.Context)), progressed.LatestExclusive))
        {
            return;
        }

        if (tumour.Doses.Any(dose => dose.Drug.Class == DrugClass.Trastuzumab && at.Outcome.HasCome(dose.FirstFrom(beyond))))
        {
            at.Outcome.CannotTell("doses-not-read-through");
        }
        else
        {
            SayWhatIsHidden((beyond, null), patient, at);
        }
    }

    /// <summary>Something given after the limit may be trastuzumab.</summary>
    private static void SayWhatIsHidden(
        (DateTimeOffset From, DateTimeOffset? Until) time, PatientView patient, (RuleContext Context, RuleOutcome Outcome) at)
    {
        if (!Absence.MayHideDose(patient, time.From, time.Until))
        {
            return;
        }

        if (at.Outcome.HasCome(time.From))
        {
            at.Outcome.CannotTell("doses-not-read-through");
        }
    }

    private static void RaiseFor(Beyond beyond, PatientView patient, TumourLine tumour, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var gap = CommonThresholds.ContinuingGap(at.Context);
        var runs = DoseReader.Runs(beyond.Doses, gap).ToList();
        foreach (var run in runs)
        {
            var start = run[0].FirstFrom(beyond.From)!.Value;
            new Episode(patient, at.Context, at.Outcome) { Start = start, Trigger = start }
                .EndsAt(beyond.RetestedKnown, "reassessed")
                .EndsWith(new Course(run, gap))
                .Raise(() => FlagOf(beyond.Progression, run[0], isFirst: run == runs[0], start, (patient, tumour)));
        }
    }

    private static Flag FlagOf(
        ProgressionFact progression, Dose dose, bool isFirst, DateTimeOffset start, (PatientView Patient, TumourLine Tumour) of) => new()
        {
            Patient = of.Patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = isFirst ? progression.Source.Key.Value : $"{progression.Source.Key.Value}+{dose.Source.Key.Value}",
            AnchorMembers = isFirst ? [progression.Source.Key.Value] : [],
            Severity = FlagSeverity.Moderate,
            State = FlagState.Active,
            Provisional = dose.Drug.Uncertain,
            Start = start,
            Effective = dose.When,
            Text = start > dose.When.Earliest
                ? $"Progression was recorded on {RuleText.Date(progression.When!.Value)}; a course of {dose.Drug.Name} begun on "
                    + $"{RuleText.Date(dose.When)} went on after it. No positive HER2 test from after the progression is on record."
                : $"Progression was recorded on {RuleText.Date(progression.When!.Value)}; {dose.Drug.Name} was given on "
                    + $"{RuleText.Date(dose.When)}. No positive HER2 test from after the progression is on record.",
            Evidence = [dose.Source, progression.Source],
            Details =
            [
                RuleText.When("trastuzumab-first-date", dose.When),
            ],
            Focus = of.Tumour.Condition,
            Tumour = of.Tumour.Kind,
        };

    private sealed record Beyond(ProgressionFact Progression, List<Dose> Doses, DateTimeOffset From, DateTimeOffset? RetestedKnown);
}
