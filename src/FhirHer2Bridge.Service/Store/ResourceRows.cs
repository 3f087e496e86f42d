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

    public static Task<List<StoredResource>> ResourcesAsync(this StoreTransaction transaction, PatientKey patient) =>
        transaction.QueryAsync(
            "SELECT key, version, facts, products, issues FROM resource WHERE endpoint = $endpoint AND patient = $patient ORDER BY key",
            Resource,
            ("$patient", patient.Value));

    public static async Task<PatientKey?> OwnerAsync(this StoreTransaction transaction, ResourceKey resource)
    {
        var rows = await transaction.QueryAsync(
            "SELECT patient FROM resource WHERE endpoint = $endpoint AND key = $key",
            row => new PatientKey(row.GetString(0)),
            ("$key", resource.Value));
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>Gives the resource to the patient; an owner who loses it owes an assessment.</summary>
    public static async Task HoldAsync(this StoreTransaction transaction, PatientKey patient, StoredResource resource)
    {
        if (await transaction.OwnerAsync(resource.Key) is { } owner && owner != patient)
        {
            await transaction.OweAssessmentAsync(owner);
        }

        await transaction.ExecuteAsync(
            """
            INSERT INTO resource (endpoint, key, patient, version, facts, products, issues)
            VALUES ($endpoint, $key, $patient, $version, $facts, $products, $issues)
            ON CONFLICT (endpoint, key) DO UPDATE SET
              patient = excluded.patient, version = excluded.version, facts = excluded.facts, products = excluded.products,
              issues = excluded.issues
            """,
            [.. resource.Columns(), ("$patient", patient.Value)]);
    }

    /// <summary>Takes the resource from this patient; nothing where another holds it.</summary>
    public static Task ReleaseAsync(this StoreTransaction transaction, PatientKey patient, ResourceKey resource) =>
        transaction.ExecuteAsync(
            "DELETE FROM resource WHERE endpoint = $endpoint AND key = $key AND patient = $patient",
            ("$key", resource.Value),
            ("$patient", patient.Value));
}
