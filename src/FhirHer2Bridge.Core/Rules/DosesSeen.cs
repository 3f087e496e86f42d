using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>Whether "no dose" can be said of a stretch of time.</summary>
internal static class DosesSeen
{
    /// <summary>
    /// False, and the outcome says why, where administrations up to <paramref name="until"/> were not read completely, or something
    /// seen from <paramref name="from"/> on may be a dose that nobody could read.
    /// </summary>
    public static bool Through(
        PatientView patient, DateTimeOffset from, DateTimeOffset until, RuleContext context, RuleOutcome outcome)
    {
        if (!context.Completeness.DosesThrough(until))
        {
            outcome.NotReadThrough("doses-not-read-through");
            return false;
        }

        if (patient.Gaps.Any(gap => gap.MayHideDose && !(gap.When?.LatestExclusive <= from) && !(gap.When?.Earliest > until)))
        {
            outcome.CannotTell("doses-not-read-through");
            return false;
        }

        return true;
    }
}
