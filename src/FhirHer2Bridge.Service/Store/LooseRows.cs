using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Service.Store;

/// <summary>Tables unresolved and product: resources that no patient holds.</summary>
internal static class LooseRows
{
    public static async Task SaveUnresolvedAsync(
        this StoreTransaction transaction, StoredResource resource, string? system, string value)
    {
        if (await transaction.OwnerAsync(resource.Key) is { } owner)
        {
            await transaction.ReleaseAsync(owner, resource.Key);
            await transaction.OweAssessmentAsync(owner);
        }

        await transaction.ExecuteAsync(
            """
            INSERT INTO unresolved (endpoint, key, version, facts, products, issues, system, value)
            VALUES ($endpoint, $key, $version, $facts, $products, $issues, $system, $value)
            ON CONFLICT (endpoint, key) DO UPDATE SET
              version = excluded.version, facts = excluded.facts, products = excluded.products, issues = excluded.issues,
              system = excluded.system, value = excluded.value
            """,
            [.. resource.Columns(), ("$system", system), ("$value", value)]);
    }

    public static async Task<IReadOnlyList<UnresolvedResource>> UnresolvedAsync(this StoreTransaction transaction) =>
        await transaction.QueryAsync(
            "SELECT key, version, facts, products, issues, system, value FROM unresolved WHERE endpoint = $endpoint ORDER BY key",
            row => new UnresolvedResource(row.Resource(), row.Text(5), row.GetString(6)));

    public static Task ResolveAsync(this StoreTransaction transaction, ResourceKey resource) =>
        transaction.ExecuteAsync(
            "DELETE FROM unresolved WHERE endpoint = $endpoint AND key = $key", ("$key", resource.Value));

    public static Task SaveProductAsync(this StoreTransaction transaction, StoredResource product) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO product (endpoint, key, version, facts, products, issues)
            VALUES ($endpoint, $key, $version, $facts, $products, $issues)
            ON CONFLICT (endpoint, key) DO UPDATE SET
              version = excluded.version, facts = excluded.facts, products = excluded.products, issues = excluded.issues
            """,
            product.Columns());

    public static async Task<IReadOnlyDictionary<string, StoredResource>> ProductsAsync(
        this StoreTransaction transaction, IReadOnlyCollection<string> keys)
    {
        var rows = await transaction.QueryAsync(
            """
            SELECT key, version, facts, products, issues FROM product
            WHERE endpoint = $endpoint AND key IN (SELECT value FROM json_each($keys))
            """,
            ResourceRows.Resource,
            ("$keys", FactJson.Write(keys)));
        return rows.ToDictionary(row => row.Key.Value, StringComparer.Ordinal);
    }
}
