using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using Microsoft.Data.Sqlite;

namespace FhirHer2Bridge.Service.Store;

/// <summary>Table resource: who holds what.</summary>
internal static class ResourceRows
{
    public static (string Name, object? Value)[] Columns(this StoredResource resource) =>
    [
        ("$key", resource.Key.Value),
        ("$version", resource.Version),
        ("$facts", FactJson.Write(resource.Facts)),
        ("$products", FactJson.Write(resource.Products)),
        ("$issues", FactJson.Write(resource.Issues)),
    ];

    /// <summary>From the columns key, version, facts, products, issues.</summary>
    public static StoredResource Resource(this SqliteDataReader row) =>
        new(new ResourceKey(row.GetString(0)), row.GetString(1), FactJson.Read<EquatableArray<Fact>>(row.GetString(2)))
        {
            Products = FactJson.Read<EquatableArray<ResourceKey>>(row.GetString(3)),
            Issues = FactJson.Read<EquatableArray<Gap>>(row.GetString(4)),
        };

    /// <summary>From the columns key, version, facts, products, issues, first_seen.</summary>
    public static StoredResource SeenResource(this SqliteDataReader row) =>
        row.Resource() with { FirstSeen = row.Text(5) is { } seen ? Instants.Parse(seen) : null };

    public static Task<List<StoredResource>> ResourcesAsync(this StoreTransaction transaction, PatientKey patient) =>
        transaction.QueryAsync(
            "SELECT key, version, facts, products, issues, first_seen FROM resource WHERE endpoint = $endpoint AND patient = $patient ORDER BY key",
            SeenResource,
            ("$patient", patient.Value));

    public static async Task<PatientKey?> OwnerAsync(this StoreTransaction transaction, ResourceKey resource)
    {
        var rows = await transaction.QueryAsync(
            "SELECT patient FROM resource WHERE endpoint = $endpoint AND key = $key",
            row => new PatientKey(row.GetString(0)),
            ("$key", resource.Value));
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>Gives the resource to the patient; an owner who loses it owes an assessment. What it said before is kept as replaced.</summary>
    /// <param name="firstRead">The patient's first full read is not complete yet.</param>
    public static async Task HoldAsync(
        this StoreTransaction transaction, PatientKey patient, StoredResource resource, bool firstRead, DateTimeOffset at)
    {
        var held = await transaction.HeldAsync(resource.Key);
        var known = held?.Owner == patient ? held.Resource : null;
        if (held is not null && known is null)
        {
            await transaction.OweAssessmentAsync(held.Owner);
        }

        if (held is not null && (known is null || VersionChange.Replaces(known, resource)))
        {
            await transaction.KeepReplacedAsync(held.Owner, resource.Key, at);
        }

        await transaction.ExecuteAsync(
            """
            INSERT INTO resource (endpoint, key, patient, version, facts, products, issues, first_seen)
            VALUES ($endpoint, $key, $patient, $version, $facts, $products, $issues, $seen)
            ON CONFLICT (endpoint, key) DO UPDATE SET
              patient = excluded.patient, version = excluded.version, facts = excluded.facts, products = excluded.products,
              issues = excluded.issues, first_seen = excluded.first_seen
            """,
            [
                .. resource.Columns(),
                ("$patient", patient.Value),
                ("$seen", VersionChange.FirstSeen(known, resource, firstRead, at) is { } seen ? Instants.ToText(seen) : null),
            ]);
    }

    /// <summary>Takes the resource from this patient, who keeps what it said as replaced; nothing where another holds it.</summary>
    public static async Task ReleaseAsync(this StoreTransaction transaction, PatientKey patient, ResourceKey resource, DateTimeOffset at)
    {
        await transaction.KeepReplacedAsync(patient, resource, at);
        await transaction.ExecuteAsync(
            "DELETE FROM resource WHERE endpoint = $endpoint AND key = $key AND patient = $patient",
            ("$key", resource.Value),
            ("$patient", patient.Value));
    }

    private static async Task<Held?> HeldAsync(this StoreTransaction transaction, ResourceKey resource)
    {
        var rows = await transaction.QueryAsync(
            "SELECT key, version, facts, products, issues, first_seen, patient FROM resource WHERE endpoint = $endpoint AND key = $key",
            row => new Held(new PatientKey(row.GetString(6)), row.SeenResource()),
            ("$key", resource.Value));
        return rows.SingleOrDefault();
    }

    private sealed record Held(PatientKey Owner, StoredResource Resource);
}
