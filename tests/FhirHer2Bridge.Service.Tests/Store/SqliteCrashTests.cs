using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Tests.Store;

/// <summary>What the files hold at the moment a process dies is what a copy of them holds.</summary>
public sealed class SqliteCrashTests : IDisposable
{
    private const string Endpoint = "site";

    private static readonly PatientKey Patient = new("p1");

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("bridge.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Commit_ProcessDiesAfterIt_IsWhollyThere()
    {
        await using var store = await OpenAsync(Path);
        await store.CommitAsync(Endpoint, Everything, default);

        await using var survivor = await OpenAsync(Snapshot());

        var memory = (await survivor.ReadPatientAsync(Endpoint, Patient, default)).ShouldNotBeNull();
        memory.Resources.Count.ShouldBe(1);
        memory.Flags.Count.ShouldBe(1);
        (await survivor.ReadOutboxAsync(Endpoint, includeParked: true, default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Write_ProcessDiesWithinIt_IsNotThereAtAll()
    {
        await (await OpenAsync(Path)).DisposeAsync();
        await using var session = await SqliteSession.OpenAsync(Path, default);
        var copy = "";
        await session.WriteAsync(
            Endpoint,
            async transaction =>
            {
                await transaction.EnterAsync(Patient);
                await transaction.HoldAsync(Patient, StoreSamples.Resource("Observation/o1"), firstRead: true, StoreSamples.Noon);
                copy = Snapshot();
            },
            default);

        await using var survivor = await OpenAsync(copy);

        (await survivor.ReadPatientAsync(Endpoint, Patient, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Write_FailsHalfWay_IsRolledBackAndTheStoreGoesOn()
    {
        await (await OpenAsync(Path)).DisposeAsync();
        await using (var session = await SqliteSession.OpenAsync(Path, default))
        {
            await Should.ThrowAsync<InvalidOperationException>(() => session.WriteAsync(
                Endpoint,
                async transaction =>
                {
                    await transaction.EnterAsync(Patient);
                    throw new InvalidOperationException();
                },
                default));
            await session.WriteAsync(Endpoint, transaction => transaction.SaveTraitAsync("a", "b"), default);
        }

        await using var store = await OpenAsync(Path);

        (await store.ReadPatientAsync(Endpoint, Patient, default)).ShouldBeNull();
        (await store.ReadTraitsAsync(Endpoint, default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Commit_Cancelled_IsNotThereAtAll()
    {
        await using var store = await OpenAsync(Path);

        await Should.ThrowAsync<OperationCanceledException>(() => store.CommitAsync(Endpoint, Everything, new CancellationToken(canceled: true)));

        (await store.ReadPatientAsync(Endpoint, Patient, default)).ShouldBeNull();
    }

    private static PatientCommit Everything =>
        StoreSamples.Raise(Patient, "v1-a") with { Resources = [StoreSamples.Resource("Observation/o1")] };

    private static async Task<SqliteBridgeStore> OpenAsync(string path)
    {
        var store = await SqliteBridgeStore.OpenAsync(path, default);
        await store.RegisterEndpointAsync(Endpoint, "https://fhir.example/r4/", default);
        return store;
    }

    /// <summary>The database and its log as they are; "-shm" is rebuilt from them.</summary>
    private string Snapshot()
    {
        var copy = _folder.File($"{Guid.NewGuid():N}.db");
        foreach (var suffix in new[] { "", "-wal" })
        {
            if (File.Exists(Path + suffix))
            {
                using var from = new FileStream(Path + suffix, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var to = File.Create(copy + suffix);
                from.CopyTo(to);
            }
        }

        return copy;
    }
}
