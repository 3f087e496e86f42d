using System.Diagnostics;
using FhirHer2Bridge.Sandbox;
using FhirHer2Bridge.Server.Tests.Kit;
using FhirHer2Bridge.Tests.Kit;
using Xunit.Abstractions;

namespace FhirHer2Bridge.Server.Tests.Sandbox;

/// <summary>The real process, ended by the system at any moment.</summary>
public sealed class KilledSyncTests(ITestOutputHelper output)
{
    private const int Moments = 50;
    private const string AsOf = "2021-07-08";

    private static readonly string ServiceDll = Path.Combine(AppContext.BaseDirectory, "fhirher2bridge.dll");

    private static readonly StoryCase[] Stories =
    [
        StoryCase.Load("0002-trastuzumab-after-negative-resection"),
        StoryCase.Load("0003-no-test-on-resection"),
        StoryCase.Load("0005-retracted-negative-result"),
    ];

    [Fact]
    public async Task Sync_KilledAtFiftySeededMoments_LeavesEachFlagOnceAndLosesNoFact()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var calm = await LoadedAsync();
        using var undisturbed = new Bridge(calm.Base);
        using var witness = new FhirClient(calm.Base);
        var watch = Stopwatch.StartNew();
        (await EndAsync(Start(undisturbed), TimeSpan.FromMinutes(2))).ShouldBe(0);
        var duration = watch.Elapsed;

        var expected = await SeenAsync(undisturbed, witness);
        var ended = 0;
        for (var moment = 0; moment < Moments; moment++)
        {
            var delay = duration * random.NextDouble();
            await using var server = await LoadedAsync();
            using var killed = new Bridge(server.Base);
            using var client = new FhirClient(server.Base);
            using var process = Start(killed);
            ended += await EndAsync(process, delay) is null ? 1 : 0;

            (await EndAsync(Start(killed), TimeSpan.FromMinutes(2))).ShouldBe(0);

            (await SeenAsync(killed, client)).ShouldBe(expected, $"seed {seed}, moment {moment}, killed after {delay}");
        }

        output.WriteLine($"{ended} of {Moments} killed before their end; an undisturbed run took {duration}");
        ended.ShouldBeGreaterThan(Moments / 4);
    }

    /// <summary>The flags on the server (a double shows as a second line) and every patient's line of the store.</summary>
    private static async Task<List<string?>> SeenAsync(Bridge bridge, FhirClient client)
    {
        var flags = await client.FlagsAsync();
        flags.ShouldNotBeEmpty();
        List<string?> seen = [.. flags.Select(static flag => flag.Said)];
        foreach (var story in Stories)
        {
            seen.Add(await bridge.LineAsync(story.Patient));
        }

        return seen;
    }

    private static async Task<SandboxServer> LoadedAsync()
    {
        var server = await SandboxServer.StartAsync(new SandboxOptions(), CancellationToken.None);
        foreach (var bundle in Stories.SelectMany(static story => story.Bundles))
        {
            server.Store.LoadBundle(bundle.ToUtf8());
        }

        return server;
    }

    private static Process Start(Bridge bridge)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        var server = bridge.Settings.Servers["hospital"].BaseUrl;
        foreach (var argument in (string[])[ServiceDll, "sync", "--server", server, "--store", bridge.Store, "--as-of", AsOf])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Its exit code; null where it had to be killed.</summary>
    private static async Task<int?> EndAsync(Process process, TimeSpan after)
    {
        using var limit = new CancellationTokenSource(after);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            return null;
        }
    }
}
