using Financials.Client;
using Financials.Client.Sandbox;

namespace Quickstart;

/// <summary>From a new customer to a paid invoice, by Business Central's API v2.0.</summary>
/// <param name="arguments">What the user asked for.</param>
/// <param name="guide">Shows each step.</param>
/// <param name="sandbox">The sandbox; null where the service is another, which loses no response when it is asked to.</param>
internal sealed class BusinessCentralTour(Arguments arguments, Guide guide, FinancialsSandbox? sandbox = null)
{
    private readonly DateOnly _today = DateOnly.FromDateTime(DateTime.Today);

    public async Task RunAsync(CompanyClient company)
    {
        var coho = await CustomerAsync(company);
        var invoice = await InvoiceAsync(company, coho);
        var quickstart = await JournalAsync(company);
        var posting = await PaymentAsync(company, coho, invoice, quickstart);
        if (sandbox is not null)
        {
            await new LostResponse(sandbox, guide).RunAsync(company, company.PaymentJournals[quickstart.Id!.Value], coho, _today);
        }

        if (posting == JournalPosting.Queued)
        {
            guide.Note($"The journal {quickstart.Code} stays: its payment waits in the service's queue.");
            return;
        }

        await guide.ShowAsync(() => company.PaymentJournals.DeleteAsync(quickstart.Id!.Value));
    }

    private async Task<Customer> CustomerAsync(CompanyClient company)
    {
        guide.Chapter("A customer: create, change, query");
        Customer coho = await guide.ShowAsync(
            nameof(coho),
            () => company.Customers.CreateAsync(new Customer
            {
                DisplayName = "Coho Winery", Email = "jim.glynn@cronuscorp.net", TaxLiable = true,
                Address = new() { Street = "192 Market Square", City = "Atlanta", State = "GA", CountryCode = "US", PostalCode = "31772" },
            }),
            created => $"customer {created.Number}; what is left null is the service's to choose");
        await guide.ShowRefusalAsync(() => company.Customers.CreateAsync(new Customer { Number = coho.Number, DisplayName = "Somebody else" }));
        coho = await guide.ShowAsync(
            nameof(coho),
            () => company.Customers.UpdateAsync(coho with { Email = "ap@coho.example" }),
            _ => "only the e-mail address was sent, and only for the version that was read");
        List<Customer> owing = await guide.ShowAsync(
            nameof(owing),
            () => company.Customers.Where(c => c.BalanceDue > 1000).OrderBy(c => c.DisplayName).Take(3).ToListAsync(),
            found => found.Count == 0 ? "nobody" : string.Join(", ", found.Select(c => $"{c.DisplayName} {c.BalanceDue:0.00}")));
        return coho;
    }

    private async Task<SalesInvoice> InvoiceAsync(CompanyClient company, Customer coho)
    {
        guide.Chapter("An invoice, posted");
        DateOnly today = guide.Show(nameof(today), () => DateOnly.FromDateTime(DateTime.Today));
        SalesInvoice invoice = await guide.ShowAsync(
            nameof(invoice),
            () => company.SalesInvoices.CreateAsync(new SalesInvoice { CustomerNumber = coho.Number, InvoiceDate = today }),
            i => $"{i.Status} {i.Number}");
        await guide.ShowAsync(
            () => company.SalesInvoices[invoice.Id!.Value].Lines.CreateAsync(new SalesInvoiceLine
            {
                Type = SalesInvoiceLineType.Account, ObjectNumber = arguments.SalesAccount, Quantity = 10m, UnitPrice = 150m,
            }));
        await guide.ShowAsync(() => company.SalesInvoices[invoice.Id!.Value].PostAsync());
        return await ReadAsync(company, invoice);
    }

    private async Task<PaymentJournal> JournalAsync(CompanyClient company)
    {
        guide.Chapter("A payment of it, posted");
        List<PaymentJournal> journals = await guide.ShowAsync(
            nameof(journals),
            () => company.PaymentJournals.ToListAsync(),
            all => $"{string.Join(", ", all.Select(j => $"{j.Code} on {j.BalancingAccountNumber ?? "no account"}"))}; a journal needs a balancing account to be posted");
        if (!journals.Any(j => j.BalancingAccountId is not null))
        {
            throw new UsageException(
                $"No payment journal of {arguments.Company} has a G/L account as its balancing account, and without one nothing can be posted. " +
                "Give one to a cash receipt journal in Business Central.");
        }

        PaymentJournal quickstart = await guide.ShowAsync(
            nameof(quickstart),
            () => company.PaymentJournals.CreateAsync(new PaymentJournal
            {
                Code = "QUICKSTART", BalancingAccountId = journals.First(j => j.BalancingAccountId is not null).BalancingAccountId,
            }),
            result: null);
        return quickstart;
    }

    private async Task<JournalPosting> PaymentAsync(CompanyClient company, Customer coho, SalesInvoice invoice, PaymentJournal quickstart)
    {
        var today = _today;
        PaymentJournalClient journal = guide.Show(nameof(journal), () => company.PaymentJournals[quickstart.Id!.Value]);
        await guide.ShowAsync(
            () => journal.Payments.CreateAsync(new CustomerPayment
            {
                CustomerNumber = coho.Number, PostingDate = today, DocumentNumber = "P" + invoice.Number,
                AppliesToInvoiceNumber = invoice.Number, Amount = -invoice.RemainingAmount,
            }),
            "a line of the journal; what was received is negative");
        JournalPosting posting = await guide.ShowAsync(nameof(posting), () => journal.PostAsync(), posted => $"{posted}");
        await ReadAsync(company, invoice);
        await guide.ShowAsync(
            "details", () => company.Customers[coho.Id!.Value].GetFinancialDetailsAsync(), details => $"balance {details?.Balance:0.00}");
        return posting;
    }

    private async Task<SalesInvoice> ReadAsync(CompanyClient company, SalesInvoice invoice) => await guide.ShowAsync(
        nameof(invoice),
        () => company.SalesInvoices.GetAsync(invoice.Id!.Value),
        i => $"{i.Status} {i.Number}, remaining amount {i.RemainingAmount:0.00}");
}
