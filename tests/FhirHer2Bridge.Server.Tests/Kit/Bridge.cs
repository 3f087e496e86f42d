using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Service.Store;
using FhirHer2Bridge.Service.Write;
using Microsoft.Extensions.Logging.Abstractions;

namespace FhirHer2Bridge.Server.Tests.Kit;

/// <summary>One bridge with its own store folder: every sync opens it anew, as the verb does.</summary>
internal sealed class Bridge : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("her2-server-tests-");
    private readonly Uri _server;

    public Bridge(Uri server) => _server = server;

    public string Store => Path.Combine(_folder.FullName, "bridge.db");

    public int PageSize { get; init; } = 200;

    public int MaxResponseMebibytes { get; init; } = new ServerSettings().MaxResponseMebibytes;

    public TimeSpan Overlap { get; init; } = new PullSettings().Overlap;

    /// <summary>Terminology overlay (JSON); null for none.</summary>
    public string? Overlay { get; init; }

    /// <summary>Its clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The bearer token to send; null for none.</summary>
    public string? Token { get; init; }

    public BridgeSettings Settings => new()
    {
        Servers = new(StringComparer.Ordinal)
        {
            ["hospital"] = new ServerSettings
            {
                BaseUrl = _server.AbsoluteUri,
                Retries = 1,
                RetryDelay = TimeSpan.FromMilliseconds(100),
                MaxResponseMebibytes = MaxResponseMebibytes,
                BearerTokenFile = Token is null ? null : Write("token", Token),
            },
        },
        Pull = new PullSettings { PageSize = PageSize, Overlap = Overlap },
        Write = new WriteSettings { VerifyDelay = TimeSpan.Zero },
        Store = new StoreSettings { File = Store },
        Clinical = new ClinicalSettings { Overlay = Overlay is null ? null : Write("overlay.json", Overlay) },
    };

    public Task<CycleReport> SyncAsync(string asOf) => SyncAsync(asOf, Time, stopReadingAt: null);

    public async Task<CycleReport> SyncAsync(string asOf, TimeProvider time, DateTimeOffset? stopReadingAt)
    {
        await using var runtime = await BridgeRuntime.OpenAsync(
            Settings, Store, time, NullLoggerFactory.Instance, CancellationToken.None);
        var request = new CycleRequest(AsOf.Parse(asOf, TimeZoneInfo.Utc).ShouldNotBeNull()) { StopReadingAt = stopReadingAt };
        return await runtime.Cycles.Single().Cycle.RunAsync(request, CancellationToken.None);
    }

    public Task<CycleReport> SyncAsync(DateOnly asOf) => SyncAsync($"{asOf:yyyy-MM-dd}");

    /// <summary>A complete cycle, or the test fails with its reasons.</summary>
    public async Task<CycleReport> SyncWholeAsync(DateOnly asOf)
    {
        var report = await SyncAsync(asOf);
        report.Incomplete().ShouldBeEmpty();
        return report;
    }

    /// <summary>The line of the last assessment; null for a patient the store does not know.</summary>
    public async Task<string?> LineAsync(string patient)
    {
        await using var store = await SqliteBridgeStore.OpenReadOnlyAsync(Store, CancellationToken.None);
        var endpoint = (await store.ReadEndpointsAsync(CancellationToken.None)).Single();
        var memory = await store.ReadPatientAsync(endpoint, new PatientKey(patient["Patient/".Length..]), CancellationToken.None);
        return memory?.LastAssessmentJson;
    }

    /// <summary>Store and key are gone, as after a disk failure without a backup.</summary>
    public void Lose()
    {
        foreach (var file in _folder.GetFiles("bridge.db*"))
        {
            file.Delete();
        }
    }

    /// <summary>The same secret as another bridge has.</summary>
    public void ShareSecretOf(Bridge other) => File.Copy(other.Store + ".key", Store + ".key");

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}
