using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>Sales invoices on Business Central's API v2.0.</summary>
[TestFixture]
public sealed class InvoiceTests
{
    private static readonly string[] Members =
    [
        "id", "number", "externalDocumentNumber", "invoiceDate", "dueDate", "postingDate", "promisedPayDate", "customerPurchaseOrderReference", "customerId",
        "customerNumber", "customerName", "billToName", "billToCustomerId", "billToCustomerNumber", "shipToName", "shipToContact",
        "sellToAddressLine1", "sellToAddressLine2", "sellToCity", "sellToState", "sellToCountry", "sellToPostCode",
        "billToAddressLine1", "billToAddressLine2", "billToCity", "billToState", "billToCountry", "billToPostCode",
        "shipToAddressLine1", "shipToAddressLine2", "shipToCity", "shipToState", "shipToCountry", "shipToPostCode",
        "currencyId", "currencyCode", "shortcutDimension1Code", "shortcutDimension2Code", "orderId", "orderNumber", "paymentTermsId", "shipmentMethodId", "salesperson",
        "disputeStatusId", "disputeStatus", "pricesIncludeTax", "remainingAmount", "discountAmount", "discountAppliedBeforeTax", "totalAmountExcludingTax",
        "totalTaxAmount", "totalAmountIncludingTax", "status", "lastModifiedDateTime", "phoneNumber", "email",
    ];

    private CentralBench _bench = null!;

    [SetUp]
    public async Task Start() => _bench = await CentralBench.StartAsync(new() { PageSize = 4 });

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task Invoice_CreatedForACustomer_HasTheMembersOfTheSurface()
    {
        var created = await _bench.CreateAsync("/salesInvoices", """{"customerNumber":"21000","invoiceDate":"2026-01-31","shortcutDimension1Code":"sales"}""");
        var read = await _bench.GetAsync($"/salesInvoices({created["id"]})");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(JsonNode.DeepEquals(read, created), $"{read}");
            Assert.That(read.Select(member => member.Key).Where(name => !name.StartsWith('@')), Is.EquivalentTo(Members));
            Assert.That($"{read["status"]} {read["invoiceDate"]} {read["postingDate"]} {read["promisedPayDate"]}", Is.EqualTo("Draft 2026-01-31 2026-01-31 0001-01-01"));
            Assert.That($"{read["sellToAddressLine1"]}|{read["sellToAddressLine2"]}|{read["billToCity"]}|{read["shipToPostCode"]}", Is.EqualTo("24 Summit Drive|Building C|Denver|80202"));
            Assert.That($"{read["shortcutDimension1Code"]}", Is.EqualTo("SALES"));
        }
    }

    [Test]
    public async Task Invoices_Queried_AreFoundByTheNamesOfTheSurface()
    {
        var page = await _bench.GetAsync("/salesInvoices?$filter=status eq 'Open' and billToCity eq 'Miami'&$orderby=totalAmountIncludingTax desc&$select=number,remainingAmount,totalAmountIncludingTax&$expand=customer($select=city),paymentTerm");
        var invoices = page["value"]!.AsArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(invoices, Has.Count.EqualTo(2));
            Assert.That(invoices.Select(invoice => $"{invoice!["customer"]!["city"]}"), Is.All.EqualTo("Miami"));
            Assert.That(invoices.Select(invoice => $"{invoice!["remainingAmount"]}"), Is.EqualTo(invoices.Select(invoice => $"{invoice!["totalAmountIncludingTax"]}")));
            Assert.That((await _bench.GetAsync("/salesInvoices?$filter=status eq 'Paid'&$count=true"))["@odata.count"]!.GetValue<int>(), Is.EqualTo(6));
            Assert.That(await _bench.ListAsync("/salesInvoices?$filter=status eq 'Paid'", "remainingAmount"), Is.EqualTo("0 0 0 0"));
            Assert.That((await _bench.GetAsync("/salesInvoices"))["@odata.nextLink"], Is.Not.Null);
        }
    }

    [Test]
    public async Task Invoice_Updated_KeepsTheOtherPartsOfItsAddresses()
    {
        var created = await _bench.CreateAsync("/salesInvoices", """{"customerNumber":"21000"}""");
        var changed = await _bench.UpdateAsync(
            $"/salesInvoices({created["id"]})", created, """{"shipToCity":"Boulder","salesperson":"JS"}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{changed["shipToAddressLine1"]}|{changed["shipToAddressLine2"]}|{changed["shipToCity"]}", Is.EqualTo("24 Summit Drive|Building C|Boulder"));
            Assert.That($"{changed["sellToCity"]} {changed["salesperson"]}", Is.EqualTo("Denver JS"));
        }
    }

    [Test]
    public async Task PromiseAndDispute_OfAnInvoice_AreWrittenWhenItIsPosted()
    {
        var draft = await _bench.CreateAsync("/salesInvoices", """{"customerNumber":"21000"}""");
        var early = await _bench.SendAsync($"PATCH /salesInvoices({draft["id"]})", """{"promisedPayDate":"2026-03-01"}""", ("If-Match", "*"));
        var posted = $"/salesInvoices({_bench.Company.SalesInvoices[0].Id})";
        var changed = await _bench.UpdateAsync(posted, await _bench.GetAsync(posted), """{"promisedPayDate":"2026-03-01","disputeStatus":"open"}""");
        var other = await _bench.SendAsync($"PATCH {posted}", """{"dueDate":"2026-03-01"}""", ("If-Match", "*"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(early.Code, Is.EqualTo("Application_FieldValidationException"));
            Assert.That($"{changed["promisedPayDate"]} {changed["disputeStatus"]}", Is.EqualTo("2026-03-01 OPEN"));
            Assert.That(other.Message, Is.EqualTo("The invoice has been posted and can no longer be modified."));
        }
    }

    [TestCase("Microsoft.NAV.post", "Open")]
    [TestCase("Microsoft.NAV.Post", "Open")]
    [TestCase("Microsoft.NAV.postAndSend", "Open")]
    [TestCase("Microsoft.NAV.send", "Draft")]
    public async Task Action_OnADraft_IsDone(string action, string status)
    {
        var created = await _bench.CreateAsync("/salesInvoices", """{"customerNumber":"21000","salesInvoiceLines":[{"lineType":"Account","lineObjectNumber":"40100","quantity":1,"unitPrice":5}]}""");
        var done = await _bench.SendAsync($"POST /salesInvoices({created["id"]})/{action}");
        Assert.That((done.Status, $"{(await _bench.GetAsync($"/salesInvoices({created["id"]})"))["status"]}"), Is.EqualTo((204, status)));
    }

    [TestCase("Microsoft.NAV.cancel")]
    [TestCase("Microsoft.NAV.cancelAndSend")]
    public async Task Action_OnAPostedInvoice_CancelsIt(string action)
    {
        var invoice = _bench.Company.SalesInvoices[0];
        var done = await _bench.SendAsync($"POST /salesInvoices({invoice.Id})/{action}");
        var canceled = await _bench.GetAsync($"/salesInvoices({invoice.Id})");
        Assert.That((done.Status, $"{canceled["status"]}", $"{canceled["remainingAmount"]}"), Is.EqualTo((204, "Canceled", "0")));
    }

    [Test]
    public async Task Customer_OfAnInvoice_CanBeRead()
    {
        var invoice = _bench.Company.SalesInvoices[0];
        var customer = await _bench.GetAsync($"/salesInvoices({invoice.Id})/customer");
        Assert.That($"{customer["number"]} {customer["blocked"]}", Is.EqualTo($"{invoice.CustomerNumber} _x0020_"));
    }

    [Test]
    public async Task Draft_Deleted_IsGone()
    {
        var created = await _bench.CreateAsync("/salesInvoices", """{"customerNumber":"21000"}""");
        var deleted = await _bench.SendAsync($"DELETE /salesInvoices({created["id"]})", null, ("If-Match", $"{created["@odata.etag"]}"));
        Assert.That((deleted.Status, (await _bench.SendAsync($"GET /salesInvoices({created["id"]})")).Status), Is.EqualTo((204, 404)));
    }
}
