using Microsoft.Extensions.Logging;

namespace Financials.Client.Tests.Support;

/// <summary>One log entry as a logging provider gets it.</summary>
internal sealed record LogEntry(LogLevel Level, EventId Id, string Text, IReadOnlyList<KeyValuePair<string, object?>> Values);
