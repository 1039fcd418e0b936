using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience;

/// <summary>
/// The connections' own handler repeats requests, too, where they have no content and nothing was answered. What changes
/// something must not be among them.
/// </summary>
[CancelAfter(20_000)]
public class TransportRetryTests
{
    private static readonly (string Name, Func<CompanyClient, CancellationToken, Task> Call)[] Calls =
    [
        ("POST action", (company, token) => company.SalesInvoices[Ids.Invoice].SendAsync(token)),
        ("DELETE", (company, token) => company.Customers.DeleteAsync(Ids.Customer, token)),
    ];

    private static IEnumerable<TestCaseData> Cases() => Calls.Select(call => new TestCaseData(call.Call).SetArgDisplayNames(call.Name));

    [TestCaseSource(nameof(Cases))]
    public async Task RequestWithoutContent_ConnectionEndsWithoutAnAnswer_IsSentOnce(
        Func<CompanyClient, CancellationToken, Task> call, CancellationToken guard)
    {
        await using var server = RawServer.Silent();
        using var client = new FinancialsClient(
            FinancialsService.Documented(server.Address, "scope"), new StaticTokenCredential("token"), new() { Resilience = { MaxRetries = 0 } });

        var error = await Assert.CatchAsync<FinancialsException>(() => call(client.Companies[Ids.Company], guard));

        Assert.That(server.Requests, Is.EqualTo(1));
        Assert.That(error!.Attempts, Is.EqualTo(1));
    }
}
