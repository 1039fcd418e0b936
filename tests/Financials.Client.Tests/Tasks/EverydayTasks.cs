using System.Net;
using Azure.Core;
using Azure.Identity;
using Financials.Client.Tests.Calls;
using Microsoft.Extensions.Logging;

namespace Financials.Client.Tests.Tasks;

/// <summary>What applications do every day, in the code that it takes. Each snippet stands between a comment with its name and the comment <c>end</c>.</summary>
internal static class EverydayTasks
{
    public static async Task<CompanyClient> FindACompanyAsync(FinancialsClient client)
    {
        // snippet: company by name
        CompanyClient company = await client.Companies.GetByNameAsync("CRONUS USA, Inc.");
        // end
        return company;
    }

    public static async Task<Customer?> FindACustomerAsync(CompanyClient company)
    {
        // snippet: customer by e-mail
        Customer? customer = await company.Customers.SingleOrDefaultAsync(c => c.Email == "ap@coho.example");
        // end
        return customer;
    }

    public static async Task ReadPagesAsync(CompanyClient company, string? lastToken, Func<IReadOnlyList<Customer>, string?, Task> SaveAsync)
    {
        // snippet: page and resume
        await foreach (EntityPage<Customer> page in company.Customers.AsPages(lastToken, pageSizeHint: 500))
        {
            await SaveAsync(page.Items, page.ContinuationToken);
        }
        // end
    }

    public static async Task<CustomerPayment> PayAnInvoiceAsync(JournalPaymentsClient payments, DateOnly today)
    {
        // snippet: payment to an invoice
        var payment = new CustomerPayment { CustomerNumber = "10000", PostingDate = today, Amount = -1500m };
        payment = await payments.CreateAsync(payment with { AppliesToInvoiceNumber = "103001" });
        // end
        return payment;
    }

    public static async Task<List<Customer>> ReadWhatHasChangedAsync(CompanyClient company, DateTimeOffset yesterday)
    {
        // snippet: changed since yesterday
        List<Customer> changed = await company.Customers.Where(c => c.LastModified > yesterday).ToListAsync();
        // end
        return changed;
    }

    public static async Task AskEveryCompanyAsync(FinancialsClient client, Action<string> Show)
    {
        // snippet: several companies
        await foreach (Company company in client.Companies)
        {
            Show($"{company.Name}: {await client.Companies[company].Customers.CountAsync()} customers");
        }
        // end
    }

    public static FinancialsClient SignInWithACertificate(FinancialsService service, string tenant, string application)
    {
        // snippet: certificate
        var client = new FinancialsClient(service, new ClientCertificateCredential(tenant, application, "client.pem"));
        // end
        return client;
    }

    public static async Task CreateManyAsync(JournalPaymentsClient payments, IEnumerable<BatchPayment> batch, string path, Action<BatchPaymentResult> Show)
    {
        // snippet: 10,000 payments
        using var ledger = new FilePaymentLedger(path);
        await foreach (BatchPaymentResult result in payments.CreateAllAsync(batch, ledger))
        {
            Show(result);
        }
        // end
    }

    public static FinancialsClient LogEverything(FinancialsService service, TokenCredential credential, ILoggerFactory loggers, HttpMessageHandler transport)
    {
        var options = new FinancialsClientOptions { Transport = transport };

        // snippet: log everything
        options.LoggerFactory = loggers;
        var client = new FinancialsClient(service, credential, options);
        // end
        return client;
    }

    public static async Task<List<Customer>> SendAHeaderAsync(CompanyClient company, string trace)
    {
        // snippet: header for one call
        var headers = new Dictionary<string, string> { ["X-Trace"] = trace };
        List<Customer> customers = await company.Customers.With(o => o with { Headers = headers }).ToListAsync();
        // end
        return customers;
    }

    public static FinancialsClient UseAProxy(FinancialsService service, TokenCredential credential, Uri proxy)
    {
        // snippet: proxy
        var options = new FinancialsClientOptions { Proxy = new WebProxy(proxy) };
        var client = new FinancialsClient(service, credential, options);
        // end
        return client;
    }

    public static async Task<Customer> ChangeOnePropertyAsync(CompanyClient company, Guid customerId)
    {
        // snippet: one property
        Customer changed = await company.Customers.UpdateAsync(customerId, new Customer { Email = "ap@coho.example" });
        // end
        return changed;
    }

    public static async Task RaiseTheCreditLimitAsync(CompanyClient company, Guid customerId)
    {
        // snippet: credit limit
        await company.Customers.UpdateAsync(customerId, new Customer { CreditLimit = 25_000m });
        // end
    }

    public static async Task<JournalPosting> PostAJournalAsync(CompanyClient company)
    {
        // snippet: post a journal
        PaymentJournalClient journal = await company.PaymentJournals.GetByCodeAsync("DEFAULT");
        JournalPosting posting = await journal.PostAsync();
        // end
        return posting;
    }

    public static async Task<List<Loyalty>> ReadACustomPageAsync(CompanyClient company)
    {
        // snippet: custom page
        var members = company.Api("contoso", "sales", "v1.0").Set("loyaltyMembers", LoyaltyContext.Default.Loyalty);
        List<Loyalty> best = await members.Where(m => m.Points > 100).ToListAsync();
        // end
        return best;
    }
}
