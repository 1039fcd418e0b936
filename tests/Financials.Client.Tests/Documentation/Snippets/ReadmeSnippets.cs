using Azure.Identity;
using Financials.Client.Sandbox;

namespace Financials.Client.Tests.Documentation.Snippets;

/// <summary>The C# of the README, from the first line to the last.</summary>
internal static class ReadmeSnippets
{
    public static FinancialsClient SignIn()
    {
        // snippet: sign in
        var service = FinancialsService.BusinessCentral(tenant: "contoso.com", environment: "production");
        var client = new FinancialsClient(service, new DefaultAzureCredential());
        // end
        return client;
    }

    public static async Task<(CompanyClient Company, List<Customer> Owing)> BeginAsync(FinancialsClient client)
    {
        // snippet: first calls
        CompanyClient company = await client.Companies.GetByNameAsync("CRONUS USA, Inc.");

        Customer coho = await company.Customers.CreateAsync(new Customer
        {
            Number = "10000",
            DisplayName = "Coho Winery",
            Address = new PostalAddress { Street = "192 Market Square", City = "Atlanta", State = "GA", PostalCode = "31772" },
            Email = "jim.glynn@cronuscorp.net",
        });
        List<Customer> owing = await company.Customers.Where(c => c.BalanceDue > 0).OrderBy(c => c.DisplayName).ToListAsync();
        // end
        Assert.That(coho.Id, Is.Not.Null);
        return (company, owing);
    }

    public static async Task<(PaymentJournalClient Journal, JournalPosting Posting)> PayAsync(CompanyClient company)
    {
        // snippet: record and post
        PaymentJournalClient journal = await company.PaymentJournals.GetByCodeAsync("DEFAULT");

        CustomerPayment payment = await journal.Payments.CreateAsync(new CustomerPayment
        {
            CustomerNumber = "10000",
            PostingDate = new DateOnly(2026, 1, 31),
            DocumentNumber = "B-1234",
            Amount = -1500.00m,
        });
        JournalPosting posting = await journal.PostAsync();
        // end
        Assert.That(payment.Id, Is.Not.Null);
        return (journal, posting);
    }

    public static async Task CreateABatchAsync(PaymentJournalClient journal, IEnumerable<BatchPayment> batch)
    {
        // snippet: batch
        using var ledger = new FilePaymentLedger("bank-2026-01-31.ledger");
        await foreach (BatchPaymentResult result in journal.Payments.CreateAllAsync(batch, ledger))
        {
            Console.WriteLine($"{result.Reference}: {result.Failure?.Message ?? $"{result.Outcome} as {result.DocumentNumber}"}");
        }
        // end
    }

    public static async Task<int> LoseAResponseAsync(Func<FinancialsClient, Guid, Guid, Task> recordAsync)
    {
        Task RecordAsync(FinancialsClient client, Guid companyId, Guid journalId) => recordAsync(client, companyId, journalId);

        // snippet: a lost response
        await using var sandbox = await FinancialsSandbox.StartAsync();
        using FinancialsClient client = sandbox.CreateBusinessCentralClient();
        sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/customerPayments").Times(1));

        await RecordAsync(client, sandbox.Company.Id, sandbox.Company.DefaultJournal.Id!.Value);

        int payments = sandbox.Company.PaymentCount;
        // end
        return payments;
    }
}
