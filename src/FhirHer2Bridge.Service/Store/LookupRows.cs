namespace FhirHer2Bridge.Service.Store;

/// <summary>Table lookup: identifiers nobody has, or more than one, as far as the server answered.</summary>
internal static class LookupRows
{
    public static async Task<DateTimeOffset?> LookedUpAsync(this StoreTransaction transaction, string? system, string value)
    {
        var rows = await transaction.QueryAsync(
            "SELECT at FROM lookup WHERE endpoint = $endpoint AND value = $value AND system = $system",
            row => Instants.Parse(row.GetString(0)),
            ("$system", system ?? ""),
            ("$value", value));
        return rows.Count == 0 ? null : rows[0];
    }

    public static async Task SaveLookUpAsync(this StoreTransaction transaction, string? system, string value, DateTimeOffset at)
    {
        await transaction.ExecuteAsync(
            "DELETE FROM lookup WHERE endpoint = $endpoint AND at <= $expired",
            ("$expired", Instants.ToText(at - IBridgeStore.LookUpLasts)));
        await transaction.ExecuteAsync(
            """
            INSERT INTO lookup (endpoint, system, value, at) VALUES ($endpoint, $system, $value, $at)
            ON CONFLICT (endpoint, value, system) DO UPDATE SET at = excluded.at
            """,
            ("$system", system ?? ""),
            ("$value", value),
            ("$at", Instants.ToText(at)));
    }
}
