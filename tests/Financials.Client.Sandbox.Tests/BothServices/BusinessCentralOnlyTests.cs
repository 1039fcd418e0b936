
namespace Financials.Client.Sandbox.Tests.BothServices;

/// <summary>What only Business Central's API v2.0 has: lines of invoices, and posting journals.</summary>
[TestFixture]
public sealed class BusinessCentralOnlyTests
{
    private ServiceBench _bench = null!;
    private PaymentJournalClient _journal = null!;

    [SetUp]
    public async Task Start()
    {
        _bench = await ServiceBench.StartAsync(ServedAs.BusinessCentral);
        var journal = await _bench.Company.PaymentJournals.CreateAsync(new()
        {
            Code = "EDI", BalancingAccountId = _bench.Sandbox.Company.DefaultJournal.BalancingAccountId,
        });
        _journal = _bench.Company.PaymentJournals[journal.Id!.Value];
    }

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task Invoice_WithALine_IsPostedAndPaidByAPostedPayment()
    {
        var customer = await _bench.Company.Customers.CreateAsync(new() { Number = "ROUND", DisplayName = "Round trip", CreditLimit = 5_000m });
        var draft = await _bench.Company.SalesInvoices.CreateAsync(new() { CustomerNumber = "ROUND", PostingDate = new(2026, 1, 31) });
        var invoice = _bench.Company.SalesInvoices[draft.Id!.Value];
        var line = await invoice.Lines.CreateAsync(new() { Type = SalesInvoiceLineType.Account, ObjectNumber = "40100", Quantity = 2m, UnitPrice = 50m });
        await invoice.PostAsync();
        var posted = await _bench.Company.SalesInvoices.GetAsync(draft.Id.Value);
        await _journal.Payments.CreateAsync(new()
        {
            CustomerNumber = "ROUND", AppliesToInvoiceNumber = posted.Number, Amount = -posted.RemainingAmount, DocumentNumber = "B-1", PostingDate = new(2026, 2, 1),
        });

        var posting = await _journal.PostAsync();

        var paid = await _bench.Company.SalesInvoices.GetAsync(draft.Id.Value);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((line.AmountExcludingTax, line.InvoiceId), Is.EqualTo((100m, draft.Id)));
            Assert.That((posted.Status, posted.RemainingAmount), Is.EqualTo((SalesInvoiceStatus.Open, posted.TotalAmountIncludingTax)));
            Assert.That(posting, Is.EqualTo(JournalPosting.Posted));
            Assert.That((paid.Status, paid.RemainingAmount), Is.EqualTo((SalesInvoiceStatus.Paid, 0m)));
            Assert.That((await _bench.Company.Customers.GetAsync(customer.Id!.Value)).BalanceDue, Is.Zero);
            Assert.That(_bench.Sandbox.Company.Customers.Single(c => c.Number == "ROUND").Balance, Is.Zero);
            Assert.That(await _journal.Payments.ToListAsync(), Is.Empty);
        }
    }

    [Test]
    public async Task Lines_OfAnInvoice_AreCreatedReadChangedAndDeleted()
    {
        var draft = await _bench.Company.SalesInvoices.CreateAsync(new() { CustomerNumber = "21000" });
        var lines = _bench.Company.SalesInvoices[draft.Id!.Value].Lines;
        _bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/salesInvoiceLines").Times(1));
        var line = await lines.CreateAsync(new() { Sequence = 20_000, Type = SalesInvoiceLineType.Account, ObjectNumber = "40100", Quantity = 1m, UnitPrice = 10m });
        await lines.CreateAsync(new() { Description = "Thank you" });
        var changed = await lines.UpdateAsync(line with { Quantity = 3m, Description = "Three" });
        var expanded = await _bench.Company.SalesInvoices.Where(i => i.Id == draft.Id).Expand(i => i.Lines).FirstOrDefaultAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((changed.NetAmount, changed.Description, changed.Sequence), Is.EqualTo((30m, "Three", 20_000)));
            Assert.That(await lines.GetAsync(line.Id!.Value), Is.EqualTo(changed));
            Assert.That((await lines.ToListAsync()).Select(l => l.Type), Is.EqualTo(new SalesInvoiceLineType?[] { SalesInvoiceLineType.Account, SalesInvoiceLineType.Comment }));
            Assert.That(expanded!.Lines, Has.Count.EqualTo(2));
            Assert.That(_bench.Posts("/salesInvoiceLines"), Is.EqualTo(2));
        }

        await lines.DeleteAsync(changed);
        Assert.That(await lines.CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Journal_WithoutPayments_HasNothingToPost()
    {
        Assert.That(await _journal.PostAsync(), Is.EqualTo(JournalPosting.NothingToPost));
    }

    [Test]
    public async Task Journal_PostedTwice_HasNothingToPostTheSecondTime()
    {
        await PayAsync();
        Assert.That(await _journal.PostAsync(), Is.EqualTo(JournalPosting.Posted));
        Assert.That(await _journal.PostAsync(), Is.EqualTo(JournalPosting.NothingToPost));
    }

    [Test]
    public async Task Journal_OfACompanyThatPostsByQueue_IsQueued()
    {
        await PayAsync();
        _bench.Sandbox.Company.PostsWithJobQueue = true;
        Assert.That(await _journal.PostAsync(), Is.EqualTo(JournalPosting.Queued));
        Assert.That(_bench.Sandbox.Company.RunJobQueue(), Is.Empty);
    }

    [Test]
    public async Task Journal_ThatIsReplacedWhenItIsPosted_IsPosted()
    {
        _bench.Sandbox.Company.IncrementsJournalNames = true;
        var numbered = await _bench.Company.PaymentJournals.CreateAsync(new()
        {
            Code = "BANK09", BalancingAccountId = _bench.Sandbox.Company.DefaultJournal.BalancingAccountId,
        });
        _journal = _bench.Company.PaymentJournals[numbered.Id!.Value];
        await PayAsync();

        Assert.That(await _journal.PostAsync(), Is.EqualTo(JournalPosting.Posted));
        Assert.That((await _bench.Company.PaymentJournals.GetByCodeAsync("BANK10")).Id, Is.Not.EqualTo(_journal.Id));
    }

    [Test]
    public async Task Journal_WhoseResponseIsLost_IsPostedOnce()
    {
        await PayAsync();
        _bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*.post").Times(1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _journal.PostAsync(), Is.EqualTo(JournalPosting.Posted));
            Assert.That(_bench.Posts(".post"), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Journal_PostedWithAnErrorInTheEnd_IsPosted()
    {
        await PayAsync();
        _bench.Sandbox.Faults.Add(SandboxFault.Fail(500).On("POST", "*.post").AfterWrite().Times(1));
        Assert.That(await _journal.PostAsync(), Is.EqualTo(JournalPosting.Posted));
    }

    [Test]
    public async Task Journal_WhoseRequestIsLost_IsNotPostedAgain()
    {
        await PayAsync();
        _bench.Sandbox.Faults.Add(SandboxFault.DropRequest().On("POST", "*.post").Times(1));

        var unknown = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => _journal.PostAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(unknown.Message, Does.Contain("The journal's payments are still there: a request may be under way or in a queue, or it has never arrived."));
            Assert.That(_bench.Posts(".post"), Is.EqualTo(1));
            Assert.That((await _journal.Payments.ToListAsync()).Count, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Journal_ThatIsThrottled_IsPostedLater()
    {
        await PayAsync();
        _bench.Sandbox.Faults.Add(SandboxFault.Throttle(RetryAfterForm.None).On("POST", "*.post").Times(2));
        Assert.That(await _journal.PostAsync(), Is.EqualTo(JournalPosting.Posted));
    }

    [Test]
    public async Task Journal_WithALineThatCannotBePosted_SaysWhy()
    {
        await _journal.Payments.CreateAsync(new() { CustomerNumber = "21000", Amount = 5m, DocumentNumber = "B-1", PostingDate = new(2026, 2, 1) });
        var refused = await Assert.ThrowsAsync<FinancialsValidationException>(() => _journal.PostAsync());
        Assert.That(refused.ServiceMessage, Is.Not.Empty);
        Assert.That((await _journal.Payments.ToListAsync()).Count, Is.EqualTo(1));
    }

    [Test]
    public async Task Payments_OfAllJournals_CanBeReadByTheirJournal()
    {
        var payment = await PayAsync();
        var read = await _bench.Company.CustomerPayments.Where(p => p.JournalId == _journal.Id).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read, Is.EqualTo(new[] { payment }));
            Assert.That((payment.JournalId, payment.JournalDisplayName), Is.EqualTo((_journal.Id, "EDI")));
        }
    }

    [Test]
    public async Task Company_Read_HasItsTimes()
    {
        var company = await _bench.Client.Companies.GetAsync(_bench.Sandbox.Company.Id);
        Assert.That((company.Created, company.LastModified), Is.Not.EqualTo((null as DateTimeOffset?, null as DateTimeOffset?)));
    }

    private Task<CustomerPayment> PayAsync() => _journal.Payments.CreateAsync(
        new() { CustomerNumber = "21000", Amount = -5m, DocumentNumber = "B-1", PostingDate = new(2026, 2, 1) });
}
