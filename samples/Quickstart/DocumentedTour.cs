using Financials.Client;

namespace Quickstart;

/// <summary>The five operations that the documents of 2017 print, each with the call that sends exactly that request.</summary>
/// <param name="arguments">What the user asked for.</param>
/// <param name="guide">Shows each step.</param>
internal sealed class DocumentedTour(Arguments arguments, Guide guide)
{
    public async Task RunAsync(CompanyClient company)
    {
        guide.Chapter("POST /companies/{id}/customers");
        Customer coho = await guide.ShowAsync(
            nameof(coho),
            () => company.Customers.CreateAsync(new Customer { DisplayName = "Coho Winery", Email = "jim.glynn@cronuscorp.net" }),
            created => $"customer {created.Number}");

        guide.Note("Most services have that one only. One that lacks another says so, and the exception names the call that works.");
        guide.Chapter("POST /companies/{id}/customers/$ref");
        await guide.ShowWhereSupportedAsync(() => company.Customers.AddReferenceAsync(new Customer { DisplayName = "Fabrikam" }), "added");

        guide.Chapter("POST /companies/{id}/salesInvoices/{id}/customer");
        DateOnly today = guide.Show(nameof(today), () => DateOnly.FromDateTime(DateTime.Today));
        SalesInvoice invoice = await guide.ShowAsync(
            nameof(invoice),
            () => company.SalesInvoices.CreateAsync(new SalesInvoice { CustomerId = coho.Id, InvoiceDate = today }),
            i => $"{i.Status} {i.Number}");
        await guide.ShowWhereSupportedAsync(
            () => company.SalesInvoices[invoice.Id!.Value].Customer.CreateAsync(new Customer { DisplayName = "Northwind Traders" }), "created");

        guide.Chapter("POST /companies/{id}/customerPaymentsJournals/{id}/customerPayments/{id}");
        List<PaymentJournal> journals = await guide.ShowAsync(
            nameof(journals), () => company.PaymentJournals.ToListAsync(), all => string.Join(", ", all.Select(j => j.Code)));
        if (journals.Count == 0)
        {
            throw new UsageException($"{arguments.Company} has no payment journal.");
        }

        await guide.ShowWhereSupportedAsync(
            () => company.PaymentJournals[journals[0].Id!.Value].Payments[Guid.NewGuid()].CreateAsync(new CustomerPayment
            {
                CustomerNumber = coho.Number, PostingDate = today, DocumentNumber = "QS-1", Amount = -20m,
            }),
            "created");

        guide.Chapter("POST /companies/{id}/customerPayments");
        await guide.ShowWhereSupportedAsync(
            () => company.CustomerPayments.CreateAsync(new CustomerPayment
            {
                CustomerNumber = coho.Number, PostingDate = today, DocumentNumber = "QS-2", Amount = -10m,
                JournalDisplayName = journals[0].Code,
            }),
            "created");
    }
}
