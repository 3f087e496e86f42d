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

    public override RuleCard Card { get; } = new(Id, 2, "Late-arriving result that rewrites the past")
    {
        Codes = [Code],
        Trigger = "A HER2 result is first seen more than the limit after it was issued, and with it the status at a dose given meanwhile, or a "
            + "status change flagged meanwhile, is another. A dose counts for the result that gives the status at it now. Never for what came with "
            + "the patient's first full read. Undetermined where nobody says when it was issued and it was seen that long after collection, "
            + "or where the date of a dose is too coarse.",
        Clears = "A clinician acknowledges it; death; it becomes historical.",
        Severity = "moderate",
        Source = "Arrival is not collection: what was decided meanwhile was decided without it (reference 4e, as-of date).",
        Parameters = [LateAfterDays],
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        var limit = TimeSpan.FromDays(context.Days(Id, LateAfterDays));
        var arrived = LateResult.Find(patient.Tumours.SelectMany(static tumour => tumour.Assessments).Concat(patient.Unassigned), patient, limit)
            .SelectMany(static one => one.Facts).ToList();
        if (arrived.Count == 0)
        {
            return outcome;
        }

        if (patient.Doses.Count > 0 && LateResult.Find(patient.Unassigned, patient, limit).Exists(one => outcome.HasCome(one.Seen)))
        {
            outcome.CannotTell("tumour-not-assigned");
        }

        foreach (var tumour in patient.Tumours)
        {
            var seen = LateResult.Find(tumour.Assessments, patient, limit).FindAll(one => outcome.HasCome(one.Seen));
            var past = new RewrittenPast(patient, tumour, seen, arrived, context, outcome);
            foreach (var late in seen)
            {
                Judge(late, past, (patient, tumour, context, outcome));
            }
        }

        return outcome;
    }

    private static void Judge(
        LateResult late, RewrittenPast past, (PatientView Patient, TumourLine Tumour, RuleContext Context, RuleOutcome Outcome) at)
    {
        var doses = past.Doses(late);
        if (doses.Count > 0 || past.UndoesAChange(late))
        {
            if (late.IsIssueKnown)
            {
                new Episode(at.Patient, at.Context, at.Outcome) { Start = late.Seen, Trigger = late.Seen }
                    .Raise(() => FlagOf(late, doses, at.Patient, at.Tumour));
            }
            else
            {
                at.Outcome.CannotTell("issue-unknown");
            }
        }
        else
        {
            SayWhatIsUnclear(late, past, at);
        }
    }

    private static void SayWhatIsUnclear(
        LateResult late, RewrittenPast past, (PatientView Patient, TumourLine Tumour, RuleContext Context, RuleOutcome Outcome) at)
    {
        if (past.IsAnyDoseUnclear(late))
        {
            at.Outcome.CannotTell("order-of-dose-and-result");
        }

        if (!at.Context.Completeness.DosesThrough(late.Seen))
        {
            at.Outcome.NotReadThrough("doses-not-read-through");
        }
        else if (at.Tumour.DosesUnassigned)
        {
            at.Outcome.CannotTell("dose-not-assigned");
        }
        else if (at.Patient.Gaps.Any(gap => gap.MayHideDose && !(gap.When?.Earliest > late.Seen)))
        {
            at.Outcome.CannotTell("doses-not-read-through");
        }
    }

    private static Flag FlagOf(LateResult late, List<Dose> doses, PatientView patient, TumourLine tumour)
    {
        var (result, seen) = (late.Result, late.Seen);
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
                + $"{Day(late.Facts.Min(fact => patient.IssuedOf(fact))!.Value)} and first seen on {Day(seen)}. {rewritten}",
            Evidence = late.Facts.Select(static fact => fact.Source)
                .Concat(doses.AsEnumerable().Reverse().Select(static dose => dose.Source)).ToDistinctArray(),
            Details = details.ToEquatableArray(),
            Focus = tumour.Condition,
            Tumour = tumour.Kind,
        };
    }

    private static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
