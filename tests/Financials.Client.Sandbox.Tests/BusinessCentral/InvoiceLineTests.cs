using System.Globalization;
using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>The lines of sales invoices, and what they make of the invoice.</summary>
[TestFixture]
public sealed class InvoiceLineTests
{
    private CentralBench _bench = null!;
    private string _invoice = null!;

    private string Lines => $"{_invoice}/salesInvoiceLines";

    [SetUp]
    public async Task Start()
    {
        _bench = await CentralBench.StartAsync();
        await CreateInvoiceAsync("""{"customerNumber":"21000"}""");
    }

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task Line_ForAnAccount_MakesTheAmountsOfItsInvoice()
    {
        var account = (await _bench.GetAsync("/accounts?$filter=number eq '40100'"))["value"]![0]!;
        var line = await _bench.CreateAsync(Lines, $$"""{"accountId":"{{account["id"]}}","quantity":3,"unitPrice":19.99,"discountPercent":10}""");
        var invoice = await _bench.GetAsync(_invoice);
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{line["sequence"]} {line["lineType"]} {line["lineObjectNumber"]} {line["description"]}", Is.EqualTo("10000 Account 40100 Income, Services"));
            Assert.That(Amounts(line, "discountAmount", "amountExcludingTax", "taxPercent", "totalTaxAmount", "amountIncludingTax"), Is.EqualTo("6.00 53.97 6.00 3.24 57.21"));
            Assert.That(Amounts(invoice, "totalAmountExcludingTax", "totalTaxAmount", "totalAmountIncludingTax", "remainingAmount"), Is.EqualTo("53.97 3.24 57.21 57.21"));
            Assert.That(line.ContainsKey("lastModifiedDateTime"), Is.False);
        }
    }

    [Test]
    public async Task Discount_OfTheInvoice_IsSharedOutAmongItsLines()
    {
        await AddAsync(10m);
        await AddAsync(20m);
        var invoice = await _bench.UpdateAsync(_invoice, await _bench.GetAsync(_invoice), """{"discountAmount":10}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _bench.ListAsync(Lines, "invoiceDiscountAllocation"), Is.EqualTo("3.33 6.67"));
            Assert.That(await _bench.ListAsync(Lines, "netAmount"), Is.EqualTo("6.67 13.33"));
            Assert.That(Amounts(invoice, "totalAmountExcludingTax", "totalTaxAmount", "totalAmountIncludingTax"), Is.EqualTo("20.00 1.20 21.20"));
        }
    }

    [Test]
    public async Task Line_ChangedAndDeleted_ChangesTheInvoice()
    {
        var line = await AddAsync(10m);
        var version = (await _bench.GetAsync(_invoice))["@odata.etag"];
        await _bench.UpdateAsync($"{Lines}({line["id"]})", line, """{"quantity":2}""");
        var changed = await _bench.GetAsync(_invoice);
        await _bench.SendAsync($"DELETE /salesInvoiceLines({line["id"]})");
        var emptied = await _bench.GetAsync(_invoice);
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{changed["@odata.etag"]}", Is.Not.EqualTo($"{version}"));
            Assert.That((changed["totalAmountExcludingTax"]!.GetValue<decimal>(), emptied["totalAmountIncludingTax"]!.GetValue<decimal>()), Is.EqualTo((20m, 0m)));
        }
    }

    [Test]
    public async Task Lines_WithoutTheirInvoice_AreFoundByDocumentAndById()
    {
        var line = await _bench.CreateAsync(
            "/salesInvoiceLines", $$"""{"documentId":"{{Id}}","lineType":"Account","lineObjectNumber":"40100","quantity":1,"unitPrice":1}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _bench.ListAsync($"/salesInvoiceLines?$filter=documentId eq {Id}", "id"), Is.EqualTo($"{line["id"]}"));
            Assert.That($"{(await _bench.GetAsync($"/salesInvoiceLines({line["id"]})"))["documentId"]}", Is.EqualTo(Id));
            Assert.That($"{(await _bench.GetAsync($"{_invoice}?$expand=salesInvoiceLines"))["salesInvoiceLines"]![0]!["id"]}", Is.EqualTo($"{line["id"]}"));
            Assert.That(
                (await _bench.SendAsync("GET /salesInvoiceLines")).Refusal,
                Is.EqualTo("400 Application_DialogException: You must specify an Id or a Document Id to get the lines."));
            Assert.That((await _bench.Documented.SendAsync($"GET /salesInvoices/{Id}/salesInvoiceLines")).Status, Is.EqualTo(404), "the documented surface has none");
        }
    }

    [Test]
    public async Task Invoice_CreatedWithLinesInside_HasThemOrIsNotThere()
    {
        var count = _bench.Company.SalesInvoices.Count;
        await CreateInvoiceAsync(
            """{"customerNumber":"21000","salesInvoiceLines":[{"description":"Hello"},{"lineType":"Account","lineObjectNumber":"40100","quantity":2,"unitPrice":7.5}]}""");
        var refused = await _bench.SendAsync(
            "POST /salesInvoices", """{"customerNumber":"21000","salesInvoiceLines":[{"lineType":"Account","lineObjectNumber":"99999"}]}""");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _bench.ListAsync(Lines, "lineType"), Is.EqualTo("Comment Account"));
            Assert.That((await _bench.GetAsync(_invoice))["totalAmountExcludingTax"]!.GetValue<decimal>(), Is.EqualTo(15m));
            Assert.That(refused.Message, Is.EqualTo("Account does not exist."));
            Assert.That(_bench.Company.SalesInvoices, Has.Count.EqualTo(count + 1));
        }
    }

    [TestCase("""{"itemId":"11111111-2222-4333-8444-555555555555"}""", "Item does not exist.")]
    [TestCase("""{"accountId":"11111111-2222-4333-8444-555555555555"}""", "Account does not exist.")]
    [TestCase("""{"itemId":"11111111-2222-4333-8444-555555555555","accountId":"11111111-2222-4333-8444-555555555555"}""", "Both \"itemId\" and \"accountId\" are specified. Specify only one of them.")]
    [TestCase("""{"documentId":"11111111-2222-4333-8444-555555555555"}""", "The value for \"documentId\" cannot be modified.")]
    public async Task Line_AgainstARule_IsRefused(string body, string message) =>
        Assert.That((await _bench.SendAsync($"POST {Lines}", body)).Message, Is.EqualTo(message));

    [Test]
    public async Task Sequence_OfALine_CannotBeChanged()
    {
        var line = await AddAsync(10m);
        var answer = await _bench.SendAsync($"PATCH {Lines}({line["id"]})", """{"sequence":20000}""", ("If-Match", "*"));
        Assert.That(answer.Message, Is.EqualTo("The value for \"sequence\" cannot be modified. Delete and insert the line again."));
    }

    private static string Amounts(JsonObject entity, params string[] names) =>
        string.Join(' ', names.Select(name => entity[name]!.GetValue<decimal>().ToString("F2", CultureInfo.InvariantCulture)));

    private string Id => _invoice.Split('(', ')')[1];

    private Task<JsonObject> AddAsync(decimal price) =>
        _bench.CreateAsync(Lines, $$"""{"lineType":"Account","lineObjectNumber":"40100","quantity":1,"unitPrice":{{price}}}""");

    private async Task CreateInvoiceAsync(string body) => _invoice = $"/salesInvoices({(await _bench.CreateAsync("/salesInvoices", body))["id"]})";
}
