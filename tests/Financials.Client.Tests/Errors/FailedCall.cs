using System.Net;
using System.Text;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Errors;

/// <summary>A call that fails, with its answer.</summary>
/// <param name="Name">The name of its approved text.</param>
/// <param name="Call">The call.</param>
/// <param name="Status">The status of the response.</param>
/// <param name="Body">The body of the response.</param>
internal sealed record FailedCall(string Name, Func<CompanyClient, Task> Call, int Status, string Body)
{
    public string ContentType { get; init; } = "application/json";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>What is thrown instead of an answer; null where there is one.</summary>
    public Exception? Breakdown { get; init; }

    /// <summary>What a look-up that the call makes finds; null where it is answered like everything else.</summary>
    public string? LookUp { get; init; }

    public string Token { get; init; } = "token";

    /// <summary>A create of a customer that fails with this answer.</summary>
    public static FailedCall Create(string name, int status, string body) =>
        new(name, company => company.Customers.CreateAsync(new Customer { Number = "10000", DisplayName = "Coho Winery" }), status, body);

    /// <summary>A read of a customer that fails with this answer.</summary>
    public static FailedCall Read(string name, int status, string body) =>
        new(name, company => company.Customers.GetAsync(Ids.Customer), status, body);

    /// <summary>Runs the call and gives its exception.</summary>
    public async Task<FinancialsException> FailAsync()
    {
        using var transport = new ScriptedTransport(request => Breakdown is not null ? throw Breakdown
            : request.Method == "GET" && LookUp is not null ? ScriptedTransport.Json(LookUp)
            : Answer());
        using var client = new FinancialsClient(TestClients.Service, new StaticTokenCredential(Token), TestClients.Once(transport));
        return await Assert.CatchAsync<FinancialsException>(() => Call(client.Companies[Ids.Company]))
            ?? throw new AssertionException("The call did not fail.");
    }

    private HttpResponseMessage Answer()
    {
        var response = new HttpResponseMessage((HttpStatusCode)Status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body)) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        foreach (var (name, value) in Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
