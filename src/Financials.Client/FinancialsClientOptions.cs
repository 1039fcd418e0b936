using Microsoft.Extensions.Logging;

namespace Financials.Client;

/// <summary>How a <see cref="FinancialsClient"/> works. Read once, when the client is made.</summary>
public sealed class FinancialsClientOptions
{
    /// <summary>
    /// What sends the requests in the end. Default: null, for connections of the client's own that are renewed every five
    /// minutes, so that changes in DNS are seen. One that you give is yours: the client does not dispose it.
    /// </summary>
    public HttpMessageHandler? Transport { get; set; }

    /// <summary>How requests are repeated, limited and given up.</summary>
    public ResilienceOptions Resilience { get; set; } = new();

    /// <summary>The clock for timeouts, waits and tokens. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Where log entries go, under the category <see cref="FinancialsTelemetry.LogCategory"/>. Default: null, for nowhere.
    /// Spans and metrics need no setting: listen to the names of <see cref="FinancialsTelemetry"/>.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Throws, naming every setting that cannot work.</summary>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Resilience);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        string[] problems = [.. Resilience.Problems().Select(problem => $"{nameof(Resilience)}.{problem}")];
        if (problems.Length > 0)
        {
            throw new ArgumentException($"The options cannot work: {string.Join("; ", problems)}.");
        }
    }
}
