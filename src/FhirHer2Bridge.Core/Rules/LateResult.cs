using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>A result that was first seen long after it was issued.</summary>
/// <param name="Facts">What came late of it.</param>
/// <param name="IsIssueKnown">False: nobody says when it was issued; it was first seen long after its collection.</param>
internal sealed record LateResult(ReadAssessment Result, List<AssayFact> Facts, bool IsIssueKnown)
{
    /// <summary>When all of it had been seen.</summary>
    public DateTimeOffset Seen { get; } = Facts.Max(static fact => fact.FirstSeen!.Value);

    /// <summary>By sight, collection and name.</summary>
    public static List<LateResult> Find(IEnumerable<ReadAssessment> results, PatientView patient, TimeSpan limit)
    {
        var corrected = patient.Replaced.OfType<AssayFact>().Where(VersionStep.InUse).Select(static fact => fact.Source.Key).ToHashSet();
        var arrived = patient.Facts.OfType<AssayFact>()
            .Where(fact => fact is { ReplacedAt: null, FirstSeen: not null } && VersionStep.InUse(fact) && !corrected.Contains(fact.Source.Key))
            .ToList();
        arrived.Sort(static (a, b) => a.Source.CompareTo(b.Source));
        return arrived.Count == 0
            ? []
            : [.. results.Where(StatusWalk.IsUsable).Select(result => Of(result, arrived, patient, limit)).OfType<LateResult>()
                .OrderBy(static one => one.Seen).ThenBy(static one => one.Result.When.Earliest).ThenBy(static one => one.Result.Anchor, StringComparer.Ordinal)];
    }

    private static LateResult? Of(ReadAssessment result, List<AssayFact> arrived, PatientView patient, TimeSpan limit)
    {
        var members = arrived.FindAll(fact => result.Members.Contains(fact.Source.Key.Value, StringComparer.Ordinal));
        var late = members.FindAll(fact => fact.FirstSeen - patient.IssuedOf(fact) > limit);
        var possibly = late.Count > 0
            ? late
            : members.FindAll(fact => patient.IssuedOf(fact) is null && fact.FirstSeen - result.When.Earliest > limit);
        return possibly.Count == 0 ? null : new LateResult(result, possibly, IsIssueKnown: late.Count > 0);
    }
}
