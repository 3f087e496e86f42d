using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;

namespace FhirHer2Bridge.Service.Store;

/// <summary>A write that waits to be sent.</summary>
public sealed record OutboxEntry
{
    public required long Id { get; init; }

    /// <summary>Counts the replacements of the content under one id: tells whether what was sent is still what waits.</summary>
    public long Revision { get; init; }

    public required PatientKey Patient { get; init; }

    public required string FlagKey { get; init; }

    public required Flag Flag { get; init; }

    /// <summary>How often this content was postponed.</summary>
    public required int Attempts { get; init; }

    public required bool Parked { get; init; }

    public string? LastError { get; init; }

    /// <summary>What stood on the server when last seen; null: never written, as far as the server answered.</summary>
    public ServerCopy? OnServer { get; init; }
}
