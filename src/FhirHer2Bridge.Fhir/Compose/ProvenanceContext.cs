namespace FhirHer2Bridge.Fhir.Compose;

/// <summary>What the Provenance of one version of a flag needs besides the flag.</summary>
/// <param name="Key">Identity of this Provenance ("v1-…"), the same for the same version of the flag.</param>
/// <param name="Id">The logical id; null where the server chooses.</param>
/// <param name="Target">The flag's logical id on the server.</param>
/// <param name="Device">Our Device ("Device/…").</param>
/// <param name="Recorded">When it was written.</param>
public sealed record ProvenanceContext(string Key, string? Id, string Target, string Device, DateTimeOffset Recorded);

/// <summary>What was done to a flag.</summary>
public enum FlagActivity
{
    Create,
    Update,

    /// <summary>Declared never to have held.</summary>
    Nullify,
}
