using System.Net;
using System.Text.RegularExpressions;
using Financials.Client.Tests.Contract;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Operations;

/// <summary>Every operation of the public API sends the documented request and reads the documented answer.</summary>
public partial class OperationTests
{
    private static IEnumerable<Operation> All => [.. EntitySets.Operations, .. SingleOperations.Operations];

    private static IEnumerable<TestCaseData> Rows() => All.Select(row => new TestCaseData(row).SetArgDisplayNames(row.Name));

    [TestCaseSource(nameof(Rows))]
    public async Task Operation_Called_SendsItsRequestAndReadsItsAnswer(object row)
    {
        var expected = (Operation)row;
        using var transport = ScriptedTransport.Answering(expected.Answer, (HttpStatusCode)expected.Status);
        using var client = TestClients.Facade(transport);

        var result = await expected.Call(client);

        var request = transport.Requests.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ids.LineOf(request), Is.EqualTo(expected.Line));
            Assert.That(request.Headers["Authorization"], Is.EqualTo("Bearer token"));
            Assert.That(request.Headers["Accept"], Does.StartWith(expected.Accept));
            Assert.That(request.Headers.GetValueOrDefault("Content-Type"), Is.EqualTo(expected.Body is null ? null : "application/json"));
            Assert.That(request.Headers.GetValueOrDefault("If-Match"), Is.EqualTo(expected.IfMatch));
            Assert.That(request.Headers.GetValueOrDefault("Prefer"), Is.EqualTo(expected.Prefer));
            Assert.That(result, Is.EqualTo(expected.Result));
            if (expected.Body is null)
            {
                Assert.That(request.Body, Is.Empty);
            }
            else
            {
                JsonAssert.AreEqual(request.Body, expected.Body);
            }
        }
    }

    /// <summary>The table is complete: no operation of the contract lacks a row, and no row leaves the contract.</summary>
    [Test]
    public void Table_ComparedWithTheContract_HasEveryOperation() =>
        Assert.That(
            All.Select(row => AnyKey().Replace(row.Line.Split('?')[0].Replace(" /financials", " ", StringComparison.Ordinal), "{}")).Distinct(),
            Is.EquivalentTo(ContractDocument.Documented.Operations.Select(o => AnyKey().Replace(o.Line, "{}"))));

    [Test]
    public async Task CreateAndAssignCustomerAsync_Called_ReadsTheInvoiceCreatesTheCustomerAndUpdatesTheInvoice()
    {
        using var transport = new ScriptedTransport(request => ScriptedTransport.Json(Ids.Real(request.Target.AbsolutePath.EndsWith("/customers", StringComparison.Ordinal)
            ? """{"@odata.etag":"W/\"c\"","id":"{customer}","number":"10000","displayName":"Coho"}"""
            : """{"@odata.etag":"W/\"i\"","id":"{invoice}","customerNumber":"99999"}""")));
        using var client = TestClients.Facade(transport);

        var created = await client.Companies[Ids.Company].SalesInvoices[Ids.Invoice].CreateAndAssignCustomerAsync(new Customer { DisplayName = "Coho" });

        Assert.That(created, Is.EqualTo(FinancialsModelFactory.Customer(new() { Number = "10000", DisplayName = "Coho" }, Ids.Customer, "W/\"c\"")));
        Assert.That(transport.Requests.Select(Ids.LineOf), Is.EqualTo((string[])
        [
            "GET /financials/companies/{company}/salesInvoices/{invoice}",
            "POST /financials/companies/{company}/customers",
            "PATCH /financials/companies/{company}/salesInvoices/{invoice}",
        ]));
        Assert.That(transport.Requests[2].Headers["If-Match"], Is.EqualTo("W/\"i\""));
        JsonAssert.AreEqual(transport.Requests[1].Body, """{"displayName":"Coho"}""");
        JsonAssert.AreEqual(transport.Requests[2].Body, Ids.Real("""{"customerId":"{customer}","customerNumber":"10000"}"""));
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex AnyKey();
}
