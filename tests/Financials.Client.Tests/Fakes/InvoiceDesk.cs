namespace Financials.Client.Tests.Fakes;

/// <summary>
/// A piece of an application as it might be written against this package. It takes the company as a parameter, so a test can
/// give it another one.
/// </summary>
internal sealed class InvoiceDesk(CompanyClient company)
{
    /// <summary>Finds the customer by number, or takes it in.</summary>
    public async Task<Customer> FindOrCreateAsync(string number, string name, CancellationToken cancellationToken = default)
    {
        if (await company.Customers.Where(c => c.Number == number).FirstOrDefaultAsync(cancellationToken) is { } known)
        {
            return known;
        }

        try
        {
            return await company.Customers.CreateAsync(new Customer { Number = number, DisplayName = name }, cancellationToken);
        }
        catch (FinancialsDuplicateException)
        {
            // Somebody was faster.
            return (await company.Customers.Where(c => c.Number == number).FirstOrDefaultAsync(cancellationToken))!;
        }
    }

    /// <summary>What all customers together owe, largest debts first.</summary>
    public async Task<(decimal Total, IReadOnlyList<string?> Numbers)> DebtsAsync()
    {
        var total = 0m;
        List<string?> numbers = [];
        await foreach (var customer in company.Customers.Where(c => c.Balance > 0).OrderByDescending(c => c.Balance))
        {
            total += customer.Balance!.Value;
            numbers.Add(customer.Number);
        }

        return (total, numbers);
    }

    /// <summary>Writes a payment into the journal of the day.</summary>
    public async Task<int?> RecordPaymentAsync(Guid journalId, string customerNumber, decimal received)
    {
        var payment = await company.PaymentJournals[journalId].Payments.CreateAsync(
            new CustomerPayment { CustomerNumber = customerNumber, Amount = -received });
        return payment.LineNumber;
    }

    /// <summary>Blocks a customer; a customer that has been changed meanwhile is blocked as it is now.</summary>
    public async Task<Customer> BlockAsync(Guid customerId)
    {
        var customer = await company.Customers.GetAsync(customerId);
        try
        {
            return await company.Customers.UpdateAsync(customer with { Blocked = CustomerBlocked.All });
        }
        catch (FinancialsStaleException stale) when (stale.Current is Customer current)
        {
            return await company.Customers.UpdateAsync(current with { Blocked = CustomerBlocked.All });
        }
    }
}
