using FhirHer2Bridge.Core.Flags;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>Which flags are heard where one already asks for the action of another (reference 7, rule order).</summary>
internal static class StrongerFlags
{
    /// <summary>
    /// While a stronger flag on the same tumour, of the same side where both name their condition, is open it already asks for the action: the rule adds nothing, and begins when that
    /// one ends.
    /// </summary>
    public static IEnumerable<Flag> Heard(List<(RuleCard Card, RuleOutcome Outcome)> outcomes)
    {
        foreach (var (card, outcome) in outcomes)
        {
            if (outcome.Flags.Count == 0)
            {
                continue;
            }

            List<Flag> stronger = card.SilentWhileOpen.Count == 0
                ? []
                : [.. outcomes.Where(other => card.SilentWhileOpen.Contains(other.Card.Id)).SelectMany(static other => other.Outcome.Flags)];
            foreach (var flag in outcome.Flags)
            {
                var open = stronger.Find(other => IsSameTumour(other, flag) && other.Start <= flag.Start && !(other.End <= flag.Start));
                if (open is null)
                {
                    yield return flag;
                }
                else if (open.End is { } end && !(flag.End <= end))
                {
                    yield return flag with { Start = end };
                }
                else if (outcomes.Exists(other => other.Card.Id == open.Rule && other.Outcome.Undetermined.Count > 0))
                {
                    outcome.CannotTell("stronger-flag-undetermined");
                }
            }
        }
    }

    private static bool IsSameTumour(Flag one, Flag other) =>
        one.Tumour == other.Tumour && (one.Focus is null || other.Focus is null || one.Focus == other.Focus);
}
