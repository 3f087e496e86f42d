using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// Whether "there was none" can be said over a stretch of time: only where everything in it was read, and was readable.
/// Otherwise the outcome says why not.
/// </summary>
internal static class Absence
{
    /// <summary>A test that has no result yet.</summary>
    public const string Awaited = "pending";

    /// <summary>It may hold a result. One that was only awaited, and had time enough to be reported, hides none.</summary>
    public static bool MayHideTest(GapFact gap, RuleContext context, RuleOutcome outcome) =>
        gap.MayHideTest && !(gap is { Code: Awaited, When: { } since } && outcome.HasCome(since.LatestExclusive.AddDays(CommonThresholds.RetestGrace(context))));

    /// <param name="from">What lies before hides nothing that matters; null: from the beginning of the record.</param>
    /// <param name="isWaiting">False: what is only awaited has been waited for long enough, and hides nothing.</param>
    public static bool OfTests(
        PatientView patient, DateTimeOffset? from, DateTimeOffset until, RuleContext context, RuleOutcome outcome, bool isWaiting = true)
    {
        if (!context.Completeness.TestsThrough(until))
        {
            outcome.NotReadThrough("tests-not-read-through");
            return false;
        }

        // What a report says in words is about the assessment it holds: it hides no other test.
        var settled = patient.Tumours.SelectMany(static tumour => tumour.Assessments).Concat(patient.Unassigned)
            .Where(static a => StatusWalk.IsUsable(a) && a.Latest.Status.IsDeterminate())
            .SelectMany(static a => a.Reports).ToHashSet(StringComparer.Ordinal);
        var gap = patient.Gaps.FirstOrDefault(gap => (isWaiting || gap.Code is not Awaited) && MayHideTest(gap, context, outcome)
            && LiesWithin(gap, from, until) && !settled.Contains(gap.Source.Key.Value));
        if (gap is not null)
        {
            outcome.CannotTell(gap.Code);
        }

        return gap is null;
    }

    public static bool OfDoses(PatientView patient, DateTimeOffset? from, DateTimeOffset until, RuleContext context, RuleOutcome outcome)
    {
        if (!context.Completeness.DosesThrough(until))
        {
            outcome.NotReadThrough("doses-not-read-through");
            return false;
        }

        if (patient.Gaps.Any(gap => gap.MayHideDose && LiesWithin(gap, from, until)))
        {
            outcome.CannotTell("doses-not-read-through");
            return false;
        }

        return true;
    }

    /// <summary>No HER2-directed dose lies between two collections, and that is certain.</summary>
    public static bool IsCertainOfDoses(PatientView patient, TumourLine tumour, ClinicalTime earlier, ClinicalTime later, RuleContext context) =>
        context.Completeness.DosesThrough(later.Earliest)
        && !tumour.DosesUnassigned
        && !patient.Gaps.Any(gap => gap.MayHideDose && LiesWithin(gap, earlier.Earliest, later.LatestExclusive))
        && !tumour.Doses.Any(dose => dose.MayBeBetween(earlier, later));

    /// <summary>
    /// Two specimens of one window differ because they disagree, and not because time passed between them: no dose lies between them, and their
    /// dates are not so coarse that the window may be over.
    /// </summary>
    public static bool IsCertainOfOneTime(PatientView patient, TumourLine tumour, ClinicalTime earlier, ClinicalTime later, RuleContext context) =>
        (later.LastDay() - earlier.Earliest).Days <= CommonThresholds.SimultaneousWindow(context)
        && IsCertainOfDoses(patient, tumour, earlier, later, context);

    /// <summary>Something seen in this time may be a dose that nobody could read: what was not found may be there.</summary>
    /// <param name="until">Null: up to now.</param>
    public static bool MayHideDose(PatientView patient, DateTimeOffset from, DateTimeOffset? until = null) =>
        patient.Gaps.Any(gap => gap.MayHideDose && !(gap.When?.LatestExclusive <= from) && !(gap.When?.Earliest >= until));

    private static bool LiesWithin(GapFact gap, DateTimeOffset? from, DateTimeOffset until) =>
        !(gap.When?.LatestExclusive <= from) && !(gap.When?.Earliest > until);
}
