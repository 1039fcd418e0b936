using System.Net;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Operations;

/// <summary>Creating the customer of an invoice in calls that every service has.</summary>
public class CreateAndAssignCustomerTests
{
    [Test]
    public async Task CreateAndAssignCustomerAsync_CustomerWithoutAName_SendsNothing()
    {
        using var transport = ScriptedTransport.Echo();
        using var client = TestClients.Facade(transport);
        var invoice = client.Companies[Ids.Company].SalesInvoices[Ids.Invoice];

        await Assert.ThrowsAsync<ArgumentException>(() => invoice.CreateAndAssignCustomerAsync(new Customer { Number = "1" }));
        await Assert.ThrowsAsync<ArgumentNullException>(() => invoice.CreateAndAssignCustomerAsync(null!));

        Assert.That(transport.Requests, Is.Empty);
    }

    [TestCase("GET", 404, 1)]
    [TestCase("POST", 400, 2)]
    [TestCase("PATCH", 400, 3)]
    public async Task CreateAndAssignCustomerAsync_OneCallFails_SendsNoFurtherOne(string failing, int status, int sent)
    {
        using var transport = new ScriptedTransport(request => request.Method == failing
            ? ScriptedTransport.Json("", (HttpStatusCode)status)
            : Stored(request));
        using var client = TestClients.Facade(transport);

        var error = await Assert.CatchAsync<FinancialsException>(
            () => client.Companies[Ids.Company].SalesInvoices[Ids.Invoice].CreateAndAssignCustomerAsync(new Customer { DisplayName = "Coho" }));

        Assert.That(transport.Requests, Has.Count.EqualTo(sent));
        Assert.That(error!.Message, Does.Contain($"[{failing} "));
    }

    [Test]
    public async Task CreateAndAssignCustomerAsync_InvoiceNotUpdated_NamesTheCustomerThatNowExists()
    {
        using var transport = new ScriptedTransport(request => request.Method == "PATCH"
            ? ScriptedTransport.Json("""{"error":{"code":"Request_EntityChanged","message":"Changed."}}""", HttpStatusCode.Conflict)
            : Stored(request));
        using var client = TestClients.Facade(transport);

        var error = await Assert.CatchAsync<FinancialsException>(
            () => client.Companies[Ids.Company].SalesInvoices[Ids.Invoice].CreateAndAssignCustomerAsync(new Customer { DisplayName = "Coho" }));

        Assert.That(error!.Message, Does.Contain(Ids.Customer.ToString()));
    }

    private static HttpResponseMessage Stored(RecordedRequest request) => ScriptedTransport.Json(Ids.Real(request.Method == "POST"
        ? """{"@odata.etag":"W/\"c\"","id":"{customer}","number":"10000"}"""
        : """{"@odata.etag":"W/\"i\"","id":"{invoice}","customerNumber":"99999"}"""));
}
