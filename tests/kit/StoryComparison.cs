using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Tests.Kit;

/// <summary>
/// What a step expects and what was said, as far as both can be compared: by the rules in force that the step speaks of. A rule
/// that is not in force yet is not missed, and its expectations become active with it.
/// </summary>
public static class StoryComparison
{
    private static readonly HashSet<string> InForce =
        [.. RuleBook.Default.Rules.Select(rule => rule.Card.Id.Value)];

    /// <summary>The expected flags of the rules compared.</summary>
    public static IReadOnlyList<StoryFlag> Expected(this StoryStep step) => step.Compared(step.Flags);

    /// <summary>The flags compared; one whose code no rule in force raises is kept where it was said, so that it is seen.</summary>
    public static IReadOnlyList<StoryFlag> Said(this StoryStep step, IEnumerable<StoryFlag> flags) =>
        [.. flags.Where(flag => RuleOf(flag.Code) is not { } rule || step.SpeaksOf(rule))];

    /// <summary>The withdrawals of the rules compared.</summary>
    public static IReadOnlyList<string> Withdrawn(this StoryStep step, IEnumerable<string> codes) =>
        [.. codes.Where(code => RuleOf(code) is { } rule && step.SpeaksOf(rule))];

    /// <summary>Said although they must not be there.</summary>
    public static IReadOnlyList<string> Forbidden(this StoryStep step, IEnumerable<StoryFlag> flags) =>
        [.. flags.Select(flag => flag.Code).Intersect(step.NotFlags ?? [], StringComparer.Ordinal)];

    /// <summary>Expected to be undetermined, by a rule in force, and not said so.</summary>
    public static IReadOnlyList<StoryUndetermined> Unsaid(this StoryStep step, IReadOnlyCollection<StoryUndetermined> said) =>
    [
        .. (step.Undetermined ?? []).Where(expected => InForce.Contains(expected.Rule)
            && !said.Any(one => one.Rule == expected.Rule && (expected.Reason is null || one.Reason == expected.Reason))),
    ];

    private static List<StoryFlag> Compared(this StoryStep step, IEnumerable<StoryFlag> flags) =>
        [.. flags.Where(flag => RuleOf(flag.Code) is { } rule && step.SpeaksOf(rule))];

    private static bool SpeaksOf(this StoryStep step, string rule) =>
        (step.Rules?.Contains(rule, StringComparer.Ordinal) ?? true)
        && !(step.ExceptRules ?? []).Contains(rule, StringComparer.Ordinal);

    private static string? RuleOf(string code) =>
        RuleBook.Default.CodesInForce.TryGetValue(code, out var rule) ? rule.Value : null;
}
