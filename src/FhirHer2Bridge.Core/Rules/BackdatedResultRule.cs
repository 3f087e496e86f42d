using System.Globalization;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>19: a result arrived long after it was issued and rewrites the past (reference 7, F19).</summary>
public sealed class BackdatedResultRule : FlagRule
{
    public const string Code = "backdated-result";

    public static RuleId Id { get; } = new("H2B-19");

    public static RuleParameter LateAfterDays { get; } = new(
        "late-after-days", "days", 30, 7, 180, "A result first seen more than this many days after it was issued came late. No guideline gives this number.");

    public override RuleCard Card { get; } = new(Id, 1, "Late-arriving result that rewrites the past")
    {
        Codes = [Code],
        Trigger = "A HER2 result is first seen more than the limit after it was issued, and with it the status at a dose given meanwhile, or a "
            + "status change flagged meanwhile, is another. Never for what came with the patient's first full read.",
        Clears = "A clinician acknowledges it; death; it becomes historical.",
        Severity = "moderate",
        Source = "Arrival is not collection: what was decided meanwhile was decided without it (reference 4e, as-of date).",
        Parameters = [LateAfterDays],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        var limit = TimeSpan.FromDays(context.Days(Id, LateAfterDays));
        var corrected = patient.Replaced.OfType<AssayFact>().Where(VersionStep.InUse).Select(static fact => fact.Source.Key).ToHashSet();
        var arrived = patient.Facts.OfType<AssayFact>()
            .Where(fact => fact is { ReplacedAt: null, FirstSeen: not null } && VersionStep.InUse(fact) && !corrected.Contains(fact.Source.Key))
            .ToList();
        arrived.Sort(static (a, b) => a.Source.CompareTo(b.Source));
        if (arrived.Count == 0)
        {
            return outcome;
        }

        foreach (var tumour in patient.Tumours)
        {
            foreach (var result in tumour.Assessments.Where(StatusWalk.IsUsable))
            {
                var late = arrived.FindAll(fact => result.Members.Contains(fact.Source.Key.Value, StringComparer.Ordinal)
                    && patient.IssuedOf(fact) is { } issued && fact.FirstSeen - issued > limit);
                if (late.Count > 0)
                {
                    Judge(late, result, (patient, tumour, context, outcome));
                }
            }
        }

        return outcome;
    }

    private static void Judge(
        List<AssayFact> late, ReadAssessment result, (PatientView Patient, TumourLine Tumour, RuleContext Context, RuleOutcome Outcome) at)
    {
        var seen = late.Max(static fact => fact.FirstSeen!.Value);
        if (!at.Outcome.HasCome(seen))
        {
            return;
        }

        var keys = late.Select(static fact => fact.Source.Key).ToHashSet();
        var without = HistoryBuilder.Build(
            at.Patient.Patient,
            [.. at.Patient.Facts.Where(fact => fact.ReplacedAt is null && !(fact is AssayFact && keys.Contains(fact.Source.Key)))],
            at.Context);
        at.Outcome.DueAt(without.NextVisible);
        var known = new DoseBasis(at.Patient, at.Context);
        var believed = new DoseBasis(without, at.Context);
        var line = without.Tumours.FirstOrDefault(tumour => tumour.IsSameAs(at.Tumour));

        var doses = at.Tumour.Doses.Where(dose => dose.When.Earliest < seen).Where(dose =>
            known.StepAt(at.Tumour, dose.When.Earliest)?.Status != (line is null ? null : believed.StepAt(line, dose.When.Earliest)?.Status)).ToList();
        var flagged = believed.Changes(seen).Any(told => told.Tumour.IsSameAs(at.Tumour)
            && !known.Changes(seen).Any(change => change.Tumour == at.Tumour
                && change.Step.Status == told.Step.Status
                && string.Equals(change.Step.Assessment.Anchor, told.Step.Assessment.Anchor, StringComparison.Ordinal)));
        if (doses.Count > 0 || flagged)
        {
            new Episode(at.Patient, at.Context, at.Outcome) { Start = seen, Trigger = seen }
                .Raise(() => FlagOf(late, result, doses, seen, at.Patient, at.Tumour));
        }
        else if (!at.Context.Completeness.DosesThrough(seen))
        {
            at.Outcome.NotReadThrough("doses-not-read-through");
        }
        else if (at.Tumour.DosesUnassigned)
        {
            at.Outcome.CannotTell("dose-not-assigned");
        }
        else if (at.Patient.Gaps.Any(gap => gap.MayHideDose && !(gap.When?.Earliest > seen)))
        {
            at.Outcome.CannotTell("doses-not-read-through");
        }
    }

    private static Flag FlagOf(
        List<AssayFact> late, ReadAssessment result, List<Dose> doses, DateTimeOffset seen, PatientView patient, TumourLine tumour)
    {
        var rewritten = doses.Count > 0
            ? $"It changes the HER2 status at doses given before it was seen: {RuleText.Doses(doses)}."
            : "It changes a status change flagged before it was seen.";
        List<FlagDetail> details = [RuleText.When("current-status-date", result.When)];
        if (result.Latest.Status.IsDeterminate())
        {
            details.Insert(0, RuleText.Status("current-status", result.Latest.Status));
        }

        if (doses.Count > 0)
        {
            details.Add(RuleText.When("trastuzumab-last-date", doses[^1].When));
        }

        return new Flag
        {
            Patient = patient.Patient,
            Rule = Id,
            Code = Code,
            Anchor = result.Anchor,
            AnchorMembers = result.Members,
            Severity = FlagSeverity.Moderate,
            State = FlagState.Active,
            Start = seen,
            Effective = result.When,
            Text = $"The HER2 result of {RuleText.Describe(result)}, {RuleText.Word(result.Latest.Status)}, was issued on "
                + $"{Day(late.Min(fact => patient.IssuedOf(fact))!.Value)} and first seen on {Day(seen)}. {rewritten}",
            Evidence = late.Select(static fact => fact.Source)
                .Concat(doses.AsEnumerable().Reverse().Select(static dose => dose.Source)).ToDistinctArray(),
            Details = details.ToEquatableArray(),
            Focus = tumour.Condition,
            Tumour = tumour.Kind,
        };
    }

    private static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
