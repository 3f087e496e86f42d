using FhirHer2Bridge.Core.Facts;
using Microsoft.Data.Sqlite;

namespace FhirHer2Bridge.Service.Store;

/// <summary>Table replaced: what a patient's resources said before.</summary>
internal static class ReplacedRows
{
    /// <summary>Versions kept of one resource of one patient, the latest ones.</summary>
    public const int MostVersions = 20;

    /// <summary>From the columns key, version, facts, products, issues (none are kept), first_seen, replaced_at.</summary>
    public static ReplacedResource Replaced(SqliteDataReader row) => new(row.SeenResource(), Instants.Parse(row.GetString(6)));

    public static Task<List<ReplacedResource>> ReplacedAsync(this StoreTransaction transaction, PatientKey patient) =>
        transaction.QueryAsync(
            """
            SELECT key, version, facts, products, '[]', first_seen, replaced_at FROM replaced
            WHERE endpoint = $endpoint AND patient = $patient ORDER BY id
            """,
            Replaced,
            ("$patient", patient.Value));

    /// <summary>Keeps what the patient's resource says until <paramref name="at"/>; nothing where it says nothing.</summary>
    public static async Task KeepReplacedAsync(this StoreTransaction transaction, PatientKey patient, ResourceKey resource, DateTimeOffset at)
    {
        await transaction.ExecuteAsync(
            """
            INSERT INTO replaced (endpoint, patient, key, version, facts, products, first_seen, replaced_at)
            SELECT endpoint, patient, key, version, facts, products, first_seen, $at FROM resource
            WHERE endpoint = $endpoint AND key = $key AND patient = $patient AND facts <> '[]'
            """,
            ("$key", resource.Value),
            ("$patient", patient.Value),
            ("$at", Instants.ToText(at)));
        await transaction.ExecuteAsync(
            """
            DELETE FROM replaced WHERE endpoint = $endpoint AND patient = $patient AND key = $key AND id NOT IN (
              SELECT id FROM replaced WHERE endpoint = $endpoint AND patient = $patient AND key = $key ORDER BY id DESC LIMIT $most)
            """,
            ("$key", resource.Value),
            ("$patient", patient.Value),
            ("$most", MostVersions));
    }
}
