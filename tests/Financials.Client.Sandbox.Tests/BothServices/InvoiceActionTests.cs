
namespace Financials.Client.Sandbox.Tests.BothServices;

/// <summary>Invoices that are posted or cancelled although the service refuses the rest, or the response is lost, on both services.</summary>
[TestFixture(ServedAs.Documented)]
[TestFixture(ServedAs.BusinessCentral)]
public sealed class InvoiceActionTests(ServedAs service)
{
    private const string NoAddress = "The send-to email is empty. Specify email either for the customer or for the invoice in email preview.";

    private ServiceBench _bench = null!;
    private SalesInvoiceClient _invoice = null!;

    [SetUp]
    public async Task Start()
    {
        _bench = await ServiceBench.StartAsync(service);
        await _bench.Company.Customers.CreateAsync(new() { Number = "MUTE", DisplayName = "No address" });
        var draft = await _bench.Company.SalesInvoices.CreateAsync(new() { CustomerNumber = "MUTE" });
        _invoice = _bench.Company.SalesInvoices[draft.Id!.Value];
        if (service is ServedAs.BusinessCentral)
        {
            await _invoice.Lines.CreateAsync(new() { Type = SalesInvoiceLineType.Account, ObjectNumber = "40100", Quantity = 1m, UnitPrice = 100m });
        }
    }

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    // The refusal to send was all that the caller learned of an invoice that was posted.
    [Test]
    public async Task PostAndSend_ToACustomerWithoutAnAddress_SaysThatTheInvoiceIsPosted()
    {
        var error = await Assert.ThrowsAsync<FinancialsPartlyDoneException>(() => _invoice.PostAndSendAsync());

        var posted = await ReadAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(posted.Number, Does.StartWith("PSI"));
            Assert.That(posted.Status, Is.Not.EqualTo(SalesInvoiceStatus.Draft));
            Assert.That(error.Invoice, Is.EqualTo(posted));
            Assert.That((error.Status, error.ServiceMessage), Is.EqualTo(((int?)400, NoAddress)));
            Assert.That(error.Message, Does.StartWith($"The invoice is posted (number {posted.Number}), but this call did not send it: call SendAsync for that, and do not post it again. "));
            Assert.That(_bench.Posts("postAndSend"), Is.EqualTo(1));
        }

        await _bench.Company.Customers.UpdateAsync((await CustomerAsync()) with { Email = "ap@coho.example" });
        Assert.That(() => _invoice.SendAsync(), Throws.Nothing);
    }

    [Test]
    public async Task CancelAndSend_ToACustomerWithoutAnAddress_SaysThatTheInvoiceIsCancelled()
    {
        await _invoice.PostAsync();

        var error = await Assert.ThrowsAsync<FinancialsPartlyDoneException>(() => _invoice.CancelAndSendAsync());

        Assert.That((error.Invoice, error.Invoice!.Status), Is.EqualTo((await ReadAsync(), SalesInvoiceStatus.Canceled)));
        Assert.That(error.ServiceMessage, Is.EqualTo(NoAddress));
    }

    [Test]
    public async Task Post_WhoseResponseIsLost_IsDoneOnce()
    {
        _bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*post").Times(1));

        await _invoice.PostAsync();

        Assert.That((await ReadAsync()).Number, Does.StartWith("PSI"));
        Assert.That(_bench.Posts("post"), Is.EqualTo(1));
    }

    [Test]
    public async Task Post_WhoseRequestIsLost_IsUnknownAndNotSentAgain()
    {
        _bench.Sandbox.Faults.Add(SandboxFault.DropRequest().On("POST", "*post").Times(1));

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => _invoice.PostAsync());

        Assert.That(error.Message, Does.Contain("The invoice is not posted so far: the request may be under way, or it has never arrived."));
        Assert.That(((await ReadAsync()).Status, _bench.Posts("post")), Is.EqualTo((SalesInvoiceStatus.Draft, 1)));
    }

    [Test]
    public async Task Post_OfAPostedInvoice_SaysThatItIsPosted()
    {
        await _invoice.PostAsync();

        var error = await Assert.ThrowsAsync<FinancialsPartlyDoneException>(() => _invoice.PostAsync());

        Assert.That(error.Message, Does.Contain(", by this call or before it, although the service reports an error; do not post it again."));
        Assert.That(error.ServiceMessage, Is.EqualTo("The action can be applied to a draft invoice only."));
    }

    [Test]
    public async Task Cancel_OfADraft_IsRefused()
    {
        var error = await Assert.ThrowsAsync<FinancialsValidationException>(() => _invoice.CancelAsync());

        Assert.That(error.ServiceMessage, Is.EqualTo("The action can be applied to a posted invoice only."));
    }

    [Test]
    public async Task Cancel_WhoseResponseIsLost_IsDoneOnce()
    {
        await _invoice.PostAsync();
        _bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*cancel").Times(1));

        await _invoice.CancelAsync();

        Assert.That(((await ReadAsync()).Status, _bench.Posts("cancel")), Is.EqualTo((SalesInvoiceStatus.Canceled, 1)));
    }

    private Task<SalesInvoice> ReadAsync() => _bench.Company.SalesInvoices.GetAsync(_invoice.Id);

    private async Task<Customer> CustomerAsync() => (await _bench.Company.Customers.Where(c => c.Number == "MUTE").FirstOrDefaultAsync())!;
}
