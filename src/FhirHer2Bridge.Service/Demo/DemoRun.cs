using System.Globalization;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Sandbox;
using FhirHer2Bridge.Service.Cli;
using FhirHer2Bridge.Service.Observability;
using FhirHer2Bridge.Service.Output;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Service.Store;
using Spectre.Console;

namespace FhirHer2Bridge.Service.Demo;

/// <summary>
/// The whole path on real input: the sandbox server, the published stories as FHIR resources, real cycles over HTTP, flags
/// written back, timelines as pictures.
/// </summary>
internal sealed class DemoRun(IAnsiConsole console, TimeProvider time)
{
    private const string Endpoint = "demo";

    private readonly IReadOnlyList<DemoStory> _stories = DemoStory.All();

    /// <param name="folder">Receives the timelines; the store is a fresh one, gone afterwards.</param>
    /// <param name="stayUp">The server stays up until the token is cancelled.</param>
    public async Task RunAsync(string folder, bool stayUp, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = time }, cancellationToken);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"FHIR R4 server (sandbox) at [bold]{sandbox.Base}[/], {_stories.Count} patients. Dates are fixed; each step is assessed as of its day.");
        var storeFolder = Directory.CreateTempSubdirectory("fhirher2bridge-demo-store-");
        var settings = new BridgeSettings
        {
            Servers = { [Endpoint] = new ServerSettings { BaseUrl = sandbox.Base.AbsoluteUri } },
            Store = new StoreSettings { File = Path.Combine(storeFolder.FullName, "demo.db") },
        };
        using var logging = BridgeLogging.ForCommand();
        await using (var runtime = await BridgeRuntime.OpenAsync(settings, settings.Store.File, time, logging, cancellationToken))
        {
            await StepsAsync(sandbox, runtime.Cycles.Single().Cycle, settings.Store.File, cancellationToken);
        }

        await TimelinesAsync(settings.Store.File, folder, cancellationToken);
        storeFolder.Delete(recursive: true);
        if (stayUp)
        {
            console.WriteLine($"The server stays up at {sandbox.Base} until Ctrl-C.");
            await Forever.WaitAsync(cancellationToken);
        }
    }

    private async Task StepsAsync(SandboxServer sandbox, BridgeCycle cycle, string storeFile, CancellationToken cancellationToken)
    {
        // Where no one watches, a bar is a line of noise for every step.
        if (!console.Profile.Capabilities.Interactive)
        {
            await StepsAsync(static () => { });
            return;
        }

        await console.Progress().AutoClear(true).StartAsync(progress =>
        {
            var task = progress.AddTask("cycles", maxValue: DemoStep.All.Count);
            return StepsAsync(() => task.Increment(1));
        });

        async Task StepsAsync(Action done)
        {
            foreach (var step in DemoStep.All)
            {
                await StepAsync(step, sandbox, cycle, storeFile, cancellationToken);
                done();
            }
        }
    }

    private async Task StepAsync(DemoStep step, SandboxServer sandbox, BridgeCycle cycle, string storeFile, CancellationToken cancellationToken)
    {
        var arrived = _stories.SelectMany(story => story.ArrivingBy(step.AsOf)).Sum(bundle => sandbox.Store.LoadBundle(bundle));
        sandbox.ClearRequests();
        var asOf = AsOf.Parse(step.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TimeZoneInfo.Utc)!;
        var report = await cycle.RunAsync(new CycleRequest(asOf), cancellationToken);
        Say(step, arrived, report, sandbox);
        var flags = DemoFlags.OnServer(sandbox.Store).Concat(await DemoFlags.ShownOnlyAsync(storeFile, Endpoint, _stories, cancellationToken)).ToList();
        console.WriteLine(flags.Count == 0 ? "  flags on the server now: none" : "  flags on the server now:");
        foreach (var flag in flags)
        {
            console.WriteLine($"    {flag}");
        }
    }

    private void Say(DemoStep step, int arrived, CycleReport report, SandboxServer sandbox)
    {
        console.WriteLine();
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]As of {step.AsOf:yyyy-MM-dd}[/]  {step.Says}");
        var written = sandbox.Requests.Count(static request => request.Method is "PUT"
            || (request.Method is "POST" && !request.Path.EndsWith("_search", StringComparison.Ordinal)));
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"  {arrived} resources arrived; {report.Assessed} patients assessed; {sandbox.Requests.Count} requests, {written} of them writes");
        foreach (var (kind, count) in report.Planned)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {kind}: {count}");
        }

        foreach (var reason in report.Incomplete())
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [red]incomplete[/]: {reason}");
        }
    }

    private async Task TimelinesAsync(string storeFile, string folder, CancellationToken cancellationToken)
    {
        await using var store = await SqliteBridgeStore.OpenReadOnlyAsync(storeFile, cancellationToken);
        foreach (var story in _stories)
        {
            var memory = await store.ReadPatientAsync(Endpoint, new PatientKey(story.Patient), cancellationToken);
            if (memory?.LastAssessmentJson is not { } line)
            {
                console.WriteLine();
                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{story.Title}[/]: [red]never assessed[/]");
                continue;
            }

            var record = AssessmentLineReader.Read(line);
            var episodes = memory.Flags.Select(static flag => flag.Standing.Content).OfType<Flag>().ToList();
            console.WriteLine();
            TimelineText.Write(console, record, story.Title, episodes);
            await File.WriteAllTextAsync(
                Path.Combine(folder, $"{story.Patient}.svg"), TimelineSvg.Draw(record, story.Title, episodes), cancellationToken);
        }

        console.WriteLine();
        console.WriteLine($"Timelines (SVG): {folder}");
    }
}
