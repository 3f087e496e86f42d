using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Service.Store;

/// <summary>
/// The only memory: what was read, what was concluded, what is to be written, how far each type was read. No method
/// returns "nothing" for "could not look": a failure is a <see cref="StoreException"/> with a permanent code.
/// </summary>
/// <remarks>
/// Every method that changes something is one transaction: after a crash at any point it has happened wholly or not at all.
/// An endpoint is registered before anything else is kept for it (H2B-STORE-007).
/// </remarks>
public interface IBridgeStore : IAsyncDisposable
{
    /// <summary>Remembers (id, base). The same id with another base is refused (H2B-STORE-001).</summary>
    Task RegisterEndpointAsync(string endpoint, string normalisedBase, CancellationToken cancellationToken);

    /// <summary>The endpoint ids this store knows, in order.</summary>
    Task<IReadOnlyList<string>> ReadEndpointsAsync(CancellationToken cancellationToken);

    /// <summary>How far one resource type was read; null before the first closed window.</summary>
    Task<Cursor?> ReadCursorAsync(string endpoint, string resourceType, CancellationToken cancellationToken);

    /// <summary>Moves one cursor. Called only after every page of its window was read and every touched patient committed.</summary>
    Task MoveCursorAsync(string endpoint, string resourceType, Cursor cursor, CancellationToken cancellationToken);

    /// <summary>Everything remembered of one patient; null: never in scope here.</summary>
    Task<PatientMemory?> ReadPatientAsync(string endpoint, PatientKey patient, CancellationToken cancellationToken);

    /// <summary>Ids of the patients that are in scope.</summary>
    Task<IReadOnlySet<string>> ReadScopeAsync(string endpoint, CancellationToken cancellationToken);

    /// <summary>
    /// Patients in scope that must be assessed: their next due moment is not after <paramref name="asOf"/>, or they wait for
    /// their full read, or they owe an assessment (see <see cref="CommitAsync"/>).
    /// </summary>
    Task<IReadOnlyList<PatientKey>> ReadDueAsync(string endpoint, DateTimeOffset asOf, CancellationToken cancellationToken);

    /// <summary>
    /// Facts, flags, outbox and read state of one patient, in one transaction; puts the patient in scope. A patient whose
    /// resources change without an assessment in the same commit, and one who loses a resource to this commit, owes an
    /// assessment and is due at once, so that a crash between reading and assessing is healed by the next cycle.
    /// </summary>
    Task CommitAsync(string endpoint, PatientCommit commit, CancellationToken cancellationToken);

    /// <summary>
    /// Patients by identifier, from the Patient resources read so far, merged ones replaced by their survivor. More than one
    /// answer means "not resolvable". No system matches only identifiers without one: the same value under another
    /// system may be another person.
    /// </summary>
    Task<IReadOnlyList<PatientKey>> FindPatientsAsync(string endpoint, string? system, string value, CancellationToken cancellationToken);

    /// <summary>Remembers the identifiers of one Patient (replacing earlier ones) and, when merged, the surviving patient's id.</summary>
    Task SavePatientIdentityAsync(string endpoint, PatientKey patient, IReadOnlyList<(string? System, string Value)> identifiers, string? replacedBy, CancellationToken cancellationToken);

    /// <summary>The surviving patient's id (followed to the end), or the same id; a chain that closes on itself has no survivor.</summary>
    Task<PatientKey> SurvivorAsync(string endpoint, PatientKey patient, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps a resource whose subject is an identifier nobody has (yet), so that nothing read is lost. Replaces an earlier
    /// version and takes the resource from the patient that held it, who then owes an assessment. It stays until a
    /// <see cref="CommitAsync"/> has the resource among its <see cref="PatientCommit.Resources"/>.
    /// </summary>
    Task SaveUnresolvedAsync(string endpoint, StoredResource resource, string? identifierSystem, string identifierValue, CancellationToken cancellationToken);

    /// <summary>Every unresolved resource, in key order. Only reads.</summary>
    Task<IReadOnlyList<UnresolvedResource>> ReadUnresolvedAsync(string endpoint, CancellationToken cancellationToken);

    /// <summary>How long it is remembered that an identifier was asked for in vain.</summary>
    static TimeSpan LookUpLasts { get; } = TimeSpan.FromDays(1);

    /// <summary>When the server was last asked for this identifier without exactly one answer; null: not within <see cref="LookUpLasts"/>, or never.</summary>
    Task<DateTimeOffset?> ReadLookUpAsync(string endpoint, string? system, string value, CancellationToken cancellationToken);

    /// <summary>Remembers that the server was asked; forgets what is older than <see cref="LookUpLasts"/>.</summary>
    Task SaveLookUpAsync(string endpoint, string? system, string value, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Those of the products asked for (Medication) that were read so far, by key ("Medication/m1").</summary>
    Task<IReadOnlyDictionary<string, StoredResource>> ReadProductsAsync(string endpoint, IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    /// <summary>Remembers a product; replaces an earlier version.</summary>
    Task SaveProductAsync(string endpoint, StoredResource product, CancellationToken cancellationToken);

    /// <summary>The patient that currently holds a resource, to notice that a resource changed its subject; null: none.</summary>
    Task<PatientKey?> OwnerOfAsync(string endpoint, ResourceKey resource, CancellationToken cancellationToken);

    /// <summary>Entries to be sent, oldest first; parked ones only when asked for.</summary>
    Task<IReadOnlyList<OutboxEntry>> ReadOutboxAsync(string endpoint, bool includeParked, CancellationToken cancellationToken);

    /// <summary>
    /// The server has what <paramref name="entry"/> says: remembers what stands there and removes the entry. An entry
    /// whose content was replaced since it was read stays, to be sent next. A flag that was dropped meanwhile is remembered again
    /// and its patient owes an assessment, so that what stands on the server is healed. A purged patient stays forgotten.
    /// </summary>
    Task ConfirmAsync(string endpoint, OutboxEntry entry, ServerCopy copy, CancellationToken cancellationToken);

    /// <summary>
    /// Not sent: kept, with the reason (a code, never a server's text). Parked entries wait for a person; others are tried
    /// again next cycle. No effect on an entry whose content was replaced since it was read.
    /// </summary>
    Task PostponeAsync(string endpoint, OutboxEntry entry, string errorCode, bool park, CancellationToken cancellationToken);

    /// <summary>A person at the site closed or changed the flag: never touched again; the entry is removed.</summary>
    Task DismissAsync(string endpoint, OutboxEntry entry, CancellationToken cancellationToken);

    /// <summary>Nothing is to be written: the flag ended before it was ever sent. The entry is removed; nothing stands on the server.</summary>
    Task DropAsync(string endpoint, OutboxEntry entry, CancellationToken cancellationToken);

    /// <summary>What was learnt about the server (client ids allowed, profile present …), as small strings.</summary>
    Task<IReadOnlyDictionary<string, string>> ReadTraitsAsync(string endpoint, CancellationToken cancellationToken);

    /// <summary>Remembers one trait; replaces an earlier value.</summary>
    Task SaveTraitAsync(string endpoint, string name, string value, CancellationToken cancellationToken);

    /// <summary>
    /// Removes one patient entirely: facts, flags, outbox, identifiers, what waits for these identifiers, and the same for
    /// the records merged into this patient. False: unknown.
    /// </summary>
    Task<bool> PurgeAsync(string endpoint, PatientKey patient, CancellationToken cancellationToken);
}
