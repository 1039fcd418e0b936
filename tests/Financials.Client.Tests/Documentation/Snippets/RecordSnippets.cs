namespace Financials.Client.Tests.Documentation.Snippets;

/// <summary>The C# of docs/customers-and-invoices.md and docs/errors.md.</summary>
internal static class RecordSnippets
{
    public static async Task<Customer> CreateACustomerAsync(CompanyClient company)
    {
        // snippet: create a customer
        Customer customer = await company.Customers.CreateAsync(new Customer
        {
            Number = "10010",
            DisplayName = "Adatum Corporation",
            Type = CustomerType.Company,
            TaxLiable = true,
        });
        // end
        return customer;
    }

    public static async Task<Customer> ChangeACustomerAsync(CompanyClient company, Guid customerId, Guid otherId)
    {
        // snippet: change a customer
        Customer customer = await company.Customers.GetAsync(customerId);
        customer = await company.Customers.UpdateAsync(customer with { Email = "ap@coho.example", Website = null });

        await company.Customers.UpdateAsync(otherId, new Customer { CreditLimit = 25_000m });
        // end
        return customer;
    }

    public static async Task DeleteAsync(CompanyClient company, Customer customer, Guid otherId)
    {
        // snippet: delete a customer
        await company.Customers.DeleteAsync(customer);
        await company.Customers.DeleteAsync(otherId);
        // end
    }

    public static async Task<CustomerFinancialDetails?> ReadWhatIsOwedAsync(CompanyClient company, Customer customer)
    {
        // snippet: what a customer owes
        CustomerFinancialDetails? details = await company.Customers[customer].GetFinancialDetailsAsync();
        Console.WriteLine($"{details?.Balance} in all, {customer.BalanceDue} overdue");
        // end
        return details;
    }

    public static async Task<SalesInvoice> PostAnInvoiceAsync(CompanyClient company, DateOnly today)
    {
        // snippet: post an invoice
        SalesInvoice draft = await company.SalesInvoices.CreateAsync(new SalesInvoice
        {
            CustomerNumber = "20000",
            InvoiceDate = today,
            CustomerPurchaseOrderReference = "PO-4711",
        });
        await company.SalesInvoices[draft].Lines.CreateAsync(new SalesInvoiceLine
        {
            Sequence = 10_000, Type = SalesInvoiceLineType.Account, ObjectNumber = "40100", Quantity = 2m, UnitPrice = 50m,
        });
        await company.SalesInvoices[draft].PostAndSendAsync();
        // end
        return draft;
    }

    public static async Task<List<SalesInvoice>> FindOverdueInvoicesAsync(CompanyClient company, DateOnly today)
    {
        // snippet: overdue invoices
        List<SalesInvoice> overdue = await company.SalesInvoices
            .Where(i => i.Status == SalesInvoiceStatus.Open && i.DueDate < today)
            .Expand(i => i.Customer)
            .ToListAsync();
        // end
        return overdue;
    }

    public static async Task<byte[]> AttachAsync(CompanyClient company, SalesInvoice invoice, byte[] bytes)
    {
        // snippet: attachments
        AttachmentsClient files = company.SalesInvoices[invoice].Attachments;
        Attachment file = await files.UploadAsync(new Attachment { FileName = "terms.pdf" }, bytes);
        byte[] content = await files.GetContentAsync(file);
        // end
        return content;
    }

    public static async Task<List<Currency>> UseReferenceDataAsync(CompanyClient company, Customer customer)
    {
        // snippet: reference data
        List<Currency> currencies = await company.Currencies.OrderBy(c => c.Code).ToListAsync();

        PaymentTerm terms = await company.PaymentTerms.CreateAsync(new PaymentTerm
        {
            Code = "14D", DisplayName = "14 days", DueDateCalculation = "14D",
        });
        await company.Customers.UpdateAsync(customer with { PaymentTermsId = terms.Id });
        // end
        return currencies;
    }

    public static async Task HandleErrorsAsync(CompanyClient company, Customer customer)
    {
        // snippet: handle errors
        try
        {
            await company.Customers.UpdateAsync(customer with { Blocked = CustomerBlocked.All });
        }
        catch (FinancialsStaleException stale) when (stale.Current is Customer current)
        {
            await company.Customers.UpdateAsync(current with { Blocked = CustomerBlocked.All });
        }
        catch (FinancialsException error)
        {
            Console.Error.WriteLine($"{error.Code}: {error.Message}");
            Console.Error.WriteLine($"Give this to support: {error.CorrelationId}");
        }
        // end
    }
}
