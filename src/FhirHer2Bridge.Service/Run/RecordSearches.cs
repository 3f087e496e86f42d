using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Run;

/// <summary>
/// Types of which this server has given some patient's record completely. Only there does a search that is refused or breaks off speak
/// of the patient; where none ever closed, the server may not take such searches at all, which is for the operations.
/// </summary>
internal static class RecordSearches
{
    private const string Trait = "patient-records";

    public static async Task LearnAsync(IBridgeStore store, string endpoint, IEnumerable<string> closed, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(store, endpoint, cancellationToken);
        var all = known.Union(closed, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (all.Count > known.Count)
        {
            await store.SaveTraitAsync(endpoint, Trait, string.Join(' ', all), cancellationToken);
        }
    }

    public static async Task<IReadOnlyCollection<string>> KnownAsync(IBridgeStore store, string endpoint, CancellationToken cancellationToken)
    {
        var traits = await store.ReadTraitsAsync(endpoint, cancellationToken);
        return traits.TryGetValue(Trait, out var types) ? types.Split(' ') : [];
    }
}
