using Financials.Client;

namespace Quickstart;

/// <summary>The five documented operations and the everyday ones, in the order in which a newcomer meets them.</summary>
internal sealed class Tour(CompanyClient company, Guide guide)
{
    public async Task RunAsync()
    {
        var customer = await CustomersAsync();
        await QueriesAsync();
        await ChangesAsync(customer);
        await PaymentsAsync(customer);
        await InvoicesAsync(customer);
    }

    private async Task<Customer> CustomersAsync()
    {
        guide.Chapter("Create a customer");
        var customer = await guide.ShowAsync(
            () => company.Customers.CreateAsync(new Customer
            {
                DisplayName = "Coho Winery",
                Address = new PostalAddress
                {
                    Street = "192 Market Square", City = "Atlanta", State = "GA", CountryCode = "US", PostalCode = "31772",
                },
                Email = "jim.glynn@cronuscorp.net",
                TaxLiable = true,
                CurrencyCode = "USD",
            }),
            created => $"customer {created.Number}, id {created.Id}, version {created.ETag}");
        guide.Note("Members that are null are left to the service: it chose the number from its number series.");

        await guide.ShowRefusalAsync(
            () => company.Customers.CreateAsync(new Customer { Number = customer.Number, DisplayName = "Somebody else" }), "created");
        return customer;
    }

    private async Task QueriesAsync()
    {
        guide.Chapter("Read and query");
        await guide.ShowAsync(
            () => company.Customers
                .Where(c => c.DisplayName!.StartsWith("Coho") && c.Balance == 0)
                .OrderBy(c => c.DisplayName)
                .ToListAsync(),
            found => string.Join(", ", found.Select(c => $"{c.Number} {c.DisplayName}")));

        await guide.ShowAsync(() => company.Customers.CountAsync(), count => $"{count} customers");
        await guide.ShowAsync(
            () => company.PaymentTerms.OrderBy(t => t.Code).Take(3).ToListAsync(), terms => string.Join(", ", terms.Select(t => t.Code)));
    }

    private async Task ChangesAsync(Customer customer)
    {
        guide.Chapter("Change what was read");
        var changed = await guide.ShowAsync(
            () => company.Customers.UpdateAsync(customer with { Email = "ap@coho.example" }), c => $"e-mail {c.Email}, version {c.ETag}");
        guide.Note("Only the e-mail address was sent, and only for the version that was read. An older version is refused:");
        await guide.ShowRefusalAsync(() => company.Customers.UpdateAsync(customer with { Website = "coho.example" }), "changed");
        await guide.ShowAsync(() => company.Customers.GetAsync(changed.Id!.Value), c => $"website {c.Website ?? "null"}, e-mail {c.Email}");
    }

    private async Task PaymentsAsync(Customer customer)
    {
        guide.Chapter("Record payments");
        var journal = await guide.ShowAsync(
            () => company.PaymentJournals.CreateAsync(new PaymentJournal { Code = Code.New("QS"), DisplayName = "Quickstart" }),
            j => $"journal {j.Code}");
        var payments = company.PaymentJournals[journal.Id!.Value].Payments;

        await guide.ShowAsync(
            () => payments.CreateAsync(new CustomerPayment
            {
                CustomerNumber = customer.Number, PostingDate = new DateOnly(2026, 1, 31), DocumentNumber = "1234", Amount = -1500.00m,
            }),
            p => $"line {p.LineNumber} of the journal, {p.Amount}");

        guide.Note("Two more of the documented requests create a payment. Most services answer only the call above; one that lacks");
        guide.Note("another says so, and the exception names the call that works.");
        await guide.ShowRefusalAsync(
            () => payments[Guid.NewGuid()].CreateAsync(new CustomerPayment { CustomerNumber = customer.Number, Amount = -20.00m }), "created");
        await guide.ShowRefusalAsync(
            () => company.CustomerPayments.CreateAsync(new CustomerPayment
            {
                CustomerNumber = customer.Number, Amount = -10.00m, JournalDisplayName = journal.Code,
            }),
            "created");

        await guide.ShowAsync(() => payments.ToListAsync(), all => $"{all.Count} payment(s), {all.Sum(p => p.Amount)} in all");
    }

    private async Task InvoicesAsync(Customer customer)
    {
        guide.Chapter("Give an invoice a customer");
        var invoice = await guide.ShowAsync(
            () => company.SalesInvoices.CreateAsync(new SalesInvoice { CustomerId = customer.Id, InvoiceDate = new DateOnly(2026, 1, 31) }),
            i => $"{i.Status?.Value} invoice {i.Number} for {i.CustomerName}");
        await guide.ShowAsync(
            () => company.SalesInvoices[invoice.Id!.Value].CreateAndAssignCustomerAsync(new Customer { DisplayName = "Adatum Corporation" }),
            c => $"customer {c.Number} {c.DisplayName} created, and the invoice has it");

        guide.Note("The documents have one request for both, and one that adds a customer by a reference:");
        await guide.ShowRefusalAsync(
            () => company.SalesInvoices[invoice.Id!.Value].Customer.CreateAsync(new Customer { DisplayName = "Northwind Traders" }), "created");
        await guide.ShowRefusalAsync(() => company.Customers.AddReferenceAsync(new Customer { DisplayName = "Fabrikam" }), "added");
    }
}
