using System.Linq.Expressions;

namespace Financials.Client.Tests.Fakes;

/// <summary>Customers in memory, with one refusal on demand.</summary>
internal sealed class FakeCustomers : CustomersClient
{
    private readonly Dictionary<Guid, Customer> _customers = [];

    public FinancialsException? NextRefusal { get; set; }

    /// <summary>What somebody else does just before a create arrives.</summary>
    public Action? BeforeCreate { get; set; }

    public Customer Add(Customer customer, decimal? balance = null)
    {
        var stored = FinancialsModelFactory.Customer(customer, balance: balance);
        _customers.Add(stored.Id!.Value, stored);
        return stored;
    }

    public override Task<Customer> GetAsync(Guid id, CancellationToken cancellationToken = default) => _customers.TryGetValue(id, out var customer)
        ? Task.FromResult(customer)
        : Task.FromException<Customer>(new FinancialsNotFoundException("There is no such customer."));

    public override Task<Customer> CreateAsync(Customer entity, CancellationToken cancellationToken = default)
    {
        BeforeCreate?.Invoke();
        Refuse();
        return Task.FromResult(Add(entity));
    }

    public override Task<Customer> UpdateAsync(Customer entity, CancellationToken cancellationToken = default)
    {
        Refuse();
        _customers[entity.Id!.Value] = entity;
        return Task.FromResult(entity);
    }

    public override EntityQuery<Customer> Where(Expression<Func<Customer, bool>> condition) => new FakeQuery<Customer>(_customers.Values).Where(condition);

    private void Refuse()
    {
        if (NextRefusal is { } refusal)
        {
            NextRefusal = null;
            throw refusal;
        }
    }
}
