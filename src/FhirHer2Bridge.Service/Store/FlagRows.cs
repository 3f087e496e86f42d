using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.Primitives;
using Microsoft.Data.Sqlite;

namespace FhirHer2Bridge.Service.Store;

/// <summary>Table flag: what was concluded, and what of it stands on the server.</summary>
internal static class FlagRows
{
    public static Task<List<FlagRecord>> FlagsAsync(this StoreTransaction transaction, PatientKey patient) =>
        transaction.QueryAsync(
            """
            SELECT standing, server_id, server_version, server_hash,
              EXISTS (SELECT 1 FROM outbox WHERE outbox.endpoint = flag.endpoint AND outbox.flag_key = flag.key)
            FROM flag WHERE endpoint = $endpoint AND patient = $patient ORDER BY key
            """,
            row => new FlagRecord
            {
                Standing = FactJson.Read<StandingFlag>(row.GetString(0)),
                OnServer = row.Copy(1),
                Waiting = row.GetBoolean(4),
            },
            ("$patient", patient.Value));

    /// <summary>From three columns: id, version, hash.</summary>
    public static ServerCopy? Copy(this SqliteDataReader row, int column) =>
        row.Text(column) is { } id ? new ServerCopy(id, row.Text(column + 1), row.GetString(column + 2)) : null;

    public static async Task ReplaceFlagsAsync(this StoreTransaction transaction, PatientKey patient, IReadOnlyList<FlagRecord> flags)
    {
        await transaction.ExecuteAsync(
            "DELETE FROM flag WHERE endpoint = $endpoint AND patient = $patient", ("$patient", patient.Value));
        foreach (var flag in flags)
        {
            await transaction.SaveFlagAsync(patient, flag.Standing);
            if (flag.OnServer is { } copy)
            {
                await transaction.SaveCopyAsync(flag.Standing.Key, copy);
            }
        }
    }

    /// <summary>Remembers the flag; what stands on the server stays as it was.</summary>
    public static Task SaveFlagAsync(this StoreTransaction transaction, PatientKey patient, StandingFlag standing) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO flag (endpoint, key, patient, standing) VALUES ($endpoint, $key, $patient, $standing)
            ON CONFLICT (endpoint, key) DO UPDATE SET patient = excluded.patient, standing = excluded.standing
            """,
            ("$key", standing.Key),
            ("$patient", patient.Value),
            ("$standing", FactJson.Write(standing)));

    /// <summary>False: no such flag.</summary>
    public static async Task<bool> SaveCopyAsync(this StoreTransaction transaction, string flagKey, ServerCopy copy) =>
        await transaction.ExecuteAsync(
            """
            UPDATE flag SET server_id = $id, server_version = $version, server_hash = $hash
            WHERE endpoint = $endpoint AND key = $key
            """,
            ("$key", flagKey),
            ("$id", copy.Id),
            ("$version", copy.Version),
            ("$hash", copy.ContentHash)) > 0;

    /// <summary>The stored flag, else one that says what the entry said.</summary>
    public static async Task<StandingFlag> StandingOfAsync(this StoreTransaction transaction, OutboxEntry entry)
    {
        var rows = await transaction.QueryAsync(
            "SELECT standing FROM flag WHERE endpoint = $endpoint AND key = $key",
            row => FactJson.Read<StandingFlag>(row.GetString(0)),
            ("$key", entry.FlagKey));
        return rows.SingleOrDefault() ?? new StandingFlag
        {
            Key = entry.FlagKey,
            Code = entry.Flag.Code,
            Anchor = entry.Flag.Anchor,
            State = entry.Flag.State,
            Evidence = entry.Flag.Evidence.Select(source => source.Key).Distinct().ToEquatableArray(),
            Content = entry.Flag,
        };
    }
}
