
namespace Financials.Client.Sandbox.Tests.BusinessCentral;

/// <summary>Posting, sending, canceling and correcting invoices.</summary>
[TestFixture]
public sealed class InvoicePostingTests
{
    private const string Line = """{"lineType":"Account","lineObjectNumber":"40100","quantity":1,"unitPrice":100}""";

    private CentralBench _bench = null!;

    [SetUp]
    public async Task Start() => _bench = await CentralBench.StartAsync();

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task Post_WithoutLines_IsRefused()
    {
        var invoice = await CreateAsync("21000", "");
        Assert.That((await DoAsync(invoice, "post")).Refusal, Is.EqualTo("400 Application_DialogException: Please add at least one line item to the invoice."));
    }

    [Test]
    public async Task Post_WithALineWithoutAQuantity_IsRefused()
    {
        var invoice = await CreateAsync("21000", """{"lineType":"Account","lineObjectNumber":"40100","unitPrice":100}""");
        Assert.That((await DoAsync(invoice, "post")).Message, Is.EqualTo("One or more document lines with a value in the No. field do not have a quantity specified."));
    }

    [Test]
    public async Task Post_OfADraft_KeepsItsIdAndChangesItsNumber()
    {
        var invoice = await CreateAsync("21000", Line);
        var draft = await _bench.GetAsync(invoice);
        var posted = await DoAsync(invoice, "post");
        var after = await _bench.GetAsync(invoice);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(posted.Status, Is.EqualTo(204), posted.Text);
            Assert.That($"{after["id"]} {after["status"]} {after["remainingAmount"]}", Is.EqualTo($"{draft["id"]} Open {after["totalAmountIncludingTax"]}"));
            Assert.That($"{draft["number"]} {after["number"]}", Does.Match("^SI\\d+ PSI\\d+$"));
            Assert.That(await _bench.ListAsync($"/salesInvoices?$filter=number eq '{draft["number"]}'", "id"), Is.Empty);
            Assert.That(await _bench.ListAsync($"/generalLedgerEntries?$filter=documentNumber eq '{after["number"]}'", "creditAmount"), Is.EqualTo("100 6 0"));
        }
    }

    [TestCase("Invoice", "create")]
    [TestCase("All", "create")]
    [TestCase("Ship", "post")]
    public async Task Invoice_OfABlockedCustomer_IsRefused(string blocked, string action)
    {
        await _bench.CreateAsync("/customers", $$"""{"displayName":"A","number":"STOP","blocked":"{{blocked}}"}""");
        var created = await _bench.SendAsync("POST /salesInvoices", $$"""{"customerNumber":"STOP","salesInvoiceLines":[{{Line}}]}""");
        var refused = action == "create" ? created : await DoAsync($"/salesInvoices({created.Json["id"]})", "post");
        Assert.That(refused.Refusal, Is.EqualTo($"400 Application_DialogException: You cannot {action} this type of document when Customer STOP is blocked with type {blocked}"));
    }

    [TestCase("postAndSend", true, "The send-to email is empty. Specify email either for the customer or for the invoice in email preview.")]
    [TestCase("postAndSend", false, "An email account must be configured to send emails.")]
    public async Task PostAndSend_ThatCannotSend_IsRefusedAndPostedAllTheSame(string action, bool hasMail, string message)
    {
        _bench.Company.HasMail = hasMail;
        await _bench.CreateAsync("/customers", """{"displayName":"A","number":"MUTE"}""");
        var invoice = await CreateAsync("MUTE", Line);
        var answer = await DoAsync(invoice, action);
        Assert.That((answer.Status, answer.Message, $"{(await _bench.GetAsync(invoice))["status"]}"), Is.EqualTo((400, message, "Open")));
    }

    [Test]
    public async Task CancelAndSend_ThatCannotSend_IsRefusedAndCanceledAllTheSame()
    {
        _bench.Company.HasMail = false;
        var invoice = await CreateAsync("21000", Line);
        await DoAsync(invoice, "post");
        Assert.That(((await DoAsync(invoice, "cancelAndSend")).Status, $"{(await _bench.GetAsync(invoice))["status"]}"), Is.EqualTo((400, "Canceled")));
    }

    [Test]
    public async Task Cancel_OfAPostedInvoice_TakesItBackByACreditMemo()
    {
        var balance = Balance();
        var invoice = await CreateAsync("21000", Line);
        await DoAsync(invoice, "post");
        var owed = Balance();
        var canceled = await DoAsync(invoice, "cancel");
        var after = await _bench.GetAsync(invoice);
        var memo = (await _bench.GetAsync($"/salesCreditMemos?$filter=invoiceId eq {after["id"]}"))["value"]![0]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(canceled.Status, Is.EqualTo(204), canceled.Text);
            Assert.That($"{after["status"]} {after["remainingAmount"]} {memo["status"]} {memo["invoiceNumber"]}", Is.EqualTo($"Canceled 0 Corrective {after["number"]}"));
            Assert.That((owed - balance, Balance()), Is.EqualTo((106m, balance)));
            Assert.That((await DoAsync(invoice, "cancel")).Message, Is.EqualTo("The invoice cannot be canceled because it has already been canceled."));
        }
    }

    [Test]
    public async Task Cancel_OfAPaidInvoice_IsRefused()
    {
        var paid = _bench.Company.SalesInvoices.First(invoice => invoice.Status == SalesInvoiceStatus.Paid);
        Assert.That((await DoAsync($"/salesInvoices({paid.Id})", "cancel")).Message, Does.StartWith("You cannot cancel this posted sales invoice because it is fully or partially paid."));
    }

    [Test]
    public async Task MakeCorrectiveCreditMemo_OfAPostedInvoice_LeavesADraftThatCanBePosted()
    {
        var invoice = await CreateAsync("21000", Line);
        await DoAsync(invoice, "post");
        var made = await DoAsync(invoice, "makeCorrectiveCreditMemo");
        var open = await _bench.GetAsync(invoice);
        var memo = (await _bench.GetAsync($"/salesCreditMemos?$filter=invoiceId eq {open["id"]}"))["value"]![0]!;
        var posted = await DoAsync($"/salesCreditMemos({memo["id"]})", "post");
        var after = await _bench.GetAsync(invoice);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((made.Status, posted.Status), Is.EqualTo((204, 204)));
            Assert.That($"{open["status"]} {memo["status"]} {after["status"]}", Is.EqualTo("Open Draft Paid"));
            Assert.That((await DoAsync(invoice, "makeCorrectiveCreditMemo")).Message, Is.EqualTo("The invoice is closed. The corrective credit memo will not be applied to the invoice."));
            Assert.That((await DoAsync($"/salesCreditMemos({memo["id"]})", "post")).Message, Is.EqualTo("The action can be applied to a draft credit memo only."));
        }
    }

    private decimal? Balance() => _bench.Company.Customers.Single(customer => customer.Number == "21000").Balance;

    private Task<Support.RawAnswer> DoAsync(string path, string action) => _bench.SendAsync($"POST {path}/Microsoft.NAV.{action}");

    private async Task<string> CreateAsync(string customer, string line) =>
        $"/salesInvoices({(await _bench.CreateAsync("/salesInvoices", $$"""{"customerNumber":"{{customer}}","salesInvoiceLines":[{{line}}]}"""))["id"]})";
}
