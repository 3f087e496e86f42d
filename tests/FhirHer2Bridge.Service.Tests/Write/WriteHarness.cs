using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Kit;
using FhirHer2Bridge.Service.Store;
using FhirHer2Bridge.Service.Tests.Store;
using FhirHer2Bridge.Service.Write;
using Microsoft.Extensions.Logging.Abstractions;

namespace FhirHer2Bridge.Service.Tests.Write;

/// <summary>A real store, a server in memory, and the writer between them.</summary>
internal sealed class WriteHarness : IAsyncDisposable
{
    public const string Endpoint = "hospital";

    public static readonly PatientKey Anna = new("anna");

    private readonly TemporaryFolder _folder = new();
    private SqliteBridgeStore? _store;

    public StatefulFhirServer Server { get; init; } = new();

    public WriteSettings Settings { get; init; } = new() { Instance = "site-a", VerifyDelay = TimeSpan.Zero };

    public FlagKeys Keys { get; } = new(EndpointSecret.FromText("0123456789abcdef0123456789abcdef"), "site-a");

    public IBridgeStore Store => _store ?? throw new InvalidOperationException("Not opened.");

    /// <summary>A flag over Observation/o2 and Observation/o1, both on the server and owned by Anna.</summary>
    public static Flag Sample { get; } = StoreSamples.Flag(Anna) with
    {
        Evidence = [new SourceRef("Observation", "o2", "1", "value"), new SourceRef("Observation", "o1", "3", "value")],
    };

    public string Key => Keys.For(Anna, Sample.Code, Sample.Anchor);

    public string FlagAddress => $"Observation/her2flag-{Key[3..43]}";

    public static async Task<WriteHarness> OpenAsync(StatefulFhirServer? server = null, WriteSettings? settings = null)
    {
        var harness = new WriteHarness
        {
            Server = server ?? new StatefulFhirServer(),
            Settings = settings ?? new WriteSettings { Instance = "site-a", VerifyDelay = TimeSpan.Zero },
        };
        harness._store = await SqliteBridgeStore.OpenAsync(harness._folder.File("bridge.db"), default);
        await harness.Store.RegisterEndpointAsync(Endpoint, "http://127.0.0.1/fhir/", default);
        harness.Server.Put("Patient/anna", """{"resourceType":"Patient"}""");
        harness.Server.Put("Observation/o1", """{"resourceType":"Observation"}""");
        harness.Server.Put("Observation/o2", """{"resourceType":"Observation"}""");
        await harness.Store.CommitAsync(
            Endpoint,
            new PatientCommit
            {
                At = StoreSamples.Noon,
                Patient = Anna,
                Resources = [StoreSamples.Resource("Observation/o1"), StoreSamples.Resource("Observation/o2")],
                AssessmentJson = "{}",
            },
            default);
        return harness;
    }

    /// <summary>Concludes the flag: it is what stands here, and waits to be sent.</summary>
    public async Task PlanAsync(Flag flag, string? key = null, FlagRecord? adopted = null)
    {
        var record = StoreSamples.Record(key ?? Key, flag);
        var others = (await Store.ReadPatientAsync(Endpoint, Anna, default))!.Flags
            .Where(one => !string.Equals(one.Standing.Key, record.Standing.Key, StringComparison.Ordinal));
        var before = (await FlagsAsync()).FirstOrDefault(one => string.Equals(one.Standing.Key, record.Standing.Key, StringComparison.Ordinal));
        await Store.CommitAsync(
            Endpoint,
            new PatientCommit
            {
                At = StoreSamples.Noon,
                Patient = Anna,
                Flags = [.. others, record with { OnServer = (adopted ?? before)?.OnServer }],
                Outbox = [new OutboxDraft(record.Standing.Key, flag)],
                AssessmentJson = "{}",
            },
            default);
    }

    public Task<WriteReport> DrainAsync(TimeProvider? clock = null) => new FlagWriter(
            Store,
            Server,
            new WriteManner(Settings, Keys, "0.1.0", "2026.1"),
            clock ?? new ManualTimeProvider(new DateTimeOffset(2026, 1, 15, 7, 0, 0, TimeSpan.Zero)),
            NullLogger<FlagWriter>.Instance)
        .DrainAsync(Endpoint, default);

    public async Task<WriteReport> SendAsync(Flag flag)
    {
        await PlanAsync(flag);
        return await DrainAsync();
    }

    public async Task<IReadOnlyList<FlagRecord>> FlagsAsync() =>
        (await Store.ReadPatientAsync(Endpoint, Anna, default))!.Flags;

    public Task<IReadOnlyList<OutboxEntry>> OutboxAsync() => Store.ReadOutboxAsync(Endpoint, includeParked: true, default);

    /// <summary>The flags of ours on the server.</summary>
    public IReadOnlyList<System.Text.Json.Nodes.JsonObject> Written =>
        [.. Server.All("Observation").Where(one => one.ContainsKey("identifier"))];

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Dispose();
    }
}
