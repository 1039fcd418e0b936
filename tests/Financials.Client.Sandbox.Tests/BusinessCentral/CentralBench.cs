using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Tests.Support;

namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>A sandbox and the raw HTTP of Business Central's API v2.0.</summary>
internal sealed class CentralBench : IAsyncDisposable
{
    private CentralBench(Bench documented) => Documented = documented;

    /// <summary>The same sandbox on the documented surface.</summary>
    public Bench Documented { get; }

    public FinancialsSandbox Sandbox => Documented.Sandbox;

    public SandboxCompany Company => Sandbox.Company;

    /// <summary>The path of the default journal's payments.</summary>
    public string Payments => $"/customerPaymentJournals({Documented.JournalId})/customerPayments";

    public static async Task<CentralBench> StartAsync(SandboxOptions? options = null) => new(await Bench.StartAsync(options));

    /// <summary>Sends a request as it stands.</summary>
    /// <param name="line">Method and path behind the first company, such as <c>POST /customers</c>.</param>
    /// <param name="json">The body; null for none.</param>
    /// <param name="headers">Further headers.</param>
    public Task<RawAnswer> SendAsync(string line, string? json = null, params (string Name, string Value)[] headers) =>
        SendToAsync($"{line.Split(' ', 2)[0]} /companies({Company.Id}){line.Split(' ', 2)[1]}", json, headers);

    /// <summary>Sends a request to a path behind the surface's address.</summary>
    public Task<RawAnswer> SendToAsync(string line, string? json = null, params (string Name, string Value)[] headers) =>
        Documented.SendToAsync(Sandbox.BusinessCentralAddress, line, json, headers);

    public async Task<JsonObject> CreateAsync(string path, string json)
    {
        var answer = await SendAsync($"POST {path}", json);
        Assert.That(answer.Status, Is.EqualTo(201), answer.Text);
        return answer.Json;
    }

    public async Task<JsonObject> GetAsync(string path)
    {
        var answer = await SendAsync($"GET {path}");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        return answer.Json;
    }

    /// <summary>Changes the version that was read.</summary>
    public async Task<JsonObject> UpdateAsync(string path, JsonObject read, string json)
    {
        var answer = await SendAsync($"PATCH {path}", json, ("If-Match", $"{read["@odata.etag"]}"));
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        return answer.Json;
    }

    /// <summary>A member of each entity of a list, with spaces between.</summary>
    public async Task<string> ListAsync(string path, string member) =>
        string.Join(' ', (await GetAsync(path))["value"]!.AsArray().Select(entity => $"{entity![member]}"));

    public ValueTask DisposeAsync() => Documented.DisposeAsync();
}
