using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.History.Tables;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>21: since the last test only plasma without detection and without enough tumour DNA was looked at (reference 7, F21; 4f).</summary>
public sealed class UninformativeLiquidBiopsyRule : FlagRule
{
    public const string Code = "uninformative-liquid-biopsy";

    public static RuleId Id { get; } = new("H2B-21");

    public override RuleCard Card { get; } = new(Id, 2, "Uninformative liquid biopsy in place of reassessment")
    {
        Codes = [Code],
        Trigger = "Reassessment is due by the clock of rule 02, and since the last qualifying test the only tests are plasma results \"not "
            + "detected\", by the assay's call or by a copy number below its limit, with a tumour fraction below 1 % or not stated. Plasma that "
            + "decides nothing is no test.",
        Clears = "A tissue test, or any other end of what rule 02 counts; death; it becomes historical.",
        Severity = "moderate",
        Source = "Clin Cancer Res 2024;30:2452: negative with tumour fraction below 1 % calls for tissue (98 % against 63 % positive agreement); "
            + "ESMO on ctDNA: a true negative for copy number is hard to establish; low-pass sequencing against tissue agrees in "
            + "86.5 %, PMC7375665; amplified in plasma at baseline in 41 of 68 of T-ACT.",
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        var blind = patient.PlasmaSamples.Where(IsBlind).ToList();
        if (blind.Count == 0)
        {
            return outcome;
        }

        // Whether reassessment is due, and until when, is the answer of rule 02: asked, not repeated.
        var clock = new TrastuzumabWithoutReassessmentRule().Evaluate(patient, context);
        outcome.DueAt(clock.NextDue);
        foreach (var reason in clock.Undetermined)
        {
            Pass(reason, clock, outcome);
        }

        foreach (var due in clock.Flags)
        {
            foreach (var tumour in patient.Tumours)
            {
                var test = tumour.Assessments.FirstOrDefault(a => IsAnchorOf(a, due));
                if (test is not null)
                {
                    RaiseFor(due, test, [.. blind.Where(sample => IsAfter(sample.Assessment, test))], (patient, tumour, context, outcome));
                }
            }
        }

        return outcome;
    }

    /// <summary>Not detected, by a call or by counting, and nothing says that there was enough tumour DNA to detect it in.</summary>
    private static bool IsBlind(PlasmaSample sample) =>
        sample.TumourFraction?.IsAtLeast(PlasmaTable.InformativeFromPercent) != true
        && sample.IsNotDetected;

    private static void Pass(string reason, RuleOutcome clock, RuleOutcome outcome)
    {
        if (clock.AwaitsReading)
        {
            outcome.NotReadThrough(reason);
        }
        else
        {
            outcome.CannotTell(reason);
        }
    }

    private static void RaiseFor(
        Flag due, ReadAssessment test, List<PlasmaSample> blind, (PatientView Patient, TumourLine Tumour, RuleContext Context, RuleOutcome Outcome) at)
    {
        if (blind.Count == 0)
        {
            return;
        }

        var first = blind.MinBy(static sample => sample.KnownFrom)!;
        var start = first.KnownFrom > due.Start ? first.KnownFrom : due.Start;
        var known = blind.FindAll(sample => sample.KnownFrom <= start);
        var other = at.Tumour.Assessments.Where(a => a != test && IsAfter(a, test) && !blind.Exists(sample => sample.Assessment == a))
            .Where(static a => StatusWalk.IsUsable(a) || (StatusWalk.IsUsable(a, AssessmentTrack.Plasma) && a.Latest.Status.IsDeterminate()))
            .Select(static a => (DateTimeOffset?)a.Readings[0].KnownFrom).Min();
        new Episode(at.Patient, at.Context, at.Outcome) { Start = start, Trigger = start }
            .EndsAt(other, "reassessed")
            .EndsAt(due.End, due.Reason ?? "superseded")
            .Raise(() => FlagOf(test, known, start, (at.Patient, at.Tumour)));
    }

    private static Flag FlagOf(
        ReadAssessment test, List<PlasmaSample> blind, DateTimeOffset start, (PatientView Patient, TumourLine Tumour) of)
    {
        var last = blind[^1];
        return new Flag
        {
            Patient = of.Patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = blind[0].Assessment.Anchor,
            AnchorMembers = blind[0].Assessment.Members,
            Severity = FlagSeverity.Moderate,
            State = FlagState.Active,
            Start = start,
            Effective = last.When,
            Text = $"ERBB2 amplification not detected in plasma on {RuleText.Date(last.When)}, tumour fraction {CopyNumberFlag.Fraction(last)}: this does not show the HER2 status of the tumour. "
                + $"No other HER2 test since {RuleText.Describe(test)} is on record, and reassessment is due.",
            Evidence = RuleText.Evidence([.. blind.Select(static sample => sample.Assessment).Reverse(), test], []),
            Details = [RuleText.When("last-assessment-date", test.When)],
            Focus = of.Tumour.Condition,
            Tumour = of.Tumour.Kind,
        };
    }

    private static bool IsAfter(ReadAssessment later, ReadAssessment test) => later.When.OrderAgainst(test.When) == TimeOrder.After;

    /// <summary>Rule 02 anchors its flag on the last qualifying test, a later course of the same test with its first dose behind it.</summary>
    private static bool IsAnchorOf(ReadAssessment test, Flag due) =>
        string.Equals(due.Anchor, test.Anchor, StringComparison.Ordinal)
        || due.Anchor.StartsWith(test.Anchor + "+", StringComparison.Ordinal);
}
