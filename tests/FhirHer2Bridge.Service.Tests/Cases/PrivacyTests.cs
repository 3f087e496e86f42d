using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FhirHer2Bridge.Sandbox;
using FhirHer2Bridge.Sandbox.Faults;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Service.Tests.Store;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Service.Tests.Cases;

/// <summary>Whole stories through whole cycles: what is logged and what is asked for in a URL says nothing about the patients.</summary>
public sealed partial class PrivacyTests
{
    private static readonly string[] Telling = ["id", "value", "family", "given", "reference", "text", "conclusion", "birthDate", "div"];

    [Fact]
    public async Task Sync_WholeStories_LogsAndUrlsHoldNothingOfThePatients()
    {
        using var folder = new TemporaryFolder();
        using var logs = new MemoryLogs();
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { ReferentialIntegrity = false }, CancellationToken.None);
        var stories = StoryCase.Names.Select(StoryCase.Load).ToList();
        await using (var runtime = await OpenAsync(server, folder.File("store.db"), logs))
        {
            await TellAsync(stories[1], server, runtime);
            await TellAtOnceAsync(stories, server, runtime);
            server.Faults.On(new FailingPage { Page = 1 });
            await CycleAsync(runtime, new DateOnly(2026, 1, 1));
        }

        var telling = stories.SelectMany(Tellings).ToHashSet(StringComparer.Ordinal);
        var said = logs.Lines.Concat(server.Requests.Select(request => $"{request.Method} {request.Path}{request.Query}")).ToList();

        telling.Count.ShouldBeGreaterThan(100);
        logs.Lines.Count.ShouldBeGreaterThan(50);
        server.Store.CountOf("Provenance").ShouldBeGreaterThan(0);
        said.SelectMany(line => telling.Where(token => line.Contains(token, StringComparison.Ordinal)).Select(token => $"{token} in {line}"))
            .ShouldBeEmpty();
    }

    private static async Task TellAsync(StoryCase story, SandboxServer server, BridgeRuntime runtime)
    {
        var arrived = 0;
        foreach (var step in story.Steps)
        {
            foreach (var bundle in story.UpTo(step).Skip(arrived))
            {
                server.Store.LoadBundle(bundle.ToUtf8());
            }

            arrived = step.Bundles;
            await CycleAsync(runtime, step.AsOf);
        }
    }

    private static async Task TellAtOnceAsync(IEnumerable<StoryCase> stories, SandboxServer server, BridgeRuntime runtime)
    {
        foreach (var bundle in stories.SelectMany(story => story.Bundles))
        {
            server.Store.LoadBundle(bundle.ToUtf8());
        }

        await CycleAsync(runtime, new DateOnly(2025, 12, 31));
    }

    private static Task<BridgeRuntime> OpenAsync(SandboxServer server, string store, MemoryLogs logs)
    {
        var settings = new BridgeSettings
        {
            Servers = new(StringComparer.Ordinal) { ["main"] = new ServerSettings { BaseUrl = server.Base.AbsoluteUri, Retries = 0 } },
        };
        return BridgeRuntime.OpenAsync(settings, store, TimeProvider.System, logs.ToFactory(), CancellationToken.None);
    }

    private static async Task CycleAsync(BridgeRuntime runtime, DateOnly asOf)
    {
        var literal = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var request = new CycleRequest(AsOf.Parse(literal, TimeZoneInfo.Utc)!);
        foreach (var (_, cycle) in runtime.Cycles)
        {
            await cycle.RunAsync(request, CancellationToken.None);
        }
    }

    /// <summary>Ids, identifiers, names, texts and dates; not what is so short that it would be found anywhere.</summary>
    private static IEnumerable<string> Tellings(StoryCase story) =>
        from bundle in story.Bundles
        from resource in bundle.Resources
        from text in Strings(resource, string.Empty)
        where Telling.Contains(text.Name, StringComparer.Ordinal) || Date().IsMatch(text.Value)
        where text.Value.Length > 4
        select text.Value;

    private static IEnumerable<(string Name, string Value)> Strings(JsonNode? node, string name) => node switch
    {
        JsonObject parent => parent.SelectMany(member => Strings(member.Value, member.Key)),
        JsonArray array => array.SelectMany(item => Strings(item, name)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(name, text)],
        _ => [],
    };

    [GeneratedRegex(@"^\d{4}-\d{2}", RegexOptions.NonBacktracking)]
    private static partial Regex Date();
}
