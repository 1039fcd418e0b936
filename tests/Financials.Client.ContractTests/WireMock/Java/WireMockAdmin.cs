using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Financials.Client.ContractTests.WireMock.Java;

/// <summary>What the tests use of WireMock's admin API.</summary>
internal sealed class WireMockAdmin(Uri server) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(server, "__admin/") };

    public Uri Server => server;

    public void Dispose() => _http.Dispose();

    public async Task CheckHealthAsync()
    {
        using var health = await _http.GetAsync(new Uri("health", UriKind.Relative));
        health.EnsureSuccessStatusCode();
    }

    /// <summary>Adds a mapping, in WireMock's own format.</summary>
    public Task AddAsync(JsonNode mapping) => PostAsync("mappings", mapping);

    /// <summary>The requests below a path, oldest first, with what became of them.</summary>
    public async Task<IReadOnlyList<JournalEntry>> JournalAsync(string path)
    {
        var journal = await _http.GetFromJsonAsync<JsonObject>(new Uri("requests", UriKind.Relative));
        return
        [
            .. journal!["requests"]!.AsArray().Select(entry => Read(entry!))
                .Where(entry => entry.Url.StartsWith($"{path}/", StringComparison.Ordinal)).Reverse(),
        ];
    }

    /// <summary>Forgets the mappings of a test and the requests below its path.</summary>
    public async Task ForgetAsync(string test, string path)
    {
        await PostAsync("mappings/remove-by-metadata", new JsonObject
        {
            ["matchesJsonPath"] = new JsonObject { ["expression"] = "$.test", ["equalTo"] = test },
        });
        await PostAsync("requests/remove", new JsonObject { ["urlPattern"] = $"{Regex.Escape(path)}/.*" });
    }

    private static JournalEntry Read(JsonNode entry)
    {
        var request = entry["request"]!;
        return new(
            (string)request["method"]!,
            (string)request["url"]!,
            DateTimeOffset.FromUnixTimeMilliseconds((long)request["loggedDate"]!),
            request["headers"]!.AsObject().ToDictionary(header => header.Key, header => header.Value!.ToString(), StringComparer.OrdinalIgnoreCase),
            (string?)request["body"] ?? "")
        {
            // Where none matched, the journal names a mapping too: the one that responds with 404.
            Mapping = (bool)entry["wasMatched"]! ? entry["stubMapping"]!.AsObject() : null,
            Difference = entry["subEvents"]?.AsArray().Select(part => (string?)part!["data"]?["report"]).FirstOrDefault(report => report is not null),
        };
    }

    private async Task PostAsync(string command, JsonNode body)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(command, UriKind.Relative), body);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"WireMock refused '{command}': {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
