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
    /// <summary>What moves a request, and what finds it again in logs and traces, is no part of any contract.</summary>
    private static readonly HashSet<string> Machinery = new(
        ["Host", "Connection", "Content-Length", "Transfer-Encoding", "Accept-Encoding", "client-request-id", "traceparent", "User-Agent"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The headers that say what the service shall do.</summary>
    public IEnumerable<string> MeaningfulHeaders => Headers.Keys.Where(name => !Machinery.Contains(name));

    /// <summary>The id by which the service's telemetry knows the request.</summary>
    public string? Id => Headers.GetValueOrDefault("client-request-id");
}
