using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History;

/// <summary>
/// When a result was first issued. An amendment that says the same (a name corrected, a sentence added) was known before it: what was
/// flagged on it, and what was not missing then, must not change with its date.
/// </summary>
internal static class FirstIssue
{
    /// <param name="current">Facts that no newer version has replaced.</param>
    /// <param name="replaced">Those that one has.</param>
    public static IReadOnlyCollection<Fact> Of(IReadOnlyCollection<Fact> current, List<Fact> replaced)
    {
        var versions = replaced.Where(static fact => fact.Standing is FactStanding.Final or FactStanding.Amended).ToLookup(static fact => fact.Source.Key);
        return [.. current.Select(fact => fact switch
        {
            AssayFact assay => assay with
            {
                Issued = First(assay.Issued, Since<AssayFact>(assay, versions, IsSame).Select(static before => before.Issued)),
            },
            ReportFact report => report with
            {
                Issued = First(report.Issued, Since<ReportFact>(report, versions, static (before, now) => before.Results == now.Results)
                    .Select(static before => before.Issued)),
            },
            _ => fact,
        })];
    }

    private static DateTimeOffset? First(DateTimeOffset? issued, IEnumerable<DateTimeOffset?> before) =>
        issued is null ? null : before.Append(issued).Min();

    /// <summary>The versions before it, newest first, as long as they say the same.</summary>
    private static IEnumerable<T> Since<T>(T now, ILookup<ResourceKey, Fact> versions, Func<T, T, bool> isSame)
        where T : Fact
    {
        foreach (var version in versions[now.Source.Key].GroupBy(static fact => fact.ReplacedAt).OrderByDescending(static group => group.Key))
        {
            if (version.OfType<T>().FirstOrDefault(before => isSame(before, now)) is not { } same)
            {
                yield break;
            }

            yield return same;
        }
    }

    private static bool IsSame(AssayFact before, AssayFact now) =>
        (before.Method, before.Result, before.When, before.Specimen, before.Conditions) == (now.Method, now.Result, now.When, now.Specimen, now.Conditions);
}
