using System.Diagnostics;
using System.Text;

namespace FhirHer2Bridge.Server.Tests.Hapi;

/// <summary>One HAPI FHIR server as a child process, ended by its id. The script becomes Java, so that there is one process.</summary>
internal sealed class HapiServer : IAsyncDisposable
{
    private const string Ready = "READY ";
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(4);

    // Two servers would have neither the memory nor the processors.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    private readonly Process _process;

    private HapiServer(Process process, Uri server)
    {
        _process = process;
        Base = server;
    }

    /// <summary>The FHIR base with its trailing slash.</summary>
    public Uri Base { get; }

    /// <param name="variant">Environment of the start script ("HAPI_PAGE", "5").</param>
    public static async Task<HapiServer> StartAsync(params (string Name, string Value)[] variant)
    {
        await OneAtATime.WaitAsync();
        var start = new ProcessStartInfo(HapiFolder.StartScript, "0") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variant)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        try
        {
            return new HapiServer(process, await ReadyAsync(process));
        }
        catch
        {
            await EndAsync(process);
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await EndAsync(_process);

    private static async Task<Uri> ReadyAsync(Process process)
    {
        var ready = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new StringBuilder();
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return await ready.Task.WaitAsync(LongestStart);

        void Hear(string? line)
        {
            if (line?.StartsWith(Ready, StringComparison.Ordinal) == true)
            {
                ready.TrySetResult(new Uri(line[Ready.Length..].Trim() + "/"));
            }
            else if (line is not null)
            {
                lock (said)
                {
                    said.AppendLine(line);
                }
            }
            else if (process.HasExited)
            {
                lock (said)
                {
                    ready.TrySetException(new InvalidOperationException($"HAPI ended before it was ready: {said}"));
                }
            }
        }
    }

    private static async Task EndAsync(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
        OneAtATime.Release();
    }
}

/// <summary>The one HAPI with default manners that most tests share; patients of each test have their own prefix.</summary>
public sealed class SharedHapi : IAsyncLifetime
{
    private HapiServer? _server;

    internal Uri Base => _server!.Base;

    public async Task InitializeAsync()
    {
        if (HapiFolder.SkipReason is null)
        {
            _server = await HapiServer.StartAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
