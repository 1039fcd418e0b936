using Financials.Client.Sandbox.Tests.EndToEnd;

namespace Financials.Client.Sandbox.Tests.BothServices;

/// <summary>What an application sees is the same on both services.</summary>
[TestFixture(ServedAs.Documented)]
[TestFixture(ServedAs.BusinessCentral)]
public sealed class SameBehaviourTests(ServedAs service)
{
    private static readonly PostalAddress Address =
        new() { Street = "Kongens Nytorv 1\n3. sal", City = "København", State = "Sjælland", CountryCode = "DK", PostalCode = "1050" };

    private static readonly string[] LargestTwo = ["Q-3", "Q-2"];

    private ServiceBench _bench = null!;

    [SetUp]
    public async Task Start() => _bench = await ServiceBench.StartAsync(service);

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task Customer_CreatedReadChangedAndDeleted_IsWhatWasSaid()
    {
        var customers = _bench.Company.Customers;
        var created = await customers.CreateAsync(new()
        {
            Number = "coho-1", DisplayName = "Coho \"Søn\"", Type = CustomerType.Person, Address = Address, Email = "ap@coho.example", Blocked = CustomerBlocked.Ship,
            CurrencyCode = "EUR", TaxLiable = true,
        });
        var read = await customers.GetAsync(created.Id!.Value);
        var changed = await customers.UpdateAsync(read with { Address = Address with { Street = "Strøget 2", City = null }, Blocked = CustomerBlocked.None, Email = null });
        var stale = await Assert.ThrowsAsync<FinancialsStaleException>(() => customers.UpdateAsync(read with { DisplayName = "Other" }));
        var same = await customers.UpdateAsync(changed);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read, Is.EqualTo(created));
            Assert.That(
                (read.Number, read.DisplayName, read.Type, read.Address, read.Email, read.Blocked, read.CurrencyCode, read.TaxLiable),
                Is.EqualTo(("COHO-1", "Coho \"Søn\"", CustomerType.Person, Address, "ap@coho.example", CustomerBlocked.Ship, "EUR", true)));
            Assert.That(changed.Address, Is.EqualTo(Address with { Street = "Strøget 2", City = null }));
            Assert.That((changed.Email, changed.Blocked, changed.DisplayName), Is.EqualTo((null as string, CustomerBlocked.None, "Coho \"Søn\"")));
            Assert.That(stale.Current, Is.EqualTo(changed));
            Assert.That(same, Is.SameAs(changed));
        }

        await customers.DeleteAsync(changed);
        Assert.That(() => customers.GetAsync(created.Id!.Value), Throws.InstanceOf<FinancialsNotFoundException>());
    }

    [Test]
    public async Task Customer_OfATakenNumber_IsADuplicate()
    {
        await _bench.Company.Customers.CreateAsync(new() { Number = "TWICE", DisplayName = "One" });
        Assert.That(
            () => _bench.Company.Customers.CreateAsync(new() { Number = "twice", DisplayName = "Two" }), Throws.InstanceOf<FinancialsDuplicateException>());
    }

    [Test]
    public async Task Query_WithFilterOrderAndTop_GivesWhatItAsksFor()
    {
        var customers = _bench.Company.Customers;
        foreach (var number in new[] { "Q-1", "Q-2", "Q-3", "Q-4" })
        {
            await customers.CreateAsync(new() { Number = number, DisplayName = $"It's {number}", Blocked = number == "Q-2" ? CustomerBlocked.All : null, Address = Address });
        }

        var few = await customers.Where(c => c.Number!.StartsWith("Q-") && c.DisplayName != "It's Q-4").OrderByDescending(c => c.Number).Take(2).ToListAsync();
        var blocked = await customers.Where(c => c.Blocked == CustomerBlocked.All && c.Number == "Q-2").ToListAsync();
        var free = await customers.CountAsync(c => c.Blocked == CustomerBlocked.None && c.Number!.StartsWith("Q-"));
        var selected = await customers.Where(c => c.Number == "Q-3").SelectFields(c => c.Number, c => c.Address).FirstOrDefaultAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(few.Select(c => c.Number), Is.EqualTo(LargestTwo));
            Assert.That(blocked.Select(c => c.Number), Is.EqualTo(LargestTwo[1..]));
            Assert.That(free, Is.EqualTo(3));
            Assert.That((selected!.Number, selected.Address, selected.DisplayName), Is.EqualTo(("Q-3", Address, null as string)));
        }
    }

    [Test]
    public async Task Pages_OneAfterTheOther_HoldAllOnce()
    {
        var customers = _bench.Company.Customers;
        var all = await customers.OrderBy(c => c.Number).ToListAsync();
        var walked = new List<Customer>();
        string? token = null;
        do
        {
            await foreach (var page in customers.OrderBy(c => c.Number).AsPages(token, pageSizeHint: 3))
            {
                walked.AddRange(page.Items);
                token = page.ContinuationToken;
                break;
            }
        }
        while (token is not null);

        Assert.That(walked, Is.EqualTo(all).And.Count.GreaterThan(3));
    }

    [Test]
    public async Task Pages_OfAQueryWithALimit_HoldAsManyAsItAsksFor()
    {
        var sizes = new List<int>();
        await foreach (var page in _bench.Company.Customers.OrderBy(c => c.Number).Take(5).AsPages(pageSizeHint: 2))
        {
            sizes.Add(page.Items.Count);
        }

        Assert.That(string.Join(' ', sizes), Is.EqualTo("2 2 1"));
    }

    [TestCase(null)]
    [TestCase(770_000)]
    public async Task Payment_WhoseResponseIsLost_IsThereOnce(int? lineNumber)
    {
        _bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/customerPayments").Times(1));
        var before = _bench.Sandbox.Company.PaymentCount;

        var payment = await _bench.Journal.Payments.CreateAsync(new()
        {
            LineNumber = lineNumber, CustomerNumber = "21000", PostingDate = new(2026, 1, 31), DocumentNumber = "b-1", Amount = -10.005m, Comment = "æ",
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_bench.Sandbox.Company.PaymentCount, Is.EqualTo(before + 1));
            Assert.That(_bench.Posts("/customerPayments"), Is.EqualTo(1));
            Assert.That((payment.DocumentNumber, payment.Comment, payment.CustomerNumber), Is.EqualTo(("B-1", "æ", "21000")));
            Assert.That(payment.LineNumber, lineNumber is null ? Is.GreaterThan(0) : Is.EqualTo(lineNumber));
            Assert.That(await _bench.Journal.Payments.GetAsync(payment.Id!.Value), Is.EqualTo(payment));
        }
    }

    [Test]
    public async Task Customer_WhoseResponseIsLost_IsFoundAlthoughItIsStoredInTheServicesWay()
    {
        _bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/customers").Times(1));

        var created = await _bench.Company.Customers.CreateAsync(new()
        {
            Number = " lost-1", DisplayName = "Lost", Address = new() { Street = "S", City = "C", CountryCode = "us", PostalCode = "k1a 0b1" }, Blocked = CustomerBlocked.None,
        });

        Assert.That((created.Number, created.Address!.CountryCode, _bench.Posts("/customers")), Is.EqualTo(("LOST-1", "US", 1)));
    }

    [Test]
    public async Task Payment_WithAnExternalNumberInSmallLetters_IsFoundAgain()
    {
        _bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/customerPayments").Times(1));

        var payment = await _bench.Journal.Payments.CreateAsync(new() { CustomerNumber = "21000", ExternalDocumentNumber = "bank-7 ", Amount = -1m });

        Assert.That(payment.ExternalDocumentNumber, Is.EqualTo("BANK-7"));
    }

    [Test]
    public async Task Invoice_CreatedAndGivenACustomer_KeepsBoth()
    {
        var customer = _bench.Sandbox.Company.Customers[0];
        var draft = await _bench.Company.SalesInvoices.CreateAsync(new() { CustomerId = customer.Id, InvoiceDate = new(2026, 1, 31), ShippingPostalAddress = Address });
        var invoice = _bench.Company.SalesInvoices[draft.Id!.Value];
        var assigned = await invoice.CreateAndAssignCustomerAsync(new() { Number = "INV-2", DisplayName = "Assigned" });
        using (Assert.EnterMultipleScope())
        {
            Assert.That((draft.Status, draft.CustomerNumber, draft.ShippingPostalAddress), Is.EqualTo((SalesInvoiceStatus.Draft, customer.Number, Address)));
            Assert.That(await invoice.Customer.GetAsync(), Is.EqualTo(assigned));
            Assert.That(await _bench.Company.SalesInvoices.CountAsync(i => i.Status == SalesInvoiceStatus.Draft && i.CustomerNumber == "INV-2"), Is.EqualTo(1));
            Assert.That(await _bench.Company.SalesInvoices.CountAsync(i => i.Status == SalesInvoiceStatus.InReview), Is.Zero);
        }
    }

    [Test]
    public async Task Sets_EveryOperation_DoWhatTheySay()
    {
        var company = _bench.Company;
        await new SetTour<PaymentJournal>(
            "PaymentJournals", company.PaymentJournals, new() { Code = "EDI", DisplayName = "Remittances" }, j => j with { Code = "EDI-2" }, j => (j.Code, j.DisplayName), j => j.Id).TakeAsync();
        await new SetTour<PaymentTerm>(
            "PaymentTerms", company.PaymentTerms, new() { Code = "14D", DisplayName = "14 days", DueDateCalculation = "14D", DiscountPercent = 1.5m },
            t => t with { DisplayName = "Two weeks" }, t => (t.Code, t.DisplayName, t.DueDateCalculation, t.DiscountPercent), t => t.Id).TakeAsync();
        await new SetTour<PaymentMethod>(
            "PaymentMethods", company.PaymentMethods, new() { Code = "GIRO", DisplayName = "Giro" }, m => m with { DisplayName = "Giro transfer" }, m => (m.Code, m.DisplayName), m => m.Id).TakeAsync();
        await new SetTour<ShipmentMethod>(
            "ShipmentMethods", company.ShipmentMethods, new() { Code = "FOB", DisplayName = "Free on board" }, m => m with { Code = "FAS" }, m => (m.Code, m.DisplayName), m => m.Id).TakeAsync();
        await new SetTour<Currency>(
            "Currencies", company.Currencies, new() { Code = "JPY", DisplayName = "Yen", Symbol = "¥", AmountRoundingPrecision = 1m },
            c => c with { DisplayName = "Japanese yen" }, c => (c.Code, c.DisplayName, c.Symbol, c.AmountRoundingPrecision), c => c.Id).TakeAsync();
        await new SetTour<CustomerPayment>(
            "Payments", _bench.Journal.Payments, new() { LineNumber = 990_000, CustomerNumber = "21000", PostingDate = new(2026, 1, 31), Amount = -1500.05m },
            p => p with { Amount = -1499.95m, LineNumber = 995_000 }, p => (p.LineNumber, p.CustomerNumber, p.PostingDate, p.Amount), p => p.Id).TakeAsync();
    }

    [Test]
    public async Task RelatedEntities_FollowedAndExpanded_AreTheSame()
    {
        var customer = await _bench.Company.Customers.Where(c => c.Number == "21000").Expand(c => c.PaymentTerm).FirstOrDefaultAsync();
        var payment = await _bench.Journal.Payments.CreateAsync(new() { CustomerNumber = "21000", Amount = -1m });
        var journal = await _bench.Company.PaymentJournals.Where(j => j.Code == "DEFAULT").Expand(j => j.Payments).FirstOrDefaultAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _bench.Company.Customers[customer!.Id!.Value].GetPaymentTermAsync(), Is.EqualTo(customer.PaymentTerm));
            Assert.That((await _bench.Journal.Payments[payment.Id!.Value].GetCustomerAsync()).Id, Is.EqualTo(customer.Id));
            Assert.That((await _bench.Company.CustomerPayments.GetCustomerAsync(payment.Id.Value)).Id, Is.EqualTo(customer.Id));
            Assert.That(journal!.Payments, Has.One.EqualTo(payment));
        }
    }

    [Test]
    public async Task Company_ByItsName_IsFoundOrTheOthersAreNamed()
    {
        var found = await _bench.Client.Companies.GetByNameAsync("fabrikam gmbh");
        var missing = await Assert.ThrowsAsync<FinancialsNotFoundException>(() => _bench.Client.Companies.GetByNameAsync("CRONUS"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Id, Is.EqualTo(_bench.Sandbox.Companies[1].Id));
            Assert.That(missing.Message, Is.EqualTo("There is no company 'CRONUS'. There are 'CRONUS USA, Inc.', 'Fabrikam GmbH'."));
        }
    }

    [Test]
    public async Task Journal_ByItsCode_IsFoundOrTheOthersAreNamed()
    {
        var found = await _bench.Company.PaymentJournals.GetByCodeAsync(" default");
        var missing = await Assert.ThrowsAsync<FinancialsNotFoundException>(() => _bench.Company.PaymentJournals.GetByCodeAsync("bank"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Id, Is.EqualTo(_bench.JournalId));
            Assert.That(missing.Message, Is.EqualTo("The company has no payment journal 'BANK'. There is only 'DEFAULT'."));
        }
    }
}
