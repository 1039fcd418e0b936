using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Financials.Client.Tests.Support;

/// <summary>Loggers that keep every entry of every level.</summary>
internal sealed class RecordingLoggers : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();

    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Enqueue(new(
            logLevel,
            eventId,
            formatter(state, exception),
            [.. state as IEnumerable<KeyValuePair<string, object?>> ?? [], new("exception", exception?.ToString())]));

    public void Dispose()
    {
    }
}
