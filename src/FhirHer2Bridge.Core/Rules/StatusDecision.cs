using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>What a tumour's status hangs on, and whether treatment rests on it.</summary>
internal static class StatusDecision
{
    /// <summary>When the first determinate tissue result collected later became known; null: there is none.</summary>
    public static DateTimeOffset? NextAfter(ReadAssessment assessment, TumourLine tumour) => tumour.Assessments
        .Where(other => StatusWalk.IsUsable(other) && other.When.OrderAgainst(assessment.When) == TimeOrder.After
            && other.Readings.Any(static reading => reading.Status.IsDeterminate()))
        .Select(static other => (DateTimeOffset?)DeterminateFrom(other)).Min();

    /// <summary>When a result first was determinate; its first moment where it never was.</summary>
    public static DateTimeOffset DeterminateFrom(ReadAssessment assessment) =>
        (assessment.Readings.FirstOrDefault(static reading => reading.Status.IsDeterminate()) ?? assessment.Readings[0]).KnownFrom;

    /// <summary>From when a course of these HER2-directed doses runs while the result is the latest; null: none does.</summary>
    public static DateTimeOffset? TreatedFrom(IEnumerable<Dose> doses, DateTimeOffset known, int gapDays) => doses
        .Where(dose => dose.Ongoing || dose.Last.AddDays(gapDays) >= known)
        .Select(dose => (DateTimeOffset?)(dose.When.Earliest > known ? dose.When.Earliest : known)).Min();
}
