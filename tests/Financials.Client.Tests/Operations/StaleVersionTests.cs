using System.Net;
using Financials.Client.Tests.Support;
using Make = Financials.Client.FinancialsModelFactory;

namespace Financials.Client.Tests.Operations;

/// <summary>Where somebody else was faster, the error brings the present state along.</summary>
public class StaleVersionTests
{
    private const string Changed = """{"error":{"code":"Request_EntityChanged","message":"Another user has already changed the record."}}""";

    private static readonly Customer Coho = Make.Customer(new() { DisplayName = "Coho", Email = "a@coho.example" }, Ids.Customer, "W/\"old\"");
    private static readonly string PresentJson = Ids.Real("""{"@odata.etag":"W/\"new\"","id":"{customer}","displayName":"Coho","email":"b@coho.example"}""");

    private static readonly (string Name, Func<CompanyClient, Task> Call, string Reads)[] Calls =
    [
        ("UpdateAsync", company => company.Customers.UpdateAsync(Coho with { Email = null }), "customers/{customer}"),
        ("DeleteAsync", company => company.Customers.DeleteAsync(Coho), "customers/{customer}"),
        ("Customer.UpdateAsync", company => company.SalesInvoices[Ids.Invoice].Customer.UpdateAsync(Coho with { Email = null }), "salesInvoices/{invoice}/customer"),
        ("Customer.DeleteAsync", company => company.SalesInvoices[Ids.Invoice].Customer.DeleteAsync(Coho), "salesInvoices/{invoice}/customer"),
    ];

    private static IEnumerable<TestCaseData> Refusals() =>
        from call in Calls
        from refusal in ((int Status, string Body)[])[(409, Changed), (412, ""), (412, Changed)]
        select new TestCaseData(call.Call, call.Reads, refusal.Status, refusal.Body).SetArgDisplayNames(call.Name, $"{refusal.Status}{(refusal.Body is "" ? " without a body" : "")}");

    [TestCaseSource(nameof(Refusals))]
    public async Task Change_OfAStaleEntity_BringsThePresentOneByOneRead(Func<CompanyClient, Task> change, string reads, int status, string body)
    {
        using var transport = new ScriptedTransport(request => request.Method == "GET"
            ? ScriptedTransport.Json(PresentJson)
            : ScriptedTransport.Json(body, (HttpStatusCode)status));
        using var client = TestClients.Facade(transport);

        var error = await Assert.ThrowsAsync<FinancialsStaleException>(() => change(client.Companies[Ids.Company]));

        Assert.That(error.Current, Is.EqualTo(Make.Customer(new() { DisplayName = "Coho", Email = "b@coho.example" }, Ids.Customer, "W/\"new\"")));
        Assert.That(error.Status, Is.EqualTo(status));
        Assert.That(transport.Requests.Skip(1).Select(Ids.LineOf), Is.EqualTo((string[])[$"GET /financials/companies/{{company}}/{reads}"]));
    }

    [Test]
    public async Task Current_WithTheChangeAppliedToIt_CanBeUpdated()
    {
        var patches = 0;
        using var transport = new ScriptedTransport(request => request.Method == "PATCH" && ++patches == 1
            ? ScriptedTransport.Json(Changed, HttpStatusCode.Conflict)
            : ScriptedTransport.Json(PresentJson));
        using var client = TestClients.Facade(transport);
        var customers = client.Companies[Ids.Company].Customers;

        var error = await Assert.ThrowsAsync<FinancialsStaleException>(() => customers.UpdateAsync(Coho with { Email = "c@coho.example" }));
        await customers.UpdateAsync((Customer)error.Current! with { Email = "c@coho.example" });

        Assert.That(transport.Requests[^1].Headers["If-Match"], Is.EqualTo("W/\"new\""));
        JsonAssert.AreEqual(transport.Requests[^1].Body, """{"email":"c@coho.example"}""");
    }

    [TestCase(404, "")]
    [TestCase(500, "<html>")]
    [TestCase(200, "{")]
    [TestCase(204, "")]
    public async Task Current_ThatCannotBeRead_IsNull(int status, string body)
    {
        using var transport = new ScriptedTransport(request => request.Method == "GET"
            ? ScriptedTransport.Json(body, (HttpStatusCode)status)
            : ScriptedTransport.Json(Changed, HttpStatusCode.Conflict));
        using var client = TestClients.Facade(transport);

        var error = await Assert.ThrowsAsync<FinancialsStaleException>(
            () => client.Companies[Ids.Company].Customers.UpdateAsync(Coho with { Email = null }));

        Assert.That(error.Current, Is.Null);
        Assert.That(error.Code, Is.EqualTo("Request_EntityChanged"));
        Assert.That(transport.Requests.Count(r => r.Method == "GET"), Is.EqualTo(1));
    }

    [Test]
    public async Task DeleteAsync_ById_ReadsNothingFirst()
    {
        using var transport = ScriptedTransport.Answering("", HttpStatusCode.NoContent);
        using var client = TestClients.Facade(transport);

        await client.Companies[Ids.Company].Customers.DeleteAsync(Ids.Customer);

        Assert.That(transport.Requests.Select(r => r.Method), Is.EqualTo((string[])["DELETE"]));
    }
}
