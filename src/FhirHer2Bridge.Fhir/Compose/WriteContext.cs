using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Fhir.Compose;

/// <summary>What composing a flag needs besides the flag.</summary>
public sealed record WriteContext
{
    /// <summary>The flag's identity ("v1-…").</summary>
    public required string FlagKey { get; init; }

    /// <summary>The logical id asked for or standing; null where the server chooses.</summary>
    public string? Id { get; init; }

    /// <summary>Our Device ("Device/her2bridge-site-a").</summary>
    public required string Device { get; init; }

    /// <summary>Instant of this version.</summary>
    public required DateTimeOffset Issued { get; init; }

    public required string SoftwareVersion { get; init; }

    public required string RulesetVersion { get; init; }

    /// <summary>A version that was final (or amended, corrected) already stands on the server: this one amends it.</summary>
    public bool StandsFinal { get; init; }

    /// <summary>The server holds our profile: only then is it named (a validating server refuses an unknown one).</summary>
    public bool ProfileHeld { get; init; }

    /// <summary>Sources known to exist no more: named by identifier, as a reference would be refused.</summary>
    public IReadOnlySet<ResourceKey> Gone { get; init; } = new HashSet<ResourceKey>();
}
