using FhirHer2Bridge.Core.Flags;

namespace FhirHer2Bridge.Service.Store;

/// <summary>A flag as the store knows it: identity, content, and what stands on the server.</summary>
public sealed record FlagRecord
{
    public required StandingFlag Standing { get; init; }

    /// <summary>Null: not on the server as far as it answered (planned, or below the written severity).</summary>
    public ServerCopy? OnServer { get; init; }

    /// <summary>
    /// A write of it waits in the outbox; it may have reached the server without an answer, so it must not be taken for
    /// "never written". Said by the store when read, ignored when committed.
    /// </summary>
    public bool Waiting { get; init; }
}

/// <summary>What stands on the server: id, version (ETag content) and the hash of the canonical content last seen there.</summary>
public sealed record ServerCopy(string Id, string? Version, string ContentHash);
