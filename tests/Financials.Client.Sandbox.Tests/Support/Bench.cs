using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Tests.Support;

/// <summary>A sandbox with a client that repeats at once, and the raw HTTP beside it.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly HttpClient _http;

    private Bench(FinancialsSandbox sandbox, HttpMessageHandler? transport)
    {
        Sandbox = sandbox;
        Client = sandbox.CreateClient(new FinancialsClientOptions
        {
            Transport = transport,
            Resilience = { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(10) },
        });
        _http = new HttpClient();
        _http.DefaultRequestHeaders.Authorization = new("Bearer", sandbox.Token);
    }

    public FinancialsSandbox Sandbox { get; }

    public FinancialsClient Client { get; }

    /// <summary>The first company.</summary>
    public CompanyClient Company => Client.Companies[Sandbox.Company.Id];

    /// <summary>The default journal's payments.</summary>
    public JournalPaymentsClient Payments => Company.PaymentJournals[JournalId].Payments;

    public Guid JournalId => Sandbox.Company.DefaultJournal.Id!.Value;

    public static async Task<Bench> StartAsync(SandboxOptions? options = null, HttpMessageHandler? transport = null) =>
        new(await FinancialsSandbox.StartAsync(options), transport);

    /// <summary>Sends a request as it stands.</summary>
    /// <param name="line">Method and path behind the first company, such as <c>POST /customers</c>.</param>
    /// <param name="json">The body; null for none.</param>
    /// <param name="headers">Further headers.</param>
    public Task<RawAnswer> SendAsync(string line, string? json = null, params (string Name, string Value)[] headers) =>
        SendToAsync($"{line.Split(' ', 2)[0]} /companies/{Sandbox.Company.Id}{line.Split(' ', 2)[1]}", json, headers);

    /// <summary>Sends a request to a path behind the service's address.</summary>
    public Task<RawAnswer> SendToAsync(string line, string? json = null, params (string Name, string Value)[] headers) =>
        SendToAsync(Sandbox.BaseAddress, line, json, headers);

    /// <summary>Sends a request to an address and a path behind it.</summary>
    public async Task<RawAnswer> SendToAsync(Uri address, string line, string? json = null, params (string Name, string Value)[] headers)
    {
        var parts = line.Split(' ', 2);
        using var request = new HttpRequestMessage(new HttpMethod(parts[0]), address + parts[1]);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new((int)response.StatusCode, text, response.Headers.Location, response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>Creates an entity and gives what was answered.</summary>
    public async Task<JsonObject> CreateAsync(string path, string json)
    {
        var answer = await SendAsync($"POST {path}", json);
        Assert.That(answer.Status, Is.EqualTo(201), answer.Text);
        return answer.Json;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        Client.Dispose();
        await Sandbox.DisposeAsync();
    }
}
