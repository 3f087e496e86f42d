using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>Whether "no test" can be said of a stretch of time.</summary>
internal static class TestsSeen
{
    /// <summary>
    /// False, and the outcome says why, where tests up to <paramref name="until"/> were not read completely, or something seen from
    /// <paramref name="from"/> on may be a test that nobody could read.
    /// </summary>
    public static bool Through(
        PatientView patient, DateTimeOffset from, DateTimeOffset until, RuleContext context, RuleOutcome outcome)
    {
        if (!context.Completeness.TestsThrough(until))
        {
            outcome.NotReadThrough("tests-not-read-through");
            return false;
        }

        var hidden = patient.Gaps.FirstOrDefault(gap => gap.MayHideTest
            && !(gap.When?.LatestExclusive <= from) && !(gap.When?.Earliest > until));
        if (hidden is null)
        {
            return true;
        }

        outcome.CannotTell(hidden.Code);
        return false;
    }
}
