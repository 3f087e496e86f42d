using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Core.Flags;

/// <summary>What holds against what stands: the smallest set of changes (fhir-design 3.3).</summary>
public static class FlagPlanner
{
    /// <param name="flags">Every episode, active and resolved.</param>
    /// <param name="standing">Flags written or planned earlier.</param>
    /// <param name="undetermined">Rules without a full answer: their standing flags are kept.</param>
    /// <param name="codesInForce">Codes of the rules that were asked; flags of other rules are left alone.</param>
    public static EquatableArray<FlagChange> Plan(
        EquatableArray<Flag> flags,
        IReadOnlyCollection<StandingFlag> standing,
        EquatableArray<UndeterminedRule> undetermined,
        IReadOnlyDictionary<string, RuleId> codesInForce)
    {
        var changes = new List<FlagChange>();
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var flag in flags)
        {
            var match = standing.Count == 0 ? null : standing.FirstOrDefault(s => s.State != FlagState.Withdrawn && !met.Contains(s.Key) && IsSame(s, flag));
            if (match is not null)
            {
                met.Add(match.Key);
            }

            if (match is { Dismissed: true })
            {
                continue;
            }

            if (match is null)
            {
                // A first load writes what is active; what has ended is listed, never newly written.
                if (flag.State == FlagState.Active)
                {
                    changes.Add(new FlagChange.Raise { Flag = standing.Count == 0 ? flag : flag with { Anchor = FreshAnchor(flag, standing) } });
                }
            }
            else if (Difference(match, match.Anchor is { } anchor ? flag with { Anchor = anchor } : flag) is { } change)
            {
                changes.Add(change);
            }
        }

        changes.AddRange(Withdrawals(standing, met, undetermined, codesInForce));
        return changes.ToEquatableArray();
    }

    /// <summary>The same event, also when a late member changed which one comes first alphabetically, or when the anchor is not known.</summary>
    private static bool IsSame(StandingFlag standing, Flag flag) =>
        string.Equals(standing.Code, flag.Code, StringComparison.Ordinal)
        && (standing.Anchor is { } anchor
            ? string.Equals(Unnumbered(anchor), flag.Anchor, StringComparison.Ordinal)
                || flag.AnchorMembers.Contains(Unnumbered(anchor), StringComparer.Ordinal)
            : flag.Evidence.Any(source => standing.Evidence.Contains(source.Key)));

    private static FlagChange? Difference(StandingFlag standing, Flag flag)
    {
        if (flag.State == FlagState.Resolved)
        {
            return standing.State == FlagState.Resolved && SameContent(standing.Content, flag)
                ? null
                : new FlagChange.Resolve { Flag = flag, Key = standing.Key };
        }

        return standing.State == FlagState.Active && SameContent(standing.Content, flag)
            ? null
            : new FlagChange.Amend { Flag = flag, Key = standing.Key };
    }

    private static bool SameContent(Flag? content, Flag flag) =>
        content is not null && content with { AnchorMembers = flag.AnchorMembers } == flag;

    private static IEnumerable<FlagChange> Withdrawals(
        IReadOnlyCollection<StandingFlag> standing,
        HashSet<string> met,
        EquatableArray<UndeterminedRule> undetermined,
        IReadOnlyDictionary<string, RuleId> codesInForce)
    {
        foreach (var flag in standing.Where(s => s.State != FlagState.Withdrawn && !s.Dismissed && !met.Contains(s.Key)))
        {
            if (!codesInForce.TryGetValue(flag.Code, out var rule) || undetermined.Any(u => u.Rule == rule) || flag.Content is null)
            {
                continue;
            }

            yield return new FlagChange.Withdraw
            {
                Key = flag.Key,
                Flag = flag.Content with { State = FlagState.Withdrawn, Reason = "evidence-changed" },
            };
        }
    }

    /// <summary>A withdrawn flag is never brought back to life: if it holds after all, it is a new one (fhir-design 3.3).</summary>
    private static string FreshAnchor(Flag flag, IReadOnlyCollection<StandingFlag> standing)
    {
        var withdrawn = standing.Count(s => s is { State: FlagState.Withdrawn, Anchor: { } anchor }
            && string.Equals(s.Code, flag.Code, StringComparison.Ordinal)
            && string.Equals(Unnumbered(anchor), flag.Anchor, StringComparison.Ordinal));
        return withdrawn == 0 ? flag.Anchor : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{flag.Anchor}#{withdrawn + 1}");
    }

    private static string Unnumbered(string anchor)
    {
        var mark = anchor.LastIndexOf('#');
        return mark > 0 && anchor.AsSpan(mark + 1).IndexOfAnyExceptInRange('0', '9') < 0 && mark + 1 < anchor.Length ? anchor[..mark] : anchor;
    }
}
