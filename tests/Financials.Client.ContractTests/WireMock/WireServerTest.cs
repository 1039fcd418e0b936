using System.Text.Json.Nodes;

namespace Financials.Client.ContractTests.WireMock;

/// <summary>A test of the server itself, which has to be as strict in each lane as in the other.</summary>
public abstract class WireServerTest
{
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly SocketsHttpHandler _connections = new();
    private readonly HttpClient _http;

    protected WireServerTest() => _http = new(_connections);

    /// <summary>The first segment of the addresses of this test.</summary>
    protected string Test { get; } = Guid.NewGuid().ToString("N");

    internal IWireServer Server { get; } = SharedServer.WireMock;

    [TearDown]
    public async Task Forget()
    {
        _http.Dispose();
        _connections.Dispose();
        await Server.ForgetAsync(Test, $"/{Test}");
    }

    /// <summary>Adds a mapping.</summary>
    /// <param name="request">The members of its request, with paths below the test's own.</param>
    /// <param name="response">The members of its response.</param>
    /// <param name="members">More members of the mapping.</param>
    internal Task AddAsync(string request, string response = "\"status\":200", params IEnumerable<(string Name, string Value)> members)
    {
        var own = request.Replace("\":\"/", $"\":\"/{Test}/", StringComparison.Ordinal);
        var mapping = JsonNode.Parse("{\"metadata\":{\"test\":\"" + Test + "\"},\"request\":{" + own + "},\"response\":{" + response + "}}")!;
        foreach (var (name, value) in members)
        {
            mapping[name] = value;
        }

        return Server.AddAsync(mapping);
    }

    /// <summary>The members of one request of a sequence.</summary>
    internal (string Name, string Value)[] In(string state, string next) =>
        [("scenarioName", Test), ("requiredScenarioState", state), ("newScenarioState", next)];

    /// <summary>Sends a request to an address below the test's own, exactly as it is given.</summary>
    protected async Task<HttpResponseMessage> SendAsync(
        string method,
        string address,
        byte[]? body = null,
        CancellationToken cancellation = default,
        params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(new(method), new Uri($"{Server.Address}{Test}/{address}", AsItIs));
        request.Content = body is null ? null : new ByteArrayContent(body);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request, cancellation);
    }

    protected async Task<int> StatusAsync(string method, string address)
    {
        using var response = await SendAsync(method, address);
        return (int)response.StatusCode;
    }

    internal Task<IReadOnlyList<JournalEntry>> JournalAsync() => Server.JournalAsync($"/{Test}");
}
