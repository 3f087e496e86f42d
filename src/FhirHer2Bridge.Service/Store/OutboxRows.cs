using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using Microsoft.Data.Sqlite;

namespace FhirHer2Bridge.Service.Store;

/// <summary>Table outbox: one entry per flag key, from intention to the server's answer.</summary>
internal static class OutboxRows
{
    public static async Task<IReadOnlyList<OutboxEntry>> OutboxAsync(this StoreTransaction transaction, bool includeParked) =>
        await transaction.QueryAsync(
            """
            SELECT o.id, o.revision, o.patient, o.flag_key, o.flag, o.attempts, o.parked, o.last_error,
              f.server_id, f.server_version, f.server_hash
            FROM outbox o LEFT JOIN flag f ON f.endpoint = o.endpoint AND f.key = o.flag_key
            WHERE o.endpoint = $endpoint AND (o.parked = 0 OR $includeParked)
            ORDER BY o.id
            """,
            Entry,
            ("$includeParked", includeParked));

    /// <summary>An entry of a flag that is no longer among the patient's would say what nobody concludes any more.</summary>
    public static Task DropOrphansAsync(this StoreTransaction transaction, PatientKey patient) =>
        transaction.ExecuteAsync(
            """
            DELETE FROM outbox
            WHERE endpoint = $endpoint AND patient = $patient
              AND flag_key NOT IN (SELECT key FROM flag WHERE endpoint = $endpoint AND patient = $patient)
            """,
            ("$patient", patient.Value));

    /// <summary>Equal content stays as it is: an entry that waits for a person is not woken by being concluded again.</summary>
    public static Task QueueAsync(this StoreTransaction transaction, PatientKey patient, OutboxDraft draft) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO outbox (endpoint, patient, flag_key, flag) VALUES ($endpoint, $patient, $key, $flag)
            ON CONFLICT (endpoint, flag_key) DO UPDATE SET
              patient = excluded.patient, flag = excluded.flag, revision = revision + 1, attempts = 0, parked = 0, last_error = NULL
            WHERE outbox.flag <> excluded.flag OR outbox.patient <> excluded.patient
            """,
            ("$patient", patient.Value),
            ("$key", draft.FlagKey),
            ("$flag", FactJson.Write(draft.Flag)));

    public static async Task ConfirmAsync(this StoreTransaction transaction, OutboxEntry entry, ServerCopy copy)
    {
        await transaction.ExecuteAsync(
            "DELETE FROM outbox WHERE endpoint = $endpoint AND id = $id AND revision = $revision", Sent(entry));
        if (!await transaction.SaveCopyAsync(entry.FlagKey, copy) && await transaction.IsInScopeAsync(entry.Patient))
        {
            await transaction.SaveFlagAsync(entry.Patient, await transaction.StandingOfAsync(entry));
            await transaction.SaveCopyAsync(entry.FlagKey, copy);
            await transaction.OweAssessmentAsync(entry.Patient);
        }
    }

    public static Task PostponeAsync(this StoreTransaction transaction, OutboxEntry entry, string errorCode, bool park) =>
        transaction.ExecuteAsync(
            """
            UPDATE outbox SET attempts = attempts + 1, last_error = $error, parked = $park
            WHERE endpoint = $endpoint AND id = $id AND revision = $revision
            """,
            [.. Sent(entry), ("$error", errorCode), ("$park", park)]);

    public static async Task DismissAsync(this StoreTransaction transaction, OutboxEntry entry)
    {
        await transaction.ExecuteAsync(
            "DELETE FROM outbox WHERE endpoint = $endpoint AND flag_key = $key", ("$key", entry.FlagKey));
        if (await transaction.IsInScopeAsync(entry.Patient))
        {
            var standing = await transaction.StandingOfAsync(entry);
            await transaction.SaveFlagAsync(entry.Patient, standing with { Dismissed = true });
        }
    }

    public static async Task DropAsync(this StoreTransaction transaction, OutboxEntry entry)
    {
        await transaction.ExecuteAsync(
            "DELETE FROM outbox WHERE endpoint = $endpoint AND id = $id AND revision = $revision", Sent(entry));
        await transaction.ExecuteAsync(
            "UPDATE flag SET server_id = NULL, server_version = NULL, server_hash = NULL WHERE endpoint = $endpoint AND key = $key",
            ("$key", entry.FlagKey));
    }

    private static (string Name, object? Value)[] Sent(OutboxEntry entry) => [("$id", entry.Id), ("$revision", entry.Revision)];

    private static OutboxEntry Entry(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Revision = row.GetInt64(1),
        Patient = new PatientKey(row.GetString(2)),
        FlagKey = row.GetString(3),
        Flag = FactJson.Read<Flag>(row.GetString(4)),
        Attempts = row.GetInt32(5),
        Parked = row.GetBoolean(6),
        LastError = row.Text(7),
        OnServer = row.Copy(8),
    };
}
