using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Run;

/// <summary>
/// Medications by id, read once a cycle from the server, so that a corrected product is seen when a dose that names it is
/// read again. A product whose search failed leaves its window open; one the server does not give is a gap at the dose.
/// </summary>
internal sealed class ProductCatalogue(EndpointSession endpoint, IBridgeStore store)
{
    private readonly Dictionary<ResourceKey, bool> _her2 = [];
    private readonly Dictionary<ResourceKey, bool> _recalled = [];

    /// <summary>Searches that were not answered completely.</summary>
    public List<WindowResult> Failures { get; } = [];

    public bool AnyHer2(IEnumerable<ResourceKey> products) => products.Any(key => _her2.TryGetValue(key, out var her2) ? her2 : _recalled.GetValueOrDefault(key));

    public async Task ReadAsync(IEnumerable<ResourceKey> products, CancellationToken cancellationToken)
    {
        var unknown = products.Where(key => !_her2.ContainsKey(key)).Distinct().ToList();
        if (unknown.Count == 0)
        {
            return;
        }

        var read = await endpoint.Patients.ReadProductsAsync(unknown, KeepAsync, cancellationToken);
        Failures.AddRange(read.Failures);
        foreach (var key in read.NotReturned)
        {
            _her2[key] = false;
        }
    }

    /// <summary>What was read of these products in earlier cycles; asks the server for nothing.</summary>
    public async Task RecallAsync(IEnumerable<ResourceKey> products, CancellationToken cancellationToken)
    {
        var unknown = products.Where(key => !_her2.ContainsKey(key) && !_recalled.ContainsKey(key)).Select(static key => key.Value)
            .Distinct(StringComparer.Ordinal).ToList();
        foreach (var product in (await store.ReadProductsAsync(endpoint.Name, unknown, cancellationToken)).Values)
        {
            _recalled[product.Key] = SaysHer2(product.Facts);
        }
    }

    private static bool SaysHer2(IEnumerable<Fact> facts) => facts.OfType<ProductFact>().Any(static fact => fact.Drug is not null);

    private async ValueTask KeepAsync(IReadOnlyList<PageEntry> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows.Where(static row => row.Type is "Medication"))
        {
            var extraction = row.Extract(endpoint.Options);
            var key = new ResourceKey($"Medication/{extraction.Id}");
            _her2[key] = SaysHer2(extraction.Facts);
            await store.SaveProductAsync(endpoint.Name, new StoredResource(key, extraction.Version, extraction.Facts), cancellationToken);
        }
    }
}
