using Financials.Client.Sandbox.Tests.Support;

namespace Financials.Client.Sandbox.Tests.EndToEnd;

/// <summary>Every operation of the facade over a sandbox.</summary>
internal static class Tour
{
    public static async Task TakeAsync(Bench bench)
    {
        foreach (var take in Sets(bench))
        {
            await take();
        }

        await CompaniesAsync(bench);
        await NavigationsAsync(bench);
        await DocumentedCreatesAsync(bench);
        await InvoiceCustomerAsync(bench);
        await ActionsAsync(bench);
    }

    /// <summary>The tours of the sets, each with its name.</summary>
    public static IEnumerable<Func<Task>> Sets(Bench bench)
    {
        var company = bench.Company;
        var customer = bench.Sandbox.Company.Customers[0];
        var payment = new CustomerPayment { LineNumber = 990_000, CustomerNumber = customer.Number, PostingDate = new(2026, 1, 31), Amount = -1500.05m, Comment = "æøå \"x\"" };
        yield return new SetTour<Customer>(
            "Customers", company.Customers, new() { Number = "Z-1", DisplayName = "O'Brien & Søn", Type = CustomerType.Person, Blocked = CustomerBlocked.None },
            c => c with { DisplayName = "O'Brien", Blocked = CustomerBlocked.Ship }, c => (c.Number, c.DisplayName, c.Type, c.Blocked), c => c.Id).TakeAsync;
        yield return new SetTour<PaymentJournal>(
            "PaymentJournals", company.PaymentJournals, new() { Code = "EDI", DisplayName = "Remittances" },
            j => j with { Code = "EDI-2" }, j => (j.Code, j.DisplayName), j => j.Id).TakeAsync;
        yield return new SetTour<CustomerPayment>(
            "Payments", bench.Payments, payment,
            p => p with { Amount = -1499.95m, LineNumber = 995_000 }, p => (p.LineNumber, p.CustomerNumber, p.PostingDate, p.Amount, p.Comment), p => p.Id).TakeAsync;
        yield return new SetTour<CustomerPayment>(
            "CustomerPayments", company.CustomerPayments, payment with { JournalDisplayName = "DEFAULT" },
            p => p with { Description = "Changed" }, p => (p.LineNumber, p.CustomerNumber, p.JournalDisplayName, p.Amount), p => p.Id)
        {
            ListedBy = p => p.JournalDisplayName == "DEFAULT",
        }.TakeAsync;
        yield return new SetTour<SalesInvoice>(
            "SalesInvoices", company.SalesInvoices, new() { CustomerId = customer.Id, InvoiceDate = new(2026, 1, 31), DiscountAmount = 12.5m },
            i => i with { DueDate = new(2026, 2, 28) }, i => (i.CustomerId, i.InvoiceDate, i.DiscountAmount), i => i.Id).TakeAsync;
        yield return new SetTour<PaymentTerm>(
            "PaymentTerms", company.PaymentTerms, new() { Code = "14D", DisplayName = "14 days", DueDateCalculation = "14D", DiscountPercent = 1.5m },
            t => t with { DisplayName = "Two weeks" }, t => (t.Code, t.DisplayName, t.DueDateCalculation, t.DiscountPercent), t => t.Id).TakeAsync;
        yield return new SetTour<PaymentMethod>(
            "PaymentMethods", company.PaymentMethods, new() { Code = "GIRO", DisplayName = "Giro" }, m => m with { DisplayName = "Giro transfer" }, m => (m.Code, m.DisplayName), m => m.Id).TakeAsync;
        yield return new SetTour<ShipmentMethod>(
            "ShipmentMethods", company.ShipmentMethods, new() { Code = "FOB", DisplayName = "Free on board" }, m => m with { Code = "FAS" }, m => (m.Code, m.DisplayName), m => m.Id).TakeAsync;
        yield return new SetTour<Currency>(
            "Currencies", company.Currencies, new() { Code = "JPY", DisplayName = "Yen", Symbol = "¥", AmountRoundingPrecision = 1m },
            c => c with { DisplayName = "Japanese yen" }, c => (c.Code, c.DisplayName, c.Symbol, c.AmountRoundingPrecision), c => c.Id).TakeAsync;
    }

    public static async Task CompaniesAsync(Bench bench)
    {
        var companies = await bench.Client.Companies.ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(companies.Select(company => (company.Id, company.DisplayName)), Is.EquivalentTo(bench.Sandbox.Companies.Select(company => ((Guid?)company.Id, company.DisplayName))));
            Assert.That(await bench.Client.Companies.GetAsync(bench.Sandbox.Company.Id), Is.EqualTo(companies.Single(company => company.Id == bench.Sandbox.Company.Id)));
        }
    }

    public static async Task NavigationsAsync(Bench bench)
    {
        var company = bench.Company;
        var currency = await company.Currencies.FirstOrDefaultAsync();
        var shipment = await company.ShipmentMethods.FirstOrDefaultAsync();
        var customer = await company.Customers.UpdateAsync(
            (await company.Customers.FirstOrDefaultAsync())! with { CurrencyId = currency!.Id, ShipmentMethodId = shipment!.Id });
        var payment = await bench.Payments.CreateAsync(new CustomerPayment { CustomerId = customer.Id, Amount = -1m });
        var single = company.Customers[customer.Id!.Value];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await single.GetCurrencyAsync(), Is.EqualTo(currency));
            Assert.That(await single.GetShipmentMethodAsync(), Is.EqualTo(shipment));
            Assert.That((await single.GetPaymentTermAsync()).Id, Is.EqualTo(customer.PaymentTermsId));
            Assert.That((await single.GetPaymentMethodAsync()).Id, Is.EqualTo(customer.PaymentMethodId));
            Assert.That(await bench.Payments[payment.Id!.Value].GetCustomerAsync(), Is.EqualTo(customer));
            Assert.That(await company.CustomerPayments.GetCustomerAsync(payment.Id!.Value), Is.EqualTo(customer));
        }

        var expanded = await company.Customers.Where(c => c.Id == customer.Id).Expand(c => c.Currency).Expand(c => c.PaymentTerm).FirstOrDefaultAsync();
        var journal = await company.PaymentJournals.Expand(j => j.Payments).FirstOrDefaultAsync();
        var invoice = await company.SalesInvoices.Where(i => i.CustomerId == customer.Id).Expand(i => i.Customer).Expand(i => i.PaymentTerm).FirstOrDefaultAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(expanded!.Currency, Is.EqualTo(currency));
            Assert.That(expanded.PaymentTerm!.Id, Is.EqualTo(customer.PaymentTermsId));
            Assert.That(journal!.Payments, Has.One.EqualTo(payment));
            Assert.That(invoice!.Customer, Is.EqualTo(customer));
        }
    }

    /// <summary>The creates that the documents print in a form of their own.</summary>
    public static async Task DocumentedCreatesAsync(Bench bench)
    {
        var company = bench.Company;
        var added = await company.Customers.AddReferenceAsync(new Customer { Number = "REF-1", DisplayName = "By reference" });
        await company.Customers.AddReferenceAsync(added!.Id!.Value);
        var paymentId = Guid.NewGuid();
        var addressed = await bench.Payments[paymentId].CreateAsync(new CustomerPayment { LineNumber = 777_000, CustomerNumber = "REF-1", Amount = -5m });
        var unplaced = await company.CustomerPayments.CreateAsync(new CustomerPayment { JournalDisplayName = "DEFAULT", CustomerNumber = "REF-1", Amount = -6m });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await company.Customers.GetAsync(added.Id!.Value), Is.EqualTo(added));
            Assert.That(addressed.Id, Is.EqualTo(paymentId));
            Assert.That(await bench.Payments.GetAsync(paymentId), Is.EqualTo(addressed));
            Assert.That(await bench.Payments.GetAsync(unplaced.Id!.Value), Is.EqualTo(unplaced));
        }
    }

    public static async Task InvoiceCustomerAsync(Bench bench)
    {
        var company = bench.Company;
        var draft = await company.SalesInvoices.CreateAsync(new SalesInvoice { CustomerId = bench.Sandbox.Company.Customers[0].Id });
        var client = company.SalesInvoices[draft.Id!.Value];
        var created = await client.Customer.CreateAsync(new Customer { Number = "INV-1", DisplayName = "Of the invoice" });
        var read = await client.Customer.GetAsync();
        var changed = await client.Customer.UpdateAsync(read with { Email = "a@b.example" });
        var assigned = await client.CreateAndAssignCustomerAsync(new Customer { Number = "INV-2", DisplayName = "Assigned" });
        var current = await client.Customer.GetAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(read, Is.EqualTo(created));
            Assert.That(changed.Email, Is.EqualTo("a@b.example"));
            Assert.That(current, Is.EqualTo(assigned));
        }

        // The invoice itself refers to its customer.
        var refused = await Assert.ThrowsAsync<FinancialsValidationException>(() => client.Customer.DeleteAsync(current));
        Assert.That(refused!.ServiceMessage, Does.StartWith("You cannot delete Customer INV-2 because there is at least one outstanding Sales Invoice"));
    }

    public static async Task ActionsAsync(Bench bench)
    {
        var company = bench.Company;
        var customerId = bench.Sandbox.Company.Customers[0].Id;
        async Task<(SalesInvoiceClient, Func<Task<SalesInvoiceStatus?>>)> DraftAsync()
        {
            var draft = await company.SalesInvoices.CreateAsync(new SalesInvoice { CustomerId = customerId });
            return (company.SalesInvoices[draft.Id!.Value], async () => (await company.SalesInvoices.GetAsync(draft.Id!.Value)).Status);
        }

        var (one, statusOfOne) = await DraftAsync();
        await one.SendAsync();
        Assert.That(await statusOfOne(), Is.EqualTo(SalesInvoiceStatus.Draft));
        await one.PostAsync();
        Assert.That(await statusOfOne(), Is.EqualTo(SalesInvoiceStatus.Open));
        await one.CancelAsync();
        Assert.That(await statusOfOne(), Is.EqualTo(SalesInvoiceStatus.Canceled));
        var (other, statusOfOther) = await DraftAsync();
        await other.PostAndSendAsync();
        Assert.That(await statusOfOther(), Is.EqualTo(SalesInvoiceStatus.Open));
        await other.CancelAndSendAsync();
        Assert.That(await statusOfOther(), Is.EqualTo(SalesInvoiceStatus.Canceled));
    }
}
