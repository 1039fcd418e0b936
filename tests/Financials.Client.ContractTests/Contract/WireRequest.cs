namespace Financials.Client.ContractTests.Contract;

/// <summary>A request as a server receives it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path from <c>/companies</c> on.</param>
/// <param name="Query">The options of the query, decoded.</param>
/// <param name="Headers">All headers, by name without regard to case.</param>
/// <param name="Body">The body as text; empty where there is none.</param>
internal sealed record WireRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers,
    string Body)
{
    /// <summary>The headers that say something to the service, not to the machinery in between.</summary>
    public IEnumerable<string> MeaningfulHeaders => Headers.Keys.Where(name => !Transport.Contains(name));

    // A body's length, the connection's address, and the trace that a running activity adds, are no part of any contract.
    private static readonly HashSet<string> Transport =
        new(["Host", "Connection", "Content-Length", "Transfer-Encoding", "Accept-Encoding", "traceparent"], StringComparer.OrdinalIgnoreCase);
}
