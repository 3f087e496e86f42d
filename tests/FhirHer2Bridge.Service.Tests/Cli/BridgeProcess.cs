using System.Diagnostics;

namespace FhirHer2Bridge.Service.Tests.Cli;

/// <summary>The built executable, as a scheduler would start it.</summary>
internal sealed class BridgeProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;

    private BridgeProcess(Process process) => _process = process;

    /// <summary>Runs to the end in a folder of its own.</summary>
    public static Task<Ending> RunAsync(string folder, params string[] arguments) =>
        RunAsync(folder, new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    /// <inheritdoc cref="RunAsync(string, string[])"/>
    public static async Task<Ending> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var started = Start(folder, environment, arguments);
        using var limit = new CancellationTokenSource(Patience);
        var output = started._process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = started._process.StandardError.ReadToEndAsync(limit.Token);
        await started._process.WaitForExitAsync(limit.Token);
        return new Ending(started._process.ExitCode, await output, await errors);
    }

    public static BridgeProcess Start(string folder, params string[] arguments) =>
        Start(folder, new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    public async Task<string?> ReadLineAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await _process.StandardOutput.ReadLineAsync(limit.Token);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static BridgeProcess Start(string folder, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "fhirher2bridge.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new BridgeProcess(Process.Start(start)!);
    }
}

/// <summary>How a process ended.</summary>
internal sealed record Ending(int Code, string Output, string Errors);
