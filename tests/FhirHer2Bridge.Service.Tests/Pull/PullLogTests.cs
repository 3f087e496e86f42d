using System.Collections.Concurrent;
using FhirHer2Bridge.Kit;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Settings;
using Microsoft.Extensions.Logging;

namespace FhirHer2Bridge.Service.Tests.Pull;

public sealed class PullLogTests
{
    [Fact]
    public async Task Read_EveryWayToEnd_LogsAndThrowsNoPatientData()
    {
        const string Secret = "MRN4711";
        await using var server = await ScriptedFhirServer.StartAsync();
        var log = new RecordingLogger();
        var settings = new ServerSettings { BaseUrl = server.Base.AbsoluteUri, Retries = 0 };
        using var transport = new HttpFhirTransport(settings, TimeProvider.System, log);
        var pages = new SearchPages(transport, new NoTraits(), new PullSettings(), log);
        var query = new SearchQuery("Observation") { Parameters = [("patient", Secret)] };
        var page = Searchset.Of(Secret).Next($"?patient={Secret}").Answer();
        server.Then(
            page, Searchset.Of(Secret).Answer(), page, new ScriptedAnswer(410), page, page, page, new ScriptedAnswer(400, Secret),
            new ScriptedAnswer(200, Secret), new ScriptedAnswer(500, Secret), new ScriptedAnswer(401, Secret));

        var results = new List<WindowResult>();
        for (var read = 0; read < 5; read++)
        {
            results.Add(await pages.ReadAsync(query, (_, _) => ValueTask.CompletedTask, CancellationToken.None));
        }

        var refused = await Should.ThrowAsync<FhirRefusedException>(
            () => pages.ReadAsync(query, (_, _) => ValueTask.CompletedTask, CancellationToken.None));

        string[] said = [.. log.Lines, .. results.Select(result => result.ToString()), refused.ToString(), query.ToString()];
        said.ShouldAllBe(line => !line.Contains(Secret));
        log.Lines.Count.ShouldBeGreaterThan(10);
    }

    private sealed class NoTraits : ISearchTraits
    {
        public bool SearchByGet => false;

        public ValueTask LearnSearchByGetAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }

    private sealed class RecordingLogger : ILogger<HttpFhirTransport>, ILogger<SearchPages>
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
