using Financials.Client;
using Financials.Client.Sandbox;

namespace Quickstart;

/// <summary>From a new customer to a paid invoice, by Business Central's API v2.0.</summary>
/// <param name="arguments">What the user asked for.</param>
/// <param name="guide">Shows each step.</param>
/// <param name="sandbox">The sandbox; null where the service is another, which loses no response when it is asked to.</param>
internal sealed class BusinessCentralTour(Arguments arguments, Guide guide, FinancialsSandbox? sandbox = null)
{
    public async Task RunAsync(CompanyClient company)
    {
        var (coho, quickstart) = await PrepareAsync(company);
        PaymentJournalClient journal = guide.Show(nameof(journal), () => company.PaymentJournals[quickstart]);
        if (sandbox is not null)
        {
            await new LostResponse(sandbox, guide).RunAsync(company, journal, coho);
        }

        if (await PayAnInvoiceAsync(company, journal, coho) == JournalPosting.Queued)
        {
            guide.Note($"The journal {quickstart.Code} stays: its payment waits in the service's queue.");
            return;
        }

        await guide.ShowAsync(() => company.PaymentJournals.DeleteAsync(quickstart.Id!.Value));
    }

    private async Task<(Customer Coho, PaymentJournal Journal)> PrepareAsync(CompanyClient company)
    {
        guide.Chapter("A customer, and a journal for payments");
        Customer coho = await guide.ShowAsync(
            nameof(coho),
            () => company.Customers.CreateAsync(new Customer { DisplayName = "Coho Winery", Email = "ap@coho.example" }),
            created => $"customer {created.Number}; what is left null is the service's to choose");
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
        return (coho, quickstart);
    }

    private async Task<JournalPosting> PayAnInvoiceAsync(CompanyClient company, PaymentJournalClient journal, Customer coho)
    {
        guide.Chapter("An invoice, and its payment");
        SalesInvoice invoice = await guide.ShowAsync(
            nameof(invoice),
            () => company.SalesInvoices.CreateAsync(new SalesInvoice
            {
                CustomerNumber = coho.Number, InvoiceDate = DateOnly.FromDateTime(DateTime.Today),
            }),
            i => $"{i.Status} {i.Number}");
        await guide.ShowAsync(
            () => company.SalesInvoices[invoice].Lines.CreateAsync(new SalesInvoiceLine
            {
                Type = SalesInvoiceLineType.Account, ObjectNumber = arguments.SalesAccount, Quantity = 10m, UnitPrice = 150m,
            }));
        await guide.ShowAsync(() => company.SalesInvoices[invoice].PostAsync());
        invoice = await ReadAsync(company, invoice);
        await guide.ShowAsync(
            () => journal.Payments.CreateAsync(new CustomerPayment
            {
                CustomerNumber = coho.Number, PostingDate = DateOnly.FromDateTime(DateTime.Today), DocumentNumber = "P" + invoice.Number,
                AppliesToInvoiceNumber = invoice.Number, Amount = -invoice.RemainingAmount,
            }));
        JournalPosting posting = await guide.ShowAsync(nameof(posting), () => journal.PostAsync(), posted => $"{posted}");
        await ReadAsync(company, invoice);
        return posting;
    }

    private async Task<SalesInvoice> ReadAsync(CompanyClient company, SalesInvoice invoice) => await guide.ShowAsync(
        nameof(invoice),
        () => company.SalesInvoices.GetAsync(invoice),
        i => $"{i.Status} {i.Number}, remaining amount {i.RemainingAmount:0.00}");
}
