using FhirHer2Bridge.Kit;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace FhirHer2Bridge.Service.Tests.Pull;

/// <summary>A scripted server and everything that reads it, without retries unless asked for.</summary>
internal sealed class PullHarness : IAsyncDisposable, ISearchTraits
{
    public static readonly SearchQuery Observations = new("Observation")
    {
        Parameters = [("_lastUpdated", "ge2026-01-15T07:00:00.000Z"), ("_sort", "_lastUpdated"), ("_count", "2")],
        NotBefore = new DateTimeOffset(2026, 1, 15, 7, 0, 0, TimeSpan.Zero),
    };

    private PullHarness(ScriptedFhirServer server, HttpFhirTransport transport, PullSettings settings)
    {
        (Server, Transport) = (server, transport);
        Pages = new SearchPages(transport, this, settings, NullLogger<SearchPages>.Instance);
        Patients = new PatientReader(Pages, settings);
    }

    public ScriptedFhirServer Server { get; }

    public HttpFhirTransport Transport { get; }

    public SearchPages Pages { get; }

    public PatientReader Patients { get; }

    public List<string> Seen { get; } = [];

    public bool SearchByGet { get; private set; }

    public static async Task<PullHarness> StartAsync(
        PullSettings? pull = null, Func<string, ServerSettings>? settings = null, TimeProvider? time = null)
    {
        var server = await ScriptedFhirServer.StartAsync();
        var url = server.Base.AbsoluteUri;
        var transport = new HttpFhirTransport(
            settings?.Invoke(url) ?? new ServerSettings { BaseUrl = url, Retries = 0 },
            time ?? TimeProvider.System,
            NullLogger<HttpFhirTransport>.Instance);
        return new PullHarness(server, transport, pull ?? new PullSettings());
    }

    public Task<WindowResult> ReadAsync(SearchQuery? query = null) =>
        Pages.ReadAsync(query ?? Observations, CollectAsync, CancellationToken.None);

    public ValueTask CollectAsync(IReadOnlyList<PageEntry> rows, CancellationToken cancellationToken)
    {
        Seen.AddRange(rows.Select(row => $"{row.Type}/{row.Id}"));
        return ValueTask.CompletedTask;
    }

    public ValueTask LearnSearchByGetAsync(CancellationToken cancellationToken)
    {
        SearchByGet = true;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        Transport.Dispose();
        await Server.DisposeAsync();
    }
}
