using Azure.Identity;
using Financials.Client.Sandbox;
using Financials.Client.Tests.Calls;
using Microsoft.Extensions.Hosting;

namespace Financials.Client.Tests.Readme;

/// <summary>
/// The C# of the README, word for word, so that it compiles against the real API. Each snippet stands between a comment with
/// its name and the comment <c>end</c>; a test compares them with the README.
/// </summary>
internal static class ReadmeSnippets
{
    public static async Task<CompanyClient> QuickstartAsync()
    {
        // snippet: quickstart
        var client = new FinancialsClient(FinancialsService.BusinessCentral("contoso.com"), new DefaultAzureCredential());
        CompanyClient company = await client.Companies.GetByNameAsync("CRONUS USA, Inc.");

        Customer coho = await company.Customers.CreateAsync(new Customer
        {
            Number = "10000",
            DisplayName = "Coho Winery",
            Address = new PostalAddress
            {
                Street = "192 Market Square", City = "Atlanta", State = "GA", CountryCode = "US", PostalCode = "31772",
            },
            Email = "jim.glynn@cronuscorp.net",
            CurrencyCode = "USD",
        });
        // end
        return coho.Id is null ? throw new InvalidOperationException() : company;
    }

    public static async Task<JournalPosting> BusinessCentralAsync()
    {
        // snippet: business-central
        var service = FinancialsService.BusinessCentral("contoso.com", "production");
        var client = new FinancialsClient(service, new DefaultAzureCredential());
        CompanyClient company = await client.Companies.GetByNameAsync("CRONUS USA, Inc.");

        SalesInvoice draft = await company.SalesInvoices.CreateAsync(new SalesInvoice { CustomerNumber = "10000" });
        await company.SalesInvoices[draft].Lines.CreateAsync(new SalesInvoiceLine
        {
            Sequence = 10_000, Type = SalesInvoiceLineType.Account, ObjectNumber = "40100", Quantity = 2m, UnitPrice = 50m,
        });

        PaymentJournalClient journal = await company.PaymentJournals.GetByCodeAsync("BANK");
        JournalPosting posting = await journal.PostAsync();
        // end
        return posting;
    }

    public static void AddToAnApplication(HostApplicationBuilder builder)
    {
        // snippet: dependency-injection
        builder.Services
            .AddFinancialsClient(builder.Configuration.GetSection("Financials"))
            .UseCredential(new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));
        // end
    }

    public static async Task CreateABatchAsync(CompanyClient company, Guid journalId, IAsyncEnumerable<BatchPayment> batch)
    {
        // snippet: batch
        using var ledger = new FilePaymentLedger("bank-2026-01-31.ledger");
        await foreach (BatchPaymentResult result in company.PaymentJournals[journalId].Payments.CreateAllAsync(batch, ledger))
        {
            Console.WriteLine($"{result.Reference}: {result.Failure?.Message ?? $"{result.Outcome} as {result.DocumentNumber}"}");
        }
        // end
    }

    public static async Task<int> TestOnASandboxAsync(Func<FinancialsClient, Guid, Guid, Task> recordAsync)
    {
        Task RecordAsync(FinancialsClient client, Guid companyId, Guid journalId) => recordAsync(client, companyId, journalId);

        // snippet: sandbox
        await using var sandbox = await FinancialsSandbox.StartAsync();
        using FinancialsClient client = sandbox.CreateBusinessCentralClient();
        sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/customerPayments").Times(1));

        await RecordAsync(client, sandbox.Company.Id, sandbox.Company.DefaultJournal.Id!.Value);

        int posted = sandbox.Company.PaymentCount;
        // end
        return posted;
    }

    public static async Task<Guid?> CreateACustomerAsync(CompanyClient company)
    {
        // snippet: create-customer
        Customer customer = await company.Customers.CreateAsync(new Customer
        {
            Number = "10010",
            DisplayName = "Adatum Corporation",
            Type = CustomerType.Company,
            TaxLiable = true,
        });
        Guid? id = customer.Id;
        // end
        return id;
    }

    public static async Task<(Customer?, Customer, int)> ReadAsync(CompanyClient company, Guid customerId)
    {
        // snippet: query
        await foreach (Customer customer in company.Customers
            .Where(c => c.DisplayName!.StartsWith("Coho") && c.BalanceDue > 0)
            .OrderBy(c => c.DisplayName))
        {
            Console.WriteLine($"{customer.Number} {customer.DisplayName} has to pay {customer.BalanceDue} now");
        }

        Customer? byNumber = await company.Customers.SingleOrDefaultAsync(c => c.Number == "10000");
        Customer byId = await company.Customers.Expand(c => c.Currency).GetAsync(customerId);
        int owing = await company.Customers.CountAsync(c => c.BalanceDue > 0);
        // end
        return (byNumber, byId, owing);
    }

    public static async Task PagesAsync(CompanyClient company, string? lastToken, Func<IReadOnlyList<Customer>, string?, Task> SaveAsync)
    {
        // snippet: pages
        await foreach (EntityPage<Customer> page in company.Customers
            .Where(c => c.LastModified > new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
            .SelectFields(c => c.Number, c => c.DisplayName)
            .AsPages(lastToken, pageSizeHint: 500))
        {
            await SaveAsync(page.Items, page.ContinuationToken);
        }
        // end
    }

    public static async Task FollowChangesAsync(CompanyClient company, string stored, Func<IReadOnlyList<Customer>, string, Task> SaveAsync)
    {
        // snippet: changes
        await foreach (ChangePage<Customer> page in company.Customers.ChangesSince(ChangeWatermark.Parse(stored)))
        {
            await SaveAsync(page.Items, page.Watermark.ToString());
        }
        // end
    }

    public static async Task<Customer> ChangeACustomerAsync(CompanyClient company, Guid customerId, Guid otherId)
    {
        // snippet: change-customer
        Customer customer = await company.Customers.GetAsync(customerId);
        customer = await company.Customers.UpdateAsync(customer with { Email = "ap@coho.example", Website = null });

        await company.Customers.UpdateAsync(otherId, new Customer { CreditLimit = 25_000m });
        // end
        return customer;
    }

    public static async Task<int?> RecordAPaymentAsync(CompanyClient company, Guid journalId)
    {
        // snippet: record-payment
        CustomerPayment payment = await company.PaymentJournals[journalId].Payments.CreateAsync(new CustomerPayment
        {
            CustomerNumber = "10000",
            PostingDate = new DateOnly(2026, 1, 31),
            DocumentNumber = "1234",
            Amount = -1500.00m,
        });
        // end
        return payment.LineNumber;
    }

    public static async Task DeleteAsync(CompanyClient company, Customer customer, Guid otherId)
    {
        // snippet: delete
        await company.Customers.DeleteAsync(customer);
        await company.Customers.DeleteAsync(otherId);
        // end
    }

    public static async Task<List<SalesInvoice>> SalesInvoicesAsync(CompanyClient company, DateOnly today)
    {
        // snippet: sales-invoices
        SalesInvoice draft = await company.SalesInvoices.CreateAsync(new SalesInvoice
        {
            CustomerNumber = "10000",
            InvoiceDate = today,
            CustomerPurchaseOrderReference = "PO-4711",
        });
        await company.SalesInvoices[draft].PostAndSendAsync();

        List<SalesInvoice> overdue = await company.SalesInvoices
            .Where(i => i.Status == SalesInvoiceStatus.Open && i.DueDate < today)
            .Expand(i => i.Customer)
            .ToListAsync();
        // end
        return overdue;
    }

    public static async Task<List<Currency>> ReferenceDataAsync(CompanyClient company, Customer customer)
    {
        // snippet: reference-data
        List<Currency> currencies = await company.Currencies.OrderBy(c => c.Code).ToListAsync();

        PaymentTerm terms = await company.PaymentTerms.CreateAsync(new PaymentTerm
        {
            Code = "14D", DisplayName = "14 days", DueDateCalculation = "14D",
        });
        await company.Customers.UpdateAsync(customer with { PaymentTermsId = terms.Id });
        // end
        return currencies;
    }

    public static async Task<List<Currency>> SetOptionsForSomeCallsAsync(CompanyClient company)
    {
        // snippet: call-options
        Func<CallOptions, CallOptions> german = options => options with { Language = "de-DE", Timeout = TimeSpan.FromSeconds(10) };
        List<Currency> currencies = await company.Currencies.With(german).ToListAsync();
        // end
        return currencies;
    }

    public static async Task<(Loyalty, List<Loyalty>)> ReachPastTheModelsAsync(CompanyClient company)
    {
        // snippet: api
        ApiClient api = company.Api("contoso", "sales", "v1.0");
        var members = api.Set("loyaltyMembers", LoyaltyContext.Default.Loyalty, key: m => m.MemberNumber);
        Loyalty member = await members.CreateAsync(new Loyalty { MemberNumber = "L-1", Points = 10m });
        List<Loyalty> best = await members.Where(m => m.Points > 100).ToListAsync();
        // end
        return (member, best);
    }

    public static async Task HandleErrorsAsync(CompanyClient company, Customer customer)
    {
        // snippet: handle-errors
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

    public static async Task<decimal?> TestYourOwnCodeAsync(Guid customerId)
    {
        CompanyClient company = new FakeCompany();
        return (await company.Customers.GetAsync(customerId)).Balance;
    }

    // snippet: test-your-own-code
    internal sealed class FakeCompany : CompanyClient
    {
        public override CustomersClient Customers { get; } = new FakeCustomers();
    }

    internal sealed class FakeCustomers : CustomersClient
    {
        public override Task<Customer> GetAsync(Guid id, CancellationToken cancellationToken = default) =>
            Task.FromResult(FinancialsModelFactory.Customer(new Customer { DisplayName = "Coho Winery" }, id, balance: 1500m));
    }
    // end
}
