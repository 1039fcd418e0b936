namespace Financials.Client.Tests.Documentation.Snippets;

/// <summary>The C# of docs/queries.md and docs/migrating.md.</summary>
internal static class QuerySnippets
{
    public static async Task<(Customer?, Customer, int)> ReadAsync(CompanyClient company, Guid customerId)
    {
        // snippet: query
        await foreach (Customer customer in company.Customers
            .Where(c => c.DisplayName!.StartsWith("Coho") && c.BalanceDue > 0)
            .OrderBy(c => c.DisplayName))
        {
            Console.WriteLine($"{customer.Number} {customer.DisplayName} has to pay {customer.BalanceDue} now");
        }

        Customer? byNumber = await company.Customers.SingleOrDefaultAsync(c => c.Number == "20000");
        Customer byId = await company.Customers.Expand(c => c.Currency).GetAsync(customerId);
        int owing = await company.Customers.CountAsync(c => c.BalanceDue > 0);
        // end
        return (byNumber, byId, owing);
    }

    public static async Task<List<Customer>> ReadTheTopAsync(CompanyClient company)
    {
        // snippet: order and size
        List<Customer> top = await company.Customers
            .OrderByDescending(c => c.BalanceDue).ThenBy(c => c.Number)
            .Take(10)
            .SelectFields(c => c.Number, c => c.DisplayName, c => c.BalanceDue)
            .ToListAsync();
        // end
        return top;
    }

    public static async Task ReadPagesAsync(CompanyClient company, string? lastToken, Func<IReadOnlyList<Customer>, string?, Task> SaveAsync)
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

    public static async Task<List<Currency>> SetOptionsForSomeCallsAsync(CompanyClient company)
    {
        // snippet: options for some calls
        Func<CallOptions, CallOptions> german = options => options with { Language = "de-DE", Timeout = TimeSpan.FromSeconds(10) };
        List<Currency> currencies = await company.Currencies.With(german).ToListAsync();
        // end
        return currencies;
    }

    public static CompanyClient Observe(CompanyClient company, string trace)
    {
        // snippet: observe
        CompanyClient observed = company.With(options => options with
        {
            Headers = new Dictionary<string, string> { ["X-Trace"] = trace },
            OnResponse = response => Console.WriteLine($"{response.Status} after {response.Attempts} attempt(s)"),
        });
        // end
        return observed;
    }

    public static async Task<Customer?> FindAsFromHttpClientAsync(CompanyClient company, string trace)
    {
        // snippet: from HttpClient
        var headers = new Dictionary<string, string> { ["X-Trace"] = trace };
        Customer? customer = await company.With(options => options with { Headers = headers })
            .Customers.FirstOrDefaultAsync(c => c.Email == "ap@coho.example");
        // end
        return customer;
    }

    public static async Task<List<SalesInvoice>> ReadAsFromODataAsync(CompanyClient company, DateOnly from)
    {
        // snippet: from OData clients
        List<SalesInvoice> invoices = await company.SalesInvoices
            .Where(i => i.CustomerNumber == "20000" && i.PostingDate >= from)
            .Expand(i => i.Customer)
            .OrderBy(i => i.PostingDate)
            .ToListAsync();
        // end
        return invoices;
    }
}
