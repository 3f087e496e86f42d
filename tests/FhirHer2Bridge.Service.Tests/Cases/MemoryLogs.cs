using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FhirHer2Bridge.Service.Tests.Cases;

/// <summary>Keeps every log line of every level, with its scopes, values and exception.</summary>
internal sealed class MemoryLogs : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyCollection<string> Lines => _lines;

    public ILoggerFactory ToFactory() =>
        LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue($"scope {state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : string.Empty;
        _lines.Enqueue($"{eventId.Id} {formatter(state, exception)} {values} {exception}");
    }

    public void Dispose()
    {
        // Nothing is held but text, which the test reads last.
    }
}
