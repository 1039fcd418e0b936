using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Errors;

/// <summary>What a person reads who has no network, or an address with a mistake in it.</summary>
public class NoNetworkTests
{
    private static readonly (string Name, Func<CompanyClient, Task> Call, string Request)[] Calls =
    [
        ("read", company => company.Customers.ToListAsync(), "GET /v2.0/contoso.com/production/api/v2.0/companies({company})/customers"),
        ("create", company => company.Customers.CreateAsync(new Customer { Number = "1", DisplayName = "Coho" }), "POST /v2.0/contoso.com/production/api/v2.0/companies({company})/customers"),
        ("find a journal", company => company.PaymentJournals.GetByCodeAsync("BANK"), "GET /v2.0/contoso.com/production/api/v2.0/companies({company})/customerPaymentJournals"),
        ("post a journal", company => company.PaymentJournals[Ids.Journal].PostAsync(), "GET /v2.0/contoso.com/production/api/v2.0/companies({company})/customerPaymentJournals({journal})/customerPayments"),
        ("post an invoice", company => company.SalesInvoices[Ids.Invoice].PostAsync(), "POST /v2.0/contoso.com/production/api/v2.0/companies({company})/salesInvoices({invoice})/Microsoft.NAV.post"),
    ];

    private static IEnumerable<TestCaseData> Cases() => Calls.Select(c => new TestCaseData(c.Call, c.Request).SetArgDisplayNames(c.Name));

    [TestCaseSource(nameof(Cases))]
    public async Task Call_WithoutANetwork_SaysWhatCannotBeReachedAndWhatToCheck(Func<CompanyClient, Task> call, string request)
    {
        using var transport = new ScriptedTransport(_ => throw new HttpRequestException(HttpRequestError.NameResolutionError, "No such host is known."));
        using var client = new FinancialsClient(FinancialsService.BusinessCentral("contoso.com"), new StaticTokenCredential("token"), TestClients.Once(transport));

        var error = await Assert.ThrowsAsync<FinancialsUnavailableException>(() => call(client.Companies[Ids.Company]));

        Assert.That(error.Message, Is.EqualTo(
            "https://api.businesscentral.dynamics.com could not be reached (its name could not be resolved). Check the service's address, the network and the proxy. " +
            $"[{Ids.Real(request)}]"));
    }
}
