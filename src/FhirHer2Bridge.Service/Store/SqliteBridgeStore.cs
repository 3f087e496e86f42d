using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Service.Store;

/// <summary>The embedded store: one SQLite file on a local disk, written by one process at a time.</summary>
internal sealed class SqliteBridgeStore : IBridgeStore
{
    private readonly SqliteSession _session;

    private SqliteBridgeStore(SqliteSession session) => _session = session;

    /// <summary>Creates or upgrades the file and holds it against other writers until disposed (or the process ends).</summary>
    /// <exception cref="StoreException">H2B-STORE-002, 003, 004, 010, 012.</exception>
    public static async Task<SqliteBridgeStore> OpenAsync(string path, CancellationToken cancellationToken) =>
        new(await SqliteSession.OpenAsync(path, cancellationToken));

    /// <summary>For verbs that only look, beside a process that writes; every change is refused (H2B-STORE-008).</summary>
    /// <exception cref="StoreException">H2B-STORE-003, 004, 005, 010, 011.</exception>
    public static async Task<SqliteBridgeStore> OpenReadOnlyAsync(string path, CancellationToken cancellationToken) =>
        new(await SqliteSession.OpenReadOnlyAsync(path, cancellationToken));

    public Task RegisterEndpointAsync(string endpoint, string normalisedBase, CancellationToken cancellationToken) =>
        _session.WriteAsync(endpoint, transaction => transaction.RegisterAsync(normalisedBase), cancellationToken);

    public Task<IReadOnlyList<string>> ReadEndpointsAsync(CancellationToken cancellationToken) =>
        _session.ReadAsync("", EndpointRows.EndpointsAsync, cancellationToken);

    public Task<Cursor?> ReadCursorAsync(string endpoint, string resourceType, CancellationToken cancellationToken) =>
        _session.ReadAsync(endpoint, transaction => transaction.CursorAsync(resourceType), cancellationToken);

    public Task MoveCursorAsync(string endpoint, string resourceType, Cursor cursor, CancellationToken cancellationToken) =>
        _session.WriteAsync(endpoint, transaction => transaction.MoveCursorAsync(resourceType, cursor), cancellationToken);

    public Task<PatientMemory?> ReadPatientAsync(string endpoint, PatientKey patient, CancellationToken cancellationToken) =>
        _session.ReadAsync(endpoint, transaction => transaction.PatientAsync(patient), cancellationToken);

    public Task<IReadOnlySet<string>> ReadScopeAsync(string endpoint, CancellationToken cancellationToken) =>
        _session.ReadAsync(endpoint, PatientRows.ScopeAsync, cancellationToken);

    public Task<IReadOnlyList<PatientKey>> ReadDueAsync(string endpoint, DateTimeOffset asOf, CancellationToken cancellationToken) =>
        _session.ReadAsync(endpoint, transaction => transaction.DueAsync(asOf), cancellationToken);

    public Task CommitAsync(string endpoint, PatientCommit commit, CancellationToken cancellationToken) =>
        _session.WriteAsync(endpoint, transaction => CommitAsync(transaction, commit), cancellationToken);

    public Task<IReadOnlyList<PatientKey>> FindPatientsAsync(string endpoint, string? system, string value, CancellationToken cancellationToken) =>
        _session.ReadAsync(endpoint, transaction => transaction.FindAsync(system, value), cancellationToken);

    public Task SavePatientIdentityAsync(string endpoint, PatientKey patient, IReadOnlyList<(string? System, string Value)> identifiers, string? replacedBy, CancellationToken cancellationToken) =>
        _session.WriteAsync(endpoint, transaction => transaction.SaveIdentityAsync(patient, identifiers, replacedBy), cancellationToken);

    public Task<PatientKey> SurvivorAsync(string endpoint, PatientKey patient, CancellationToken cancellationToken) =>
        _session.ReadAsync(endpoint, transaction => transaction.SurvivorAsync(patient), cancellationToken);

    public Task SaveUnresolvedAsync(string endpoint, StoredResource resource, string? identifierSystem, string identifierValue, CancellationToken cancellationToken) =>
        _session.WriteAsync(endpoint, transaction => transaction.SaveUnresolvedAsync(resource, identifierSystem, identifierValue), cancellationToken);

    public Task<IReadOnlyList<UnresolvedResource>> ReadUnresolvedAsync(string endpoint, CancellationToken cancellationToken) =>
        _session.ReadAsync(endpoint, LooseRows.UnresolvedAsync, cancellationToken);

    public Task<DateTimeOffset?> ReadLookUpAsync(string endpoint, string? system, string value, CancellationToken cancellationToken) =>
        _session.ReadAsync(endpoint, transaction => transaction.LookedUpAsync(system, value), cancellationToken);

    public Task SaveLookUpAsync(string endpoint, string? system, string value, DateTimeOffset at, CancellationToken cancellationToken) =>
        _session.WriteAsync(endpoint, transaction => transaction.SaveLookUpAsync(system, value, at), cancellationToken);

    public Task<IReadOnlyDictionary<string, StoredResource>> ReadProductsAsync(string endpoint, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        _session.ReadAsync(endpoint, transaction => transaction.ProductsAsync(keys), cancellationToken);

    public Task SaveProductAsync(string endpoint, StoredResource product, CancellationToken cancellationToken) =>
        _session.WriteAsync(endpoint, transaction => transaction.SaveProductAsync(product), cancellationToken);

    public Task<PatientKey?> OwnerOfAsync(string endpoint, ResourceKey resource, CancellationToken cancellationToken) =>
        _session.ReadAsync(endpoint, transaction => transaction.OwnerAsync(resource), cancellationToken);

    public Task<IReadOnlyList<OutboxEntry>> ReadOutboxAsync(string endpoint, bool includeParked, CancellationToken cancellationToken) =>
        _session.ReadAsync(endpoint, transaction => transaction.OutboxAsync(includeParked), cancellationToken);

    public Task ConfirmAsync(string endpoint, OutboxEntry entry, ServerCopy copy, CancellationToken cancellationToken) =>
        _session.WriteAsync(endpoint, transaction => transaction.ConfirmAsync(entry, copy), cancellationToken);

    public Task PostponeAsync(string endpoint, OutboxEntry entry, string errorCode, bool park, CancellationToken cancellationToken) =>
        _session.WriteAsync(endpoint, transaction => transaction.PostponeAsync(entry, errorCode, park), cancellationToken);

    public Task DismissAsync(string endpoint, OutboxEntry entry, CancellationToken cancellationToken) =>
        _session.WriteAsync(endpoint, transaction => transaction.DismissAsync(entry), cancellationToken);

    public Task DropAsync(string endpoint, OutboxEntry entry, CancellationToken cancellationToken) =>
        _session.WriteAsync(endpoint, transaction => transaction.DropAsync(entry), cancellationToken);

    public Task<IReadOnlyDictionary<string, string>> ReadTraitsAsync(string endpoint, CancellationToken cancellationToken) =>
        _session.ReadAsync(endpoint, EndpointRows.TraitsAsync, cancellationToken);

    public Task SaveTraitAsync(string endpoint, string name, string value, CancellationToken cancellationToken) =>
        _session.WriteAsync(endpoint, transaction => transaction.SaveTraitAsync(name, value), cancellationToken);

    public async Task<bool> PurgeAsync(string endpoint, PatientKey patient, CancellationToken cancellationToken)
    {
        var known = await _session.WriteAsync(endpoint, transaction => transaction.PurgeAsync(patient), cancellationToken);
        await _session.TruncateLogAsync(cancellationToken);
        return known;
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private static async Task CommitAsync(StoreTransaction transaction, PatientCommit commit)
    {
        await transaction.EnterAsync(commit.Patient);
        foreach (var resource in commit.Resources)
        {
            await transaction.HoldAsync(commit.Patient, resource);
            await transaction.ResolveAsync(resource.Key);
        }

        foreach (var key in commit.Removed)
        {
            await transaction.ReleaseAsync(commit.Patient, key);
        }

        if (commit.Flags is { } flags)
        {
            await transaction.ReplaceFlagsAsync(commit.Patient, flags);
            await transaction.DropOrphansAsync(commit.Patient);
        }

        foreach (var draft in commit.Outbox)
        {
            await transaction.QueueAsync(commit.Patient, draft);
        }

        await transaction.SaveStateAsync(commit);
    }
}
