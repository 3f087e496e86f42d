using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Service.Store;

/// <summary>Tables identity and identifier: every Patient read, in scope or not.</summary>
internal static class IdentityRows
{
    public static async Task SaveIdentityAsync(
        this StoreTransaction transaction, PatientKey patient, IReadOnlyList<(string? System, string Value)> identifiers, string? replacedBy)
    {
        await transaction.ExecuteAsync(
            """
            INSERT INTO identity (endpoint, patient, replaced_by) VALUES ($endpoint, $patient, $replacedBy)
            ON CONFLICT (endpoint, patient) DO UPDATE SET replaced_by = excluded.replaced_by
            """,
            ("$patient", patient.Value),
            ("$replacedBy", replacedBy));
        await transaction.ExecuteAsync(
            "DELETE FROM identifier WHERE endpoint = $endpoint AND patient = $patient", ("$patient", patient.Value));
        foreach (var (system, value) in identifiers)
        {
            await transaction.ExecuteAsync(
                "INSERT INTO identifier (endpoint, patient, system, value) VALUES ($endpoint, $patient, $system, $value)",
                ("$patient", patient.Value),
                ("$system", system),
                ("$value", value));
        }
    }

    public static async Task<IReadOnlyList<PatientKey>> FindAsync(this StoreTransaction transaction, string? system, string value)
    {
        var holders = await transaction.QueryAsync(
            """
            SELECT DISTINCT patient FROM identifier
            WHERE endpoint = $endpoint AND value = $value AND system IS $system ORDER BY patient
            """,
            row => new PatientKey(row.GetString(0)),
            ("$system", system),
            ("$value", value));
        var survivors = new List<PatientKey>();
        foreach (var holder in holders)
        {
            var survivor = await transaction.SurvivorAsync(holder);
            if (!survivors.Contains(survivor))
            {
                survivors.Add(survivor);
            }
        }

        return survivors;
    }

    public static async Task<PatientKey> SurvivorAsync(this StoreTransaction transaction, PatientKey patient)
    {
        var seen = new HashSet<PatientKey>();
        for (var current = patient; seen.Add(current);)
        {
            var next = await transaction.QueryAsync(
                "SELECT replaced_by FROM identity WHERE endpoint = $endpoint AND patient = $patient AND replaced_by IS NOT NULL",
                row => new PatientKey(row.GetString(0)),
                ("$patient", current.Value));
            if (next.Count == 0)
            {
                return current;
            }

            current = next[0];
        }

        return patient;
    }
}
