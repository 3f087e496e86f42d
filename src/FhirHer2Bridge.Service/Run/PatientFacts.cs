using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Run;

/// <summary>The facts of one patient as the engine takes them: what is said now, and what was said before.</summary>
internal static class PatientFacts
{
    /// <summary>As the store holds them.</summary>
    public static Task<List<Fact>> StoredAsync(IBridgeStore store, string endpoint, PatientMemory memory, CancellationToken cancellationToken) =>
        WithProductsAsync(
            store, endpoint, memory.Resources.Values, memory.Resources.Values.SelectMany(static r => r.DatedFacts).Concat(Before(memory)), cancellationToken);

    /// <summary>The newest version of each resource of the patient.</summary>
    public static IEnumerable<StoredResource> Current(PatientMemory? memory, TouchedPatient touched) =>
        (memory?.Resources.Values ?? [])
            .Where(resource => !touched.Resources.ContainsKey(resource.Key) && !touched.Removed.Contains(resource.Key))
            .Concat(touched.Resources.Values);

    /// <summary>As the store will hold them once this cycle is committed at <paramref name="at"/>.</summary>
    public static Task<List<Fact>> AfterAsync(
        IBridgeStore store, string endpoint, PatientMemory? memory, TouchedPatient touched, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var known = memory?.Resources ?? new Dictionary<ResourceKey, StoredResource>();
        var firstRead = memory is null or { NeedsFullRead: true };
        var current = Current(memory, touched).Select(resource => touched.Resources.ContainsKey(resource.Key)
            ? resource with { FirstSeen = VersionChange.FirstSeen(known.GetValueOrDefault(resource.Key), resource, firstRead, at) }
            : resource).ToList();
        var replaced = known.Values
            .Where(resource => touched.Resources.TryGetValue(resource.Key, out var newer)
                ? VersionChange.Replaces(resource, newer)
                : touched.Removed.Contains(resource.Key))
            .Select(resource => new ReplacedResource(resource, at));
        return WithProductsAsync(
            store,
            endpoint,
            current,
            current.SelectMany(static r => r.DatedFacts).Concat(Before(memory)).Concat(replaced.SelectMany(static r => r.DatedFacts)),
            cancellationToken);
    }

    /// <summary>
    /// What could have been known at <paramref name="moment"/>: versions that had come and were not yet replaced. What came with the
    /// patient's first full read has no such moment and counts as always known.
    /// </summary>
    public static List<StoredResource> KnownAt(PatientMemory memory, DateTimeOffset moment)
    {
        var standing = memory.Replaced.Where(version => version.ReplacedAt > moment && !(version.Resource.FirstSeen > moment))
            .Select(static version => version.Resource)
            .DistinctBy(static resource => resource.Key)
            .ToDictionary(static resource => resource.Key);
        return
        [
            .. memory.Resources.Values.Where(resource => !(resource.FirstSeen > moment) && !standing.ContainsKey(resource.Key)),
            .. standing.Values,
        ];
    }

    /// <summary>The facts of <see cref="KnownAt"/>, and of what had been replaced by then.</summary>
    public static Task<List<Fact>> KnownAtAsync(
        IBridgeStore store, string endpoint, PatientMemory memory, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var current = KnownAt(memory, moment);
        var before = memory.Replaced.Where(version => version.ReplacedAt <= moment).SelectMany(static version => version.DatedFacts);
        return WithProductsAsync(store, endpoint, current, current.SelectMany(static r => r.DatedFacts).Concat(before), cancellationToken);
    }

    private static IEnumerable<Fact> Before(PatientMemory? memory) => memory?.Replaced.SelectMany(static version => version.DatedFacts) ?? [];

    private static async Task<List<Fact>> WithProductsAsync(
        IBridgeStore store, string endpoint, IEnumerable<StoredResource> current, IEnumerable<Fact> facts, CancellationToken cancellationToken)
    {
        var named = current.SelectMany(static resource => resource.Products).Select(static key => key.Value).Distinct(StringComparer.Ordinal).ToList();
        var products = await store.ReadProductsAsync(endpoint, named, cancellationToken);
        return [.. facts, .. products.Values.SelectMany(static product => product.Facts)];
    }
}
