using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History;

/// <summary>The plasma samples of a patient, from the results of each assessment.</summary>
internal static class CopySeries
{
    /// <summary>Oldest first.</summary>
    public static List<PlasmaSample> Read(List<(Cluster Cluster, ReadAssessment Assessment)> read)
    {
        var plasma = read.FindAll(static pair => StatusWalk.IsUsable(pair.Assessment, AssessmentTrack.Plasma));
        return plasma.Count == 0 ? [] : [.. plasma.SelectMany(static pair => Samples(pair.Cluster, pair.Assessment))
            .OrderBy(static sample => sample.When.Earliest)
            .ThenBy(static sample => sample.Assessment.Anchor, StringComparer.Ordinal)
            .ThenBy(static sample => sample.Assay, StringComparer.Ordinal)];
    }

    private static IEnumerable<PlasmaSample> Samples(Cluster cluster, ReadAssessment assessment) => cluster.Results
        .Where(static result => result.Fact is { Standing: FactStanding.Final or FactStanding.Amended, Method: not AssayMethod.Ihc })
        .GroupBy(static result => result.Fact.Assay, StringComparer.Ordinal)
        .Select(group => new PlasmaSample(
            assessment,
            group.Min(static result => result.KnownFrom),
            Last(group, static fact => Call(fact.Result)),
            Last(group, static fact => (fact.Result as AssayResult.Gene)?.Copies),
            Last(group, static fact => fact.TumourFraction),
            group.Key));

    private static bool? Call(AssayResult result) => result switch
    {
        AssayResult.Gene gene => gene.Amplified,
        AssayResult.Stated stated when stated.Status.IsDeterminate() => stated.Status == Her2Status.Positive,
        _ => null,
    };

    /// <summary>The value known last; none where two became known at once and differ.</summary>
    private static T? Last<T>(IEnumerable<JoinedResult> results, Func<AssayFact, T?> ask)
    {
        var last = results.Select(result => (Value: ask(result.Fact), result.KnownFrom)).Where(static pair => pair.Value is not null)
            .GroupBy(static pair => pair.KnownFrom).OrderBy(static group => group.Key).LastOrDefault();
        return last is null || last.Select(static pair => pair.Value).Distinct().Count() > 1 ? default : last.First().Value;
    }
}
