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

        var flags = TentativeEvidence.Mark(StrongerFlags.Heard(outcomes), facts).OrderBy(flag => flag.Start).ThenBy(flag => flag.Code, StringComparer.Ordinal)
            .ThenBy(flag => flag.Anchor, StringComparer.Ordinal).ToEquatableArray();
        var undetermined = outcomes
            .Where(static o => o.Outcome.Undetermined.Count > 0)
            .SelectMany(static o => o.Outcome.Undetermined.Select(reason => new UndeterminedRule(o.Card.Id, reason)))
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
}
