using System.Text.Json.Nodes;
using Financials.Client.ContractTests.Contract;

namespace Financials.Client.ContractTests.WireMock;

/// <summary>A request that the server received, as its journal has it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">The path and query, as they came over the wire.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Headers">Its headers, by name without regard to case.</param>
/// <param name="Body">Its body as text; empty where there is none.</param>
internal sealed record JournalEntry(
    string Method, string Url, DateTimeOffset ReceivedAt, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The mapping that responded; null where none matched.</summary>
    public JsonObject? Mapping { get; init; }

    /// <summary>The server's comparison of an unmatched request with the nearest mapping.</summary>
    public string? Difference { get; init; }

    /// <summary>The request in the terms of the contract.</summary>
    /// <param name="basePath">The path that ends where <c>/companies</c> begins.</param>
    public WireRequest ToRequest(string basePath)
    {
        var parts = Url.Split('?', 2);
        var options = parts is [_, { Length: > 0 } query] ? query.Split('&').Select(option => option.Split('=', 2)) : [];
        return new(
            Method,
            parts[0][basePath.Length..],
            options.ToDictionary(option => Uri.UnescapeDataString(option[0]), option => Uri.UnescapeDataString(option.ElementAtOrDefault(1) ?? "")),
            Headers,
            Body);
    }
}
