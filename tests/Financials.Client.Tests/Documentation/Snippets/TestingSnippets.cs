using System.Linq.Expressions;
using Financials.Client.Sandbox;

namespace Financials.Client.Tests.Documentation.Snippets;

/// <summary>The C# of docs/testing.md.</summary>
internal static class TestingSnippets
{
    public static async Task RunAgainstTheSandboxAsync()
    {
        // snippet: sandbox
        await using var sandbox = await FinancialsSandbox.StartAsync();
        using FinancialsClient client = sandbox.CreateBusinessCentralClient();
        CompanyClient company = client.Companies[sandbox.Company.Id];

        await company.Customers.CreateAsync(new Customer { Number = "10000", DisplayName = "Coho Winery" });

        Assert.That(sandbox.Company.Customers, Has.One.Property("Number").EqualTo("10000"));
        Assert.That(sandbox.Requests.Count(request => request.Method == "POST"), Is.EqualTo(1));
        // end
    }

    public static async Task<List<Company>> RetryWithoutDelaysAsync(FinancialsSandbox sandbox)
    {
        // snippet: no delays
        var options = new FinancialsClientOptions { Resilience = { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero } };
        using FinancialsClient client = sandbox.CreateBusinessCentralClient(options);
        // end
        return await client.Companies.ToListAsync();
    }

    // snippet: fakes
    internal sealed class FakeCompany : CompanyClient
    {
        public override CustomersClient Customers { get; } = new FakeCustomers();
    }

    internal sealed class FakeCustomers : CustomersClient
    {
        public override Task<Customer> GetAsync(Guid id, CancellationToken cancellationToken = default) =>
            Task.FromResult(FinancialsModelFactory.Customer(new Customer { DisplayName = "Coho Winery" }, id, balance: 1500m));

        public override EntityQuery<Customer> Where(Expression<Func<Customer, bool>> condition) =>
            FinancialsModelFactory.Query<Customer>([new() { DisplayName = "Coho Winery" }]).Where(condition);
    }
    // end
}
