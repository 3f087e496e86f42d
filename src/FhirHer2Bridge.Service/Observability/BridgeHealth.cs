using System.Collections.Concurrent;
using FhirHer2Bridge.Service.Settings;

namespace FhirHer2Bridge.Service.Observability;

/// <summary>How the cycles fare: what health tells, and why the service stopped.</summary>
internal sealed class BridgeHealth(TimeProvider time, BridgeSettings settings)
{
    private readonly ConcurrentDictionary<string, Cycles> _cycles = new(StringComparer.Ordinal);
    private int _exitCode;

    public TimeProvider Time { get; } = time;

    public int ExitCode => _exitCode;

    /// <summary>Every server was read completely once, and none has been failing for more than three cycles.</summary>
    public bool IsReady => _cycles.Count == settings.Servers.Count
        && _cycles.Values.All(static cycles => cycles.LastComplete is not null && cycles.Failures < 3);

    /// <summary>Returns how many cycles in a row have failed.</summary>
    public int CycleEnded(string endpoint, bool failed, bool complete) => _cycles.AddOrUpdate(
        endpoint,
        _ => new Cycles(failed ? 1 : 0, complete ? Time.GetUtcNow() : null),
        (_, before) => new Cycles(failed ? before.Failures + 1 : 0, complete ? Time.GetUtcNow() : before.LastComplete)).Failures;

    /// <summary>The first reason to stop stays.</summary>
    public void Stop(int exitCode) => Interlocked.CompareExchange(ref _exitCode, exitCode, 0);

    /// <summary>For /health/ready: endpoint names and times, nothing about a patient.</summary>
    public IReadOnlyDictionary<string, object> Describe() => settings.Servers.Keys.Order(StringComparer.Ordinal).ToDictionary(
        static name => name,
        name => (object)(_cycles.TryGetValue(name, out var cycles)
            ? new { lastComplete = cycles.LastComplete, failures = cycles.Failures }
            : new { lastComplete = (DateTimeOffset?)null, failures = 0 }),
        StringComparer.Ordinal);

    private sealed record Cycles(int Failures, DateTimeOffset? LastComplete);
}
