using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Fhir.Compose;

/// <summary>One of our flags as it stands on a server.</summary>
public sealed record OwnFlag
{
    /// <summary>Marks the key of a duplicate that lost: it is kept, entered in error, and never used again.</summary>
    public const string SupersededMark = "/superseded/";

    public required string Id { get; init; }

    /// <summary>meta.versionId; null where the server gives none.</summary>
    public string? Version { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    /// <summary>The flag's identity, as written.</summary>
    public required string Key { get; init; }

    /// <summary>Code in the CodeSystem her2-flag; null where it was changed to something else.</summary>
    public string? Code { get; init; }

    /// <summary>Observation.status, as it stands.</summary>
    public string? Status { get; init; }

    public required FlagState State { get; init; }

    /// <summary>Whose flag it is; null where the subject does not say.</summary>
    public PatientKey? Patient { get; init; }

    /// <summary>The sources it names, by reference or by identifier.</summary>
    public EquatableArray<ResourceKey> Evidence { get; init; }

    /// <summary><see cref="CanonicalContent"/> of what stands.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Its content is exactly what a bridge once composed: nobody changed it since.</summary>
    public bool IsSealed { get; init; }

    /// <summary>It carries something no bridge writes: a person or another program closed or edited it.</summary>
    public bool ShowsAnotherHand { get; init; }

    /// <summary>
    /// What it says, without the versions it rests on and with an anchor of no meaning; null where it does not read as ours.
    /// </summary>
    public Flag? Content { get; init; }

    /// <summary>A duplicate that was repaired away.</summary>
    public bool IsSuperseded => Key.Contains(SupersededMark, StringComparison.Ordinal);

    /// <summary>A version that was final once: the next one amends it.</summary>
    public bool StandsFinal => Status is "final" or "amended" or "corrected";
}
