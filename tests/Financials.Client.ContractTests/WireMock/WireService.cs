using System.Text.Json.Nodes;
using Azure.Core;
using Financials.Client.ContractTests.Contract;

namespace Financials.Client.ContractTests.WireMock;

/// <summary>One test's own part of the shared server: all its addresses begin with a segment that no other test has.</summary>
internal sealed class WireService(IWireServer server)
{
    private readonly string _test = Guid.NewGuid().ToString("N");

    /// <summary>The address of a surface. It ends where <c>/companies</c> begins.</summary>
    public Uri BaseAddress(Surface surface) => new(server.Address, $"{_test}{surface.Address.AbsolutePath}");

    /// <summary>A client of a surface whose waits are short. Failed requests are not retried unless the test says so.</summary>
    public FinancialsClient Client(Surface surface, TokenCredential? credential = null, Action<ResilienceOptions>? set = null)
    {
        var options = new FinancialsClientOptions
        {
            Resilience = { MaxRetries = 0, BaseDelay = TimeSpan.FromMilliseconds(10), MaxDelay = TimeSpan.FromMilliseconds(10) },
        };
        set?.Invoke(options.Resilience);
        return new(surface.At(BaseAddress(surface)), credential ?? new StaticTokenCredential("token"), options);
    }

    /// <summary>Answers a request so, whenever it comes.</summary>
    public Task StubAsync(Stub stub) => AddAsync(stub, null);

    /// <summary>Answers these requests, each once and in this order. Any other order is an error.</summary>
    public async Task PlayAsync(params Stub[] sequence)
    {
        foreach (var (index, stub) in sequence.Index())
        {
            await AddAsync(stub, (index + 1, sequence.Length));
        }
    }

    /// <summary>The requests that the service received, oldest first.</summary>
    public Task<IReadOnlyList<JournalEntry>> JournalAsync() => server.JournalAsync($"/{_test}");

    /// <summary>
    /// What is wrong with the requests that the service received: no answer was prepared for it, the contract does not allow it,
    /// or it says more than the one that was prepared for.
    /// </summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync()
    {
        var journal = await JournalAsync();
        return [.. journal.SelectMany(Problems)];
    }

    public Task ForgetAsync() => server.ForgetAsync(_test, $"/{_test}");

    private async Task AddAsync(Stub stub, (int, int)? turn)
    {
        if (stub.Problems() is { Count: > 0 } problems)
        {
            throw new ArgumentException(
                $"The answer to {stub.Operation} is not as the contract says: {string.Join("; ", problems)}.", nameof(stub));
        }

        await server.AddAsync(stub.ToMapping(_test, server.Address, turn));
    }

    /// <summary>A request in the terms of the contract of its surface.</summary>
    public WireRequest ToRequest(JournalEntry entry) => entry.ToRequest(BaseAddress(SurfaceOf(entry)).AbsolutePath);

    private Surface SurfaceOf(JournalEntry entry) =>
        Surface.All.SingleOrDefault(surface => entry.Url.StartsWith($"{BaseAddress(surface).AbsolutePath}/", StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"{entry.Method} {entry.Url} is below no surface's address.");

    private IEnumerable<string> Problems(JournalEntry entry)
    {
        var request = ToRequest(entry);
        var unforeseen = entry.Mapping is { } mapping
            ? Unnamed(request, mapping["request"]!)
            : [$"WireMock had no answer to a request.{entry.Difference}"];
        string[] nameless = Guid.TryParse(request.Id, out _) ? [] : ["the request carries no client-request-id"];
        return unforeseen.Concat(nameless).Concat(SurfaceOf(entry).Check.Problems(request)).Select(problem => $"{entry.Method} {entry.Url}: {problem}");
    }

    /// <summary>WireMock compares what a mapping names and overlooks the rest; here the rest has to be nothing.</summary>
    private static IEnumerable<string> Unnamed(WireRequest request, JsonNode expected)
    {
        var headers = expected["headers"]!.AsObject().Select(header => header.Key);
        var options = expected["queryParameters"]?.AsObject().Select(option => option.Key) ?? [];
        return
        [
            .. request.MeaningfulHeaders.Except(headers, StringComparer.OrdinalIgnoreCase).Select(name => $"the header {name} was not expected"),
            .. request.Query.Keys.Except(options).Select(name => $"the option {name} was not expected"),
            .. request.Body.Length > 0 && expected["bodyPatterns"] is null ? (string[])["a body was not expected"] : [],
        ];
    }
}
