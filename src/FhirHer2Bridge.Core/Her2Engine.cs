using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Core;

/// <summary>
/// Facts, standing flags and a moment in; history, flags and changes out. Pure: the same input gives the same answer, and
/// the order of the facts does not matter.
/// </summary>
public static class Her2Engine
{
    public static PatientAssessment Assess(
        PatientKey patient,
        IReadOnlyCollection<Fact> facts,
        IReadOnlyCollection<StandingFlag> standing,
        RuleBook book,
        RuleContext context)
    {
        var view = HistoryBuilder.Build(patient, facts, context);
        var outcomes = book.Rules.Select(rule => (rule.Card, Outcome: rule.Evaluate(view, context))).ToList();

        var flags = Silence(outcomes).OrderBy(flag => flag.Start).ThenBy(flag => flag.Code, StringComparer.Ordinal)
            .ThenBy(flag => flag.Anchor, StringComparer.Ordinal).ToEquatableArray();
        var undetermined = outcomes
            .SelectMany(o => o.Outcome.Undetermined.Select(reason => new UndeterminedRule(o.Card.Id, reason)))
            .ToEquatableArray();

        return new PatientAssessment(
            view.History,
            flags,
            undetermined,
            FlagPlanner.Plan(flags, standing, undetermined, book.CodesInForce),
            outcomes.Exists(static o => o.Outcome.AwaitsReading)
                ? context.AsOf
                : outcomes.Select(o => o.Outcome.NextDue).Append(view.NextVisible).Min());
    }

    /// <summary>
    /// While a stronger flag on the same tumour is open it already asks for the action: the rule adds nothing, and begins when that
    /// one ends.
    /// </summary>
    private static IEnumerable<Flag> Silence(List<(RuleCard Card, RuleOutcome Outcome)> outcomes)
    {
        foreach (var (card, outcome) in outcomes)
        {
            var stronger = outcomes.Where(other => card.SilentWhileOpen.Contains(other.Card.Id)).SelectMany(static other => other.Outcome.Flags).ToList();
            foreach (var flag in outcome.Flags)
            {
                var open = stronger.Find(other => other.Tumour == flag.Tumour && other.Start <= flag.Start && !(other.End <= flag.Start));
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
}
