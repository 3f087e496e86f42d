using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using FhirHer2Bridge.Sandbox;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace FhirHer2Bridge.Bench;

/// <summary>
/// One cold cycle (fetch, parse, extract, store, assess) against a bare download of the same pages, in turns, from one server in
/// this process. The server's own work is in both.
/// </summary>
internal static class CycleBench
{
    /// <summary>A day on which no flag holds yet, so that nothing is written to the server.</summary>
    private static readonly AsOf Moment = new(new DateTimeOffset(2021, 1, 8, 23, 59, 59, TimeSpan.Zero), "2021-01-08");

    /// <param name="args">Patients (20), resources of each (250), rounds (7).</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var numbers = args.Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToList();
        var (patients, resources, rounds) = (numbers.ElementAtOrDefault(0), numbers.ElementAtOrDefault(1), numbers.ElementAtOrDefault(2));
        (patients, resources, rounds) = (patients == 0 ? 20 : patients, resources == 0 ? 250 : resources, rounds == 0 ? 7 : rounds);

        await using var server = await SandboxServer.StartAsync(new SandboxOptions(), CancellationToken.None);
        var ids = Load(server, patients, resources);
        using var bare = new BareDownload(server.Base);
        await CycleAsync(server);
        await bare.ReadAsync(ids);

        var cycles = new List<Turn>();
        var downloads = new List<Turn>();
        for (var round = 0; round < rounds; round++)
        {
            cycles.Add(await MeasureAsync(server, () => CycleAsync(server)));
            downloads.Add(await MeasureAsync(server, () => bare.ReadAsync(ids)));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{patients} patients of {resources} resources, {rounds} rounds"));
        Print("cold cycle", cycles);
        Print("bare download", downloads);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"ratio of medians: {Ratio(cycles, downloads, static turn => turn.Time):0.00} by the clock, {Ratio(cycles, downloads, static turn => turn.Processor):0.00} by processor time"));
        return 0;
    }

    private static List<string> Load(SandboxServer server, int patients, int resources)
    {
        var ids = new List<string>();
        for (var patient = 0; patient < patients; patient++)
        {
            foreach (var resource in Samples.Patient(string.Create(CultureInfo.InvariantCulture, $"n{patient}-"), resources))
            {
                var stored = server.Store.Put(JsonNode.Parse(resource)!);
                if (stored.Type is "Patient")
                {
                    ids.Add(stored.Id);
                }
            }
        }

        return ids;
    }

    private static async Task CycleAsync(SandboxServer server)
    {
        var folder = Directory.CreateTempSubdirectory("her2-bench-");
        try
        {
            var settings = new BridgeSettings
            {
                Servers = new(StringComparer.Ordinal) { ["bench"] = new ServerSettings { BaseUrl = server.Base.AbsoluteUri } },
            };
            await using var runtime = await BridgeRuntime.OpenAsync(
                settings, Path.Combine(folder.FullName, "store.db"), TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
            var report = await runtime.Cycles[0].Cycle.RunAsync(new CycleRequest(Moment), CancellationToken.None);
            if (!report.IsComplete || report.Written.Sent > 0)
            {
                throw new InvalidOperationException("The cycle was incomplete or wrote a flag: the figures would not compare.");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Turn> MeasureAsync(SandboxServer server, Func<Task> work)
    {
        server.ClearRequests();
        var before = GC.GetTotalAllocatedBytes();
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await work();
        return new Turn(clock.Elapsed, Environment.CpuUsage.TotalTime - processor, server.Requests.Count, GC.GetTotalAllocatedBytes() - before);
    }

    private static double Median(List<Turn> turns, Func<Turn, TimeSpan> of) =>
        turns.Select(turn => of(turn).TotalMilliseconds).Order().ElementAt(turns.Count / 2);

    private static double Ratio(List<Turn> above, List<Turn> below, Func<Turn, TimeSpan> of) => Median(above, of) / Median(below, of);

    private static void Print(string what, List<Turn> turns) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-14} median {Median(turns, static t => t.Time):0} ms (processor {Median(turns, static t => t.Processor):0}, min {turns.Min(t => t.Time.TotalMilliseconds):0}, max {turns.Max(t => t.Time.TotalMilliseconds):0}), {turns[^1].Requests} requests, {turns[^1].Allocated / 1048576} MiB allocated by both sides"));

    private sealed record Turn(TimeSpan Time, TimeSpan Processor, int Requests, long Allocated);
}
