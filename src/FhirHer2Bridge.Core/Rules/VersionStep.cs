using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>One resource went from one version to the next.</summary>
/// <param name="Since">When the old version itself came in place of another; null: it was the first.</param>
/// <param name="At">When the next one did; null: not known.</param>
/// <param name="MayHaveFlagged">The bridge had the old version, or the report that held it: flags may have rested on it.</param>
internal sealed record VersionStep(
    ResourceKey Key, IReadOnlyList<Fact> Before, IReadOnlyList<Fact> After, DateTimeOffset? Since, DateTimeOffset? At, bool MayHaveFlagged)
{
    /// <summary>The old version was in force at a moment.</summary>
    public bool Stood(DateTimeOffset moment) => !(moment < Since) && !(moment >= At);

    /// <summary>It was a HER2 result in use, or what says of which tumour and specimen one is.</summary>
    public bool IsEvidence => IsResult || Before.Any(static fact => fact is SpecimenFact or TumourFact && InUse(fact));

    /// <summary>It says something else, apart from who wrote it when and in which words.</summary>
    public bool IsChange => !Before.Select(Content).ToHashSet().SetEquals(After.Select(Content));

    private bool IsResult => Before.OfType<AssayFact>().Any(InUse);

    public static bool InUse(Fact fact) => fact.Standing is FactStanding.Final or FactStanding.Amended;

    /// <summary>What became of a result; a null kind: nothing that mattered.</summary>
    public (RetractionKind? Kind, Her2Status? To) Compare(
        ReadAssessment result, PatientView next, Func<ReadAssessment, Her2Status?> statusOf)
    {
        if (IsResult && !result.Members.Contains(Key.Value, StringComparer.Ordinal))
        {
            return (null, null);
        }

        if (IsResult && !After.OfType<AssayFact>().Any(InUse))
        {
            return (After.Count == 0 ? RetractionKind.Left : RetractionKind.Withdrawn, null);
        }

        var now = next.Tumours.SelectMany(static tumour => tumour.Assessments).Concat(next.Unassigned)
            .FirstOrDefault(a => a.Members.Any(member => result.Members.Contains(member, StringComparer.Ordinal)));
        if (now is null || !StatusWalk.IsUsable(now, now.Assessment.Track))
        {
            return (RetractionKind.Withdrawn, null);
        }

        var to = statusOf(now);
        return (KindOf(result, now, to != statusOf(result)), to is { } status && status.IsDeterminate() ? status : null);
    }

    private static Fact Content(Fact fact)
    {
        var content = fact with { Source = fact.Source with { VersionId = null }, Updated = null, FirstSeen = null, ReplacedAt = null };
        return content is AssayFact assay ? assay with { Quote = null } : content;
    }

    private RetractionKind? KindOf(ReadAssessment before, ReadAssessment now, bool statusChanged) =>
        statusChanged ? RetractionKind.Status
        : before.Assessment.Tumour != now.Assessment.Tumour || Differs(static fact => fact.Conditions) ? RetractionKind.Tumour
        : before.Assessment.Specimen != now.Assessment.Specimen ? RetractionKind.Specimen
        : IsResult && (Differs(static fact => (fact.Method, fact.Result)) || (After.Any(static fact => fact.Standing == FactStanding.Amended) && Differs(static fact => fact.Standing)))
            ? RetractionKind.Amended
            : null;

    private bool Differs<T>(Func<AssayFact, T> said) =>
        IsResult && !Before.OfType<AssayFact>().Select(said).ToHashSet().SetEquals(After.OfType<AssayFact>().Select(said));
}
