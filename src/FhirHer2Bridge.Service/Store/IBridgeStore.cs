using FhirHer2Bridge.Core;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;

namespace FhirHer2Bridge.Service.Store;

/// <summary>
/// The only memory: what was read, what was concluded, what is to be written, how far each type was read. No method
/// returns "nothing" for "could not look": a failure is an exception.
/// </summary>
public interface IBridgeStore : IAsyncDisposable
{
    /// <summary>Remembers (id, base). The same id with another base is refused (<see cref="StoreException"/> H2B-STORE-001).</summary>
    Task RegisterEndpointAsync(string endpoint, string normalisedBase, CancellationToken cancellationToken);

    /// <summary>The endpoint ids this store knows.</summary>
    Task<IReadOnlyList<string>> ReadEndpointsAsync(CancellationToken cancellationToken);

    /// <summary>How far one resource type was read; null before the first closed window.</summary>
    Task<Cursor?> ReadCursorAsync(string endpoint, string resourceType, CancellationToken cancellationToken);

    /// <summary>Moves one cursor. Called only after every page of its window was read and every touched patient committed.</summary>
    Task MoveCursorAsync(string endpoint, string resourceType, Cursor cursor, CancellationToken cancellationToken);

    /// <summary>Everything remembered of one patient; null: never in scope here.</summary>
    Task<PatientMemory?> ReadPatientAsync(string endpoint, PatientKey patient, CancellationToken cancellationToken);

    /// <summary>Ids of the patients that are in scope.</summary>
    Task<IReadOnlySet<string>> ReadScopeAsync(string endpoint, CancellationToken cancellationToken);

    /// <summary>Patients in scope whose next due moment is not after <paramref name="asOf"/>, or that still wait for their full read.</summary>
    Task<IReadOnlyList<PatientKey>> ReadDueAsync(string endpoint, DateTimeOffset asOf, CancellationToken cancellationToken);

    /// <summary>Facts, flags, outbox and read state of one patient, in one transaction.</summary>
    Task CommitAsync(string endpoint, PatientCommit commit, CancellationToken cancellationToken);

    /// <summary>
    /// Patient ids by identifier (system may be null), from the Patient resources read so far. More than one answer is
    /// possible and means "not resolvable".
    /// </summary>
    Task<IReadOnlyList<PatientKey>> FindPatientsAsync(string endpoint, string? system, string value, CancellationToken cancellationToken);

    /// <summary>Remembers the identifiers of one Patient (replacing earlier ones) and, when merged, the surviving patient's id.</summary>
    Task SavePatientIdentityAsync(string endpoint, PatientKey patient, IReadOnlyList<(string? System, string Value)> identifiers, string? replacedBy, CancellationToken cancellationToken);

    /// <summary>The surviving patient's id (followed to the end), or the same id.</summary>
    Task<PatientKey> SurvivorAsync(string endpoint, PatientKey patient, CancellationToken cancellationToken);

    /// <summary>
    /// Resources kept outside a patient: those whose subject is not resolved yet ("subject:…" owner) so that nothing read is lost.
    /// Keyed by resource; replaces an earlier version.
    /// </summary>
    Task SaveUnresolvedAsync(string endpoint, StoredResource resource, string? identifierSystem, string identifierValue, CancellationToken cancellationToken);

    /// <summary>Takes (reads and removes, once committed by the caller's next <see cref="CommitAsync"/>) nothing: only reads the unresolved resources of an identifier.</summary>
    Task<IReadOnlyList<UnresolvedResource>> ReadUnresolvedAsync(string endpoint, CancellationToken cancellationToken);

    /// <summary>Products (Medication) read so far, by id ("Medication/m1").</summary>
    Task<IReadOnlyDictionary<string, StoredResource>> ReadProductsAsync(string endpoint, IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    Task SaveProductAsync(string endpoint, StoredResource product, CancellationToken cancellationToken);

    /// <summary>The patient that currently holds a resource, to notice that a resource changed its subject; null: none.</summary>
    Task<PatientKey?> OwnerOfAsync(string endpoint, ResourceKey resource, CancellationToken cancellationToken);

    /// <summary>Entries to be sent, oldest first; parked ones only when asked for.</summary>
    Task<IReadOnlyList<OutboxEntry>> ReadOutboxAsync(string endpoint, bool includeParked, CancellationToken cancellationToken);

    /// <summary>The server has it: removes the entry and remembers what stands there, in one transaction.</summary>
    Task ConfirmAsync(string endpoint, OutboxEntry entry, ServerCopy copy, CancellationToken cancellationToken);

    /// <summary>Not sent: kept, with the reason. Parked entries wait for a person; others are tried again next cycle.</summary>
    Task PostponeAsync(string endpoint, OutboxEntry entry, string errorCode, bool park, CancellationToken cancellationToken);

    /// <summary>A person at the site closed or changed the flag: never touched again; the entry is removed.</summary>
    Task DismissAsync(string endpoint, OutboxEntry entry, CancellationToken cancellationToken);

    /// <summary>Nothing is to be written: the flag ended before it was ever sent. The entry is removed; nothing stands on the server.</summary>
    Task DropAsync(string endpoint, OutboxEntry entry, CancellationToken cancellationToken);

    /// <summary>What was learnt about the server (client ids allowed, profile present …), as small strings.</summary>
    Task<IReadOnlyDictionary<string, string>> ReadTraitsAsync(string endpoint, CancellationToken cancellationToken);

    Task SaveTraitAsync(string endpoint, string name, string value, CancellationToken cancellationToken);

    /// <summary>Removes one patient entirely, outbox included. False: unknown.</summary>
    Task<bool> PurgeAsync(string endpoint, PatientKey patient, CancellationToken cancellationToken);
}

/// <param name="Since">The literal sent as <c>_lastUpdated=ge</c> next time.</param>
/// <param name="Through">Server time through which the type is known to be read completely.</param>
public sealed record Cursor(DateTimeOffset Since, DateTimeOffset Through);

/// <summary>The facts of one resource version.</summary>
public sealed record StoredResource(ResourceKey Key, string Version, IReadOnlyList<Fact> Facts)
{
    /// <summary>Products referred to and not known when it was read.</summary>
    public IReadOnlyList<ResourceKey> Products { get; init; } = [];
}

public sealed record UnresolvedResource(StoredResource Resource, string? IdentifierSystem, string IdentifierValue);

public sealed record PatientMemory
{
    public required PatientKey Patient { get; init; }

    /// <summary>Every resource of the patient by key ("Observation/o1").</summary>
    public required IReadOnlyDictionary<ResourceKey, StoredResource> Resources { get; init; }

    public required IReadOnlyList<FlagRecord> Flags { get; init; }

    /// <summary>When the whole patient was last read, by type, on the server's clock; a missing type was not.</summary>
    public required IReadOnlyDictionary<string, DateTimeOffset> FullReads { get; init; }

    public bool NeedsFullRead { get; init; }

    /// <summary>Our flags on the server were looked for and adopted.</summary>
    public bool Adopted { get; init; }

    public DateTimeOffset? NextDue { get; init; }

    /// <summary>The last assessment, as the line of <c>evaluate</c>; null before the first.</summary>
    public string? LastAssessmentJson { get; init; }
}

/// <summary>A flag as the store knows it: identity, content, and what stands on the server.</summary>
public sealed record FlagRecord
{
    public required StandingFlag Standing { get; init; }

    /// <summary>Null: not on the server (planned, or below the written severity).</summary>
    public ServerCopy? OnServer { get; init; }
}

/// <summary>What stands on the server: id, version (ETag content) and the hash of the canonical content last seen there.</summary>
public sealed record ServerCopy(string Id, string? Version, string ContentHash);

/// <summary>One patient's new state. Null or empty members leave what is there.</summary>
public sealed record PatientCommit
{
    public required PatientKey Patient { get; init; }

    /// <summary>Resources new or changed; each replaces its earlier version and leaves any other owner it had.</summary>
    public IReadOnlyList<StoredResource> Resources { get; init; } = [];

    /// <summary>Resources that no longer belong to this patient (subject changed, deleted).</summary>
    public IReadOnlyList<ResourceKey> Removed { get; init; } = [];

    /// <summary>Every flag after this assessment (replaces the list).</summary>
    public IReadOnlyList<FlagRecord>? Flags { get; init; }

    /// <summary>Writes to add. An unsent entry of the same flag key is replaced in place, so that at most one waits per flag.</summary>
    public IReadOnlyList<OutboxDraft> Outbox { get; init; } = [];

    public IReadOnlyDictionary<string, DateTimeOffset>? FullReads { get; init; }

    public bool? NeedsFullRead { get; init; }

    public bool? Adopted { get; init; }

    /// <summary>Set together with an assessment; null clears the due moment when <see cref="AssessmentJson"/> is given.</summary>
    public DateTimeOffset? NextDue { get; init; }

    public string? AssessmentJson { get; init; }
}

/// <summary>A write that is intended: the flag's content at that moment.</summary>
public sealed record OutboxDraft(string FlagKey, Flag Flag);

public sealed record OutboxEntry
{
    public required long Id { get; init; }

    public required PatientKey Patient { get; init; }

    public required string FlagKey { get; init; }

    public required Flag Flag { get; init; }

    public required int Attempts { get; init; }

    public required bool Parked { get; init; }

    public string? LastError { get; init; }

    /// <summary>What stood on the server when last seen; null: never written.</summary>
    public ServerCopy? OnServer { get; init; }
}

/// <summary>The store cannot be used as asked; the code is permanent (docs/errors.md).</summary>
public sealed class StoreException(string code, string message, Exception? inner = null) : Exception($"{code}: {message}", inner)
{
    public string Code { get; } = code;
}
