namespace Financials.Client.Tests.Fakes;

/// <summary>What a fake gives for a query, and what it says of calls that it does not have.</summary>
public class QueryOverAListTests
{
    private static readonly List<Customer> Customers =
    [
        FinancialsModelFactory.Customer(new() { Number = "2", DisplayName = "B", CreditLimit = 5 }),
        FinancialsModelFactory.Customer(new() { Number = "1", DisplayName = "B" }),
        FinancialsModelFactory.Customer(new() { Number = "3", DisplayName = "A" }),
    ];

    [Test]
    public async Task Query_EveryWayToReadIt_Works()
    {
        var query = FinancialsModelFactory.Query(Customers);
        var enumerated = new List<string?>();
        await foreach (var customer in query.OrderBy(c => c.DisplayName).ThenByDescending(c => c.Number).WithPageSize(1))
        {
            enumerated.Add(customer.Number);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(enumerated, Is.EqualTo(["3", "2", "1"]));
            Assert.That((await query.OrderByDescending(c => c.DisplayName).ThenBy(c => c.Number).Take(2).ToListAsync()).Select(c => c.Number), Is.EqualTo(["1", "2"]));
            Assert.That((await query.FirstAsync(c => c.DisplayName == "B")).Number, Is.EqualTo("2"));
            Assert.That(await query.FirstOrDefaultAsync(c => c.DisplayName == "C"), Is.Null);
            Assert.That((await query.SingleAsync(c => c.Number == "3")).DisplayName, Is.EqualTo("A"));
            Assert.That(await query.SingleOrDefaultAsync(c => c.Number == "4"), Is.Null);
            Assert.That(await query.AnyAsync(), Is.True);
            Assert.That(await query.CountAsync(c => c.DisplayName == "B"), Is.EqualTo(2));
            Assert.That(await query.Expand(c => c.Currency).SelectFields(c => c.Number).GetAsync(Customers[1]), Is.SameAs(Customers[1]));
            Assert.That(async () => await query.GetAsync(Guid.NewGuid()), Throws.TypeOf<FinancialsNotFoundException>());
        }
    }

    [Test]
    public void Fake_ACallThatItDoesNotOverride_IsNamed()
    {
        var company = new FakeCompany();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => company.Customers.OrderBy(c => c.Number), Lacks("FakeCustomers", "OrderBy"));
            Assert.That(() => company.Customers.Take(1), Lacks("FakeCustomers", "Take"));
            Assert.That(() => company.Customers.AsPages(), Lacks("FakeCustomers", "AsPages"));
            Assert.That(() => company.Customers.UpdateAsync(Guid.NewGuid(), new Customer()), Lacks("FakeCustomers", "UpdateAsync"));
            Assert.That(() => company.Currencies, Lacks("FakeCompany", "Currencies"));
            Assert.That(async () => await company.Customers.CountAsync(), Lacks("FakeCustomers", "CountAsync"));
        }
    }

    private static NUnit.Framework.Constraints.EqualStringConstraint Lacks(string fake, string member) =>
        Throws.TypeOf<NotSupportedException>().With.Message.EqualTo($"{fake} is a fake that does not override {member}.");
}
