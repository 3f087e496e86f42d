using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Tests.Store;

/// <summary>What every store must do; inherited once per store.</summary>
public abstract partial class BridgeStoreContract : IAsyncLifetime
{
    private const string Endpoint = "site";
    private const string Base = "https://fhir.example/r4/";

    private static readonly PatientKey Anna = new("p1");
    private static readonly PatientKey Berta = new("p2");
    private static readonly DateTimeOffset Noon = StoreSamples.Noon;

    private protected IBridgeStore Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Store = await OpenAsync();
        await Store.RegisterEndpointAsync(Endpoint, Base, default);
    }

    public Task DisposeAsync() => Store.DisposeAsync().AsTask();

    /// <summary>Opens the one store of this test, again where it was opened before.</summary>
    protected abstract Task<IBridgeStore> OpenAsync();

    protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = await OpenAsync();
    }

    private Task CommitAsync(PatientCommit commit) => Store.CommitAsync(Endpoint, commit, default);

    private async Task<PatientMemory> ReadAsync(PatientKey patient) =>
        (await Store.ReadPatientAsync(Endpoint, patient, default)).ShouldNotBeNull();

    private Task<IReadOnlyList<PatientKey>> DueAsync(DateTimeOffset asOf) => Store.ReadDueAsync(Endpoint, asOf, default);

    private Task<IReadOnlyList<OutboxEntry>> OutboxAsync(bool includeParked = false) =>
        Store.ReadOutboxAsync(Endpoint, includeParked, default);
}
