using System.Collections.Frozen;
using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Service.Store;

/// <summary>Tables patient and full_read.</summary>
internal static class PatientRows
{
    public static async Task<PatientMemory?> PatientAsync(this StoreTransaction transaction, PatientKey patient)
    {
        var resources = await transaction.ResourcesAsync(patient);
        var replaced = await transaction.ReplacedAsync(patient);
        var flags = await transaction.FlagsAsync(patient);
        var fullReads = await transaction.QueryAsync(
            "SELECT type, through FROM full_read WHERE endpoint = $endpoint AND patient = $patient",
            row => KeyValuePair.Create(row.GetString(0), Instants.Parse(row.GetString(1))),
            ("$patient", patient.Value));
        var rows = await transaction.QueryAsync(
            """
            SELECT needs_full_read, adopted, next_due, assessment FROM patient WHERE endpoint = $endpoint AND id = $patient
            """,
            row => new PatientMemory
            {
                Patient = patient,
                Resources = resources.ToDictionary(resource => resource.Key),
                Replaced = replaced,
                Flags = flags,
                FullReads = fullReads.ToDictionary(StringComparer.Ordinal),
                NeedsFullRead = row.GetBoolean(0),
                Adopted = row.GetBoolean(1),
                NextDue = row.Text(2) is { } due ? Instants.Parse(due) : null,
                LastAssessmentJson = row.Text(3),
            },
            ("$patient", patient.Value));
        return rows.SingleOrDefault();
    }

    public static async Task<IReadOnlySet<string>> ScopeAsync(this StoreTransaction transaction)
    {
        var ids = await transaction.QueryAsync("SELECT id FROM patient WHERE endpoint = $endpoint", row => row.GetString(0));
        return ids.ToHashSet(StringComparer.Ordinal);
    }

    public static async Task<IReadOnlyList<PatientKey>> DueAsync(this StoreTransaction transaction, DateTimeOffset asOf) =>
        await transaction.QueryAsync(
            """
            SELECT id FROM patient
            WHERE endpoint = $endpoint AND (needs_full_read = 1 OR next_due <= $asOf)
            ORDER BY id
            """,
            row => new PatientKey(row.GetString(0)),
            ("$asOf", Instants.ToText(asOf)));

    public static async Task<bool> IsInScopeAsync(this StoreTransaction transaction, PatientKey patient)
    {
        var rows = await transaction.QueryAsync(
            "SELECT 1 FROM patient WHERE endpoint = $endpoint AND id = $patient", row => row.GetInt64(0), ("$patient", patient.Value));
        return rows.Count > 0;
    }

    /// <summary>The patient's first full read is complete.</summary>
    public static async Task<bool> WasReadAsync(this StoreTransaction transaction, PatientKey patient)
    {
        var rows = await transaction.QueryAsync(
            "SELECT 1 FROM patient WHERE endpoint = $endpoint AND id = $patient AND needs_full_read = 0",
            row => row.GetInt64(0),
            ("$patient", patient.Value));
        return rows.Count > 0;
    }

    public static Task OweAssessmentAsync(this StoreTransaction transaction, PatientKey patient) =>
        transaction.ExecuteAsync(
            "UPDATE patient SET next_due = $always WHERE endpoint = $endpoint AND id = $patient",
            ("$always", Instants.Always),
            ("$patient", patient.Value));

    /// <summary>Puts the patient in scope; a new one owes an assessment.</summary>
    public static Task EnterAsync(this StoreTransaction transaction, PatientKey patient) =>
        transaction.ExecuteAsync(
            "INSERT INTO patient (endpoint, id, next_due) VALUES ($endpoint, $patient, $always) ON CONFLICT DO NOTHING",
            ("$patient", patient.Value),
            ("$always", Instants.Always));

    public static async Task SaveStateAsync(this StoreTransaction transaction, PatientCommit commit)
    {
        foreach (var (type, through) in commit.FullReads ?? FrozenDictionary<string, DateTimeOffset>.Empty)
        {
            await transaction.ExecuteAsync(
                """
                INSERT INTO full_read (endpoint, patient, type, through) VALUES ($endpoint, $patient, $type, $through)
                ON CONFLICT (endpoint, patient, type) DO UPDATE SET through = excluded.through
                """,
                ("$patient", commit.Patient.Value),
                ("$type", type),
                ("$through", Instants.ToText(through)));
        }

        await transaction.ExecuteAsync(
            """
            UPDATE patient SET
              needs_full_read = coalesce($needsFullRead, needs_full_read),
              adopted = coalesce($adopted, adopted),
              assessment = coalesce($assessment, assessment),
              next_due = CASE WHEN $assessment IS NOT NULL THEN $due ELSE min(coalesce(next_due, $due), coalesce($due, next_due)) END
            WHERE endpoint = $endpoint AND id = $patient
            """,
            ("$patient", commit.Patient.Value),
            ("$needsFullRead", commit.NeedsFullRead),
            ("$adopted", commit.Adopted),
            ("$assessment", commit.AssessmentJson),
            ("$due", Due(commit)));
    }

    private static string? Due(PatientCommit commit)
    {
        var owes = commit.AssessmentJson is null && (commit.Resources.Count > 0 || commit.Removed.Count > 0);
        return owes ? Instants.Always : commit.NextDue is { } due ? Instants.ToText(due) : null;
    }
}
