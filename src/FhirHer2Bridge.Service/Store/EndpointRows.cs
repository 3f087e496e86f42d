namespace FhirHer2Bridge.Service.Store;

/// <summary>Tables endpoint, cursor and trait.</summary>
internal static class EndpointRows
{
    public static async Task RegisterAsync(this StoreTransaction transaction, string normalisedBase)
    {
        await transaction.ExecuteAsync(
            "INSERT INTO endpoint (id, base) VALUES ($endpoint, $base) ON CONFLICT DO NOTHING", ("$base", normalisedBase));
        var known = await transaction.QueryAsync("SELECT base FROM endpoint WHERE id = $endpoint", row => row.GetString(0));
        if (!string.Equals(known.Single(), normalisedBase, StringComparison.Ordinal))
        {
            throw StoreErrors.EndpointBaseChanged.Exception();
        }
    }

    public static async Task<IReadOnlyList<string>> EndpointsAsync(this StoreTransaction transaction) =>
        await transaction.QueryAsync("SELECT id FROM endpoint ORDER BY id", row => row.GetString(0));

    public static async Task<Cursor?> CursorAsync(this StoreTransaction transaction, string resourceType)
    {
        var rows = await transaction.QueryAsync(
            "SELECT since, through FROM cursor WHERE endpoint = $endpoint AND type = $type",
            row => new Cursor(Instants.Parse(row.GetString(0)), Instants.Parse(row.GetString(1))),
            ("$type", resourceType));
        return rows.SingleOrDefault();
    }

    public static Task MoveCursorAsync(this StoreTransaction transaction, string resourceType, Cursor cursor) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO cursor (endpoint, type, since, through) VALUES ($endpoint, $type, $since, $through)
            ON CONFLICT (endpoint, type) DO UPDATE SET since = excluded.since, through = excluded.through
            """,
            ("$type", resourceType),
            ("$since", Instants.ToText(cursor.Since)),
            ("$through", Instants.ToText(cursor.Through)));

    public static async Task<IReadOnlyDictionary<string, string>> TraitsAsync(this StoreTransaction transaction)
    {
        var rows = await transaction.QueryAsync(
            "SELECT name, value FROM trait WHERE endpoint = $endpoint",
            row => KeyValuePair.Create(row.GetString(0), row.GetString(1)));
        return rows.ToDictionary(StringComparer.Ordinal);
    }

    public static Task SaveTraitAsync(this StoreTransaction transaction, string name, string value) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO trait (endpoint, name, value) VALUES ($endpoint, $name, $value)
            ON CONFLICT (endpoint, name) DO UPDATE SET value = excluded.value
            """,
            ("$name", name),
            ("$value", value));
}
