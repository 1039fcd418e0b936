namespace Financials.Client.Tests.Tasks;

/// <summary>The calls of the Microsoft Graph SDK that applications come with, and what stands in their place.</summary>
internal static class GraphMigrations
{
    public static async Task<List<Company>> ListAsync(FinancialsClient client)
    {
        // snippet: Companies.GetAsync()
        List<Company> companies = await client.Companies.ToListAsync();
        // end
        return companies;
    }

    public static async Task<Customer> CreateAsync(CompanyClient company, Customer customer)
    {
        // snippet: Customers.PostAsync(customer)
        Customer created = await company.Customers.CreateAsync(customer);
        // end
        return created;
    }

    public static async Task<List<Customer>> FilterAsync(CompanyClient company)
    {
        // snippet: Customers.GetAsync(r => r.QueryParameters.Filter = "number eq '1'")
        List<Customer> customers = await company.Customers.Where(c => c.Number == "1").ToListAsync();
        // end
        return customers;
    }

    public static async Task<Customer> PatchAsync(CompanyClient company, Guid id)
    {
        // snippet: Customers[id].PatchAsync(new() { Email = "ap@coho.example" })
        Customer changed = await company.Customers.UpdateAsync(id, new() { Email = "ap@coho.example" });
        // end
        return changed;
    }

    public static async Task<CustomerPayment> PayAsync(CompanyClient company, Guid journal, CustomerPayment payment)
    {
        // snippet: CustomerPaymentJournals[journal].CustomerPayments.PostAsync(payment)
        CustomerPayment created = await company.PaymentJournals[journal].Payments.CreateAsync(payment);
        // end
        return created;
    }
}
