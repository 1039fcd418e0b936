using System.Text.Json.Nodes;
using Financials.Client.ContractTests.Contract;

namespace Financials.Client.ContractTests.WireMock;

/// <summary>A request that WireMock received, as its journal has it.</summary>
internal sealed class JournalEntry(JsonObject entry)
{
    private JsonObject Request => entry["request"]!.AsObject();

    /// <summary>The path and query, as they came over the wire.</summary>
    public string Url => (string)Request["url"]!;

    public string Method => (string)Request["method"]!;

    public DateTimeOffset ReceivedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)Request["loggedDate"]!);

    public bool WasMatched => (bool)entry["wasMatched"]!;

    /// <summary>The mapping that answered.</summary>
    public JsonObject Mapping => entry["stubMapping"]!.AsObject();

    /// <summary>WireMock's comparison of an unmatched request with the nearest mapping.</summary>
    public string? Difference => entry["subEvents"]?.AsArray().Select(part => (string?)part!["data"]?["report"]).FirstOrDefault(report => report is not null);

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
            Request["headers"]!.AsObject().ToDictionary(header => header.Key, header => header.Value!.ToString(), StringComparer.OrdinalIgnoreCase),
            (string?)Request["body"] ?? "");
    }
}
