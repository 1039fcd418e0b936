namespace Financials.Client.Tests.Fakes;

/// <summary>An application's own classes can be tested without HTTP, by deriving from the clients.</summary>
public class FakingTests
{
    private FakeCompany _company = null!;

    [SetUp]
    public void Begin() => _company = new FakeCompany();

    [Test]
    public async Task FindOrCreate_UnknownNumber_Creates()
    {
        var created = await new InvoiceDesk(_company).FindOrCreateAsync("new", "Coho Winery");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(created.Id, Is.Not.Null);
            Assert.That(await _company.Customers.GetAsync(created.Id!.Value), Is.EqualTo(created));
            Assert.That(await new InvoiceDesk(_company).FindOrCreateAsync("new", "another name"), Is.EqualTo(created));
        }
    }

    [Test]
    public async Task FindOrCreate_RefusedAsDuplicate_TakesWhatIsThere()
    {
        _company.Customers.NextRefusal = new FinancialsDuplicateException("Exists.");
        _company.Customers.BeforeCreate = () => _company.Customers.Add(new Customer { Number = "1", DisplayName = "Somebody else's" });

        var found = await new InvoiceDesk(_company).FindOrCreateAsync("1", "Coho");

        Assert.That(found.DisplayName, Is.EqualTo("Somebody else's"));
    }

    [Test]
    public async Task Debts_FromAFakeQuery_AreFilteredAndSorted()
    {
        _company.Customers.Add(new Customer { Number = "small" }, balance: 10m);
        _company.Customers.Add(new Customer { Number = "none" }, balance: 0m);
        _company.Customers.Add(new Customer { Number = "large" }, balance: 100m);

        var (total, numbers) = await new InvoiceDesk(_company).DebtsAsync();

        Assert.That(total, Is.EqualTo(110m));
        Assert.That(numbers, Is.EqualTo(["large", "small"]));
    }

    [Test]
    public async Task RecordPayment_IntoAFakeJournal_KeepsTheSign()
    {
        var journalId = Guid.NewGuid();

        var line = await new InvoiceDesk(_company).RecordPaymentAsync(journalId, "10000", received: 1500m);

        Assert.That(line, Is.EqualTo(10_000));
        Assert.That(_company.PaymentJournals[journalId].Payments.Created.Single().Amount, Is.EqualTo(-1500m));
    }

    [Test]
    public async Task Block_StaleCustomer_BlocksTheCurrentOne()
    {
        var customer = _company.Customers.Add(new Customer { Number = "1", DisplayName = "Old name" });
        var current = FinancialsModelFactory.Customer(customer with { DisplayName = "New name" }, customer.Id);
        _company.Customers.NextRefusal = new FinancialsStaleException("Changed.", current);

        var blocked = await new InvoiceDesk(_company).BlockAsync(customer.Id!.Value);

        Assert.That(blocked, Is.EqualTo(current with { Blocked = CustomerBlocked.All }));
    }

    [Test]
    public async Task Block_UnknownCustomer_IsNotFound() =>
        await Assert.ThrowsAsync<FinancialsNotFoundException>(() => new InvoiceDesk(_company).BlockAsync(Guid.NewGuid()));
}
