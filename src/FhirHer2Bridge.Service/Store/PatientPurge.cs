using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Service.Store;

/// <summary>Forgets one person: the record named and those merged into it, which are the same person's.</summary>
internal static class PatientPurge
{
    private const string Person =
        """
        WITH RECURSIVE person (id) AS (
          SELECT $patient
          UNION
          SELECT identity.patient FROM identity JOIN person ON identity.replaced_by = person.id WHERE identity.endpoint = $endpoint
        )
        """;

    /// <summary>False: nothing was known.</summary>
    public static async Task<bool> PurgeAsync(this StoreTransaction transaction, PatientKey patient)
    {
        var parameter = ("$patient", (object?)patient.Value);
        await transaction.ExecuteAsync(
            Person +
            """
            DELETE FROM unresolved
            WHERE endpoint = $endpoint AND EXISTS (
              SELECT 1 FROM identifier
              WHERE identifier.endpoint = $endpoint AND identifier.patient IN (SELECT id FROM person)
                AND identifier.value = unresolved.value AND identifier.system IS unresolved.system)
            """,
            parameter);
        await transaction.ExecuteAsync(
            Person +
            """
            DELETE FROM lookup
            WHERE endpoint = $endpoint AND EXISTS (
              SELECT 1 FROM identifier
              WHERE identifier.endpoint = $endpoint AND identifier.patient IN (SELECT id FROM person)
                AND identifier.value = lookup.value AND coalesce(identifier.system, '') = lookup.system)
            """,
            parameter);
        var remembered = await transaction.ExecuteAsync(
            Person + "DELETE FROM patient WHERE endpoint = $endpoint AND id IN (SELECT id FROM person)", parameter);
        var identified = await transaction.ExecuteAsync(
            Person + "DELETE FROM identity WHERE endpoint = $endpoint AND patient IN (SELECT id FROM person)", parameter);
        return remembered + identified > 0;
    }
}
