using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Core.History;

/// <summary>
/// Which statements say that the disease moved. A metastasis found while the tumour is first staged is where the disease was, and a
/// Condition that soon says again what an earlier one said is the same event; later nobody can tell a copy from the next event.
/// </summary>
internal static class ProgressionReader
{
    /// <param name="facts">In use; dated or not.</param>
    /// <param name="diseaseKnown">First dated sign of a tumour; null: none.</param>
    /// <param name="context">The days in which a metastasis is a finding of staging, and the same words are the same event.</param>
    /// <returns>
    /// Oldest first; and those of which nobody can say when they were, or whether they are news: undated, a metastasis of a date so coarse
    /// that it may be of staging, what was recorded long before in the same words. An undated metastasis is where the disease was: problem
    /// lists give no onset.
    /// </returns>
    public static (List<ProgressionFact> Placed, List<ProgressionFact> Unplaced) Read(
        IReadOnlyCollection<ProgressionFact> facts, DateTimeOffset? diseaseKnown, RuleContext context)
    {
        var unplaced = facts.Where(static fact => fact is { When: null, Kind: not ProgressionKind.Metastasis }).ToList();
        var said = new Dictionary<(string Label, TumourKind Tumour, EquatableArray<ResourceKey> Conditions), DateTimeOffset>();
        var read = new List<ProgressionFact>();
        foreach (var fact in facts.Where(static fact => fact.When is not null).OrderBy(static fact => fact.When!.Value.Earliest))
        {
            var when = fact.When!.Value.Earliest;
            var key = (fact.Label.ToUpperInvariant(), fact.Tumour, fact.Conditions);
            if (said.TryGetValue(key, out var first) && fact.Source.ResourceType is "Condition")
            {
                if ((when - first).Days > CommonThresholds.SameEvent(context))
                {
                    unplaced.Add(fact);
                    said[key] = when;
                }

                continue;
            }

            said[key] = when;
            if (fact.Kind != ProgressionKind.Metastasis || IsAfterStaging(when))
            {
                read.Add(fact);
            }
            else if (IsAfterStaging(fact.When.Value.LastDay()))
            {
                unplaced.Add(fact);
            }
        }

        return (read, unplaced);

        bool IsAfterStaging(DateTimeOffset day) => diseaseKnown is { } known && (day - known).Days > CommonThresholds.StagingWindow(context);
    }
}
