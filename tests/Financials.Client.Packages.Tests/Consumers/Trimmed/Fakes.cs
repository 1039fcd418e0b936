using System.Linq.Expressions;
using Financials.Client;

internal sealed class FakeCompany : CompanyClient
{
    public override CustomersClient Customers { get; } = new FakeCustomers();
}

internal sealed class FakeCustomers : CustomersClient
{
    private static readonly Customer[] Items =
    [
        FinancialsModelFactory.Customer(new Customer { Number = "10000" }, balance: 1500m),
        FinancialsModelFactory.Customer(new Customer { Number = "20000" }, balance: 0m),
    ];

    public override EntityQuery<Customer> Where(Expression<Func<Customer, bool>> condition) => FinancialsModelFactory.Query(Items).Where(condition);
}
