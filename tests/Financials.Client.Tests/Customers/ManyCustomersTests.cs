using System.Globalization;
using Financials.Client.Tests.SafeCreates;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Customers;

/// <summary>Customers that are created together are each created once, and each has a result.</summary>
[CancelAfter(30_000)]
public class ManyCustomersTests
{
    [Test]
    public async Task CreateAll_NothingGoesWrong_CreatesThemTogetherAndInOrder(CancellationToken guard)
    {
        using var server = new ModelServer();

        var results = await RunAsync(server, Customers(150), guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => result.Created!.Number), Is.EqualTo(Customers(150).Select(customer => customer.Number)));
            Assert.That(results.Select(result => result.Created!.Id.ToString()), Is.EqualTo(server["customers"].Rows.Select(row => row["id"]!.ToString())));
            Assert.That(results.Select(result => result.Failure), Is.All.Null);
            Assert.That(server.Methods, Is.EqualTo("POST POST POST POST"));
        }
    }

    [Test]
    public async Task CreateAll_NumberTakenAndValueRefused_AreResultsAndTheOthersAreCreated(CancellationToken guard)
    {
        using var server = new ModelServer { Refuses = row => row["number"]?.ToString() == "C0007" };
        server.Insert("customers", new() { ["number"] = "C0003", ["displayName"] = "Somebody else" });

        var results = await RunAsync(server, Customers(10), guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => result.Sent.Number), Is.EqualTo(Customers(10).Select(customer => customer.Number)));
            Assert.That(results[3].Failure, Is.InstanceOf<FinancialsDuplicateException>());
            Assert.That(results[7].Failure, Is.InstanceOf<FinancialsValidationException>());
            Assert.That(results.Count(result => result.Created is not null), Is.EqualTo(8));
            Assert.That(server.CountOf("customers"), Is.EqualTo(9));
        }
    }

    [Test]
    public async Task CreateAll_ResponseLost_IsSettledByOneLookUp([Values] bool isExecuted, CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(isExecuted ? ModelExecution.Now : ModelExecution.Never));

        var results = await RunAsync(server, Customers(10), guard);

        Assert.That(results.Select(result => result.Created), Has.None.Null);
        Assert.That(server.CountOf("customers"), Is.EqualTo(10));
        Assert.That(server.Methods, Is.EqualTo(isExecuted ? "POST GET" : "POST GET GET POST"));
    }

    [Test]
    public async Task CreateAll_CustomersWithoutNumbers_GoByThemselves(CancellationToken guard)
    {
        using var server = new ModelServer();
        var customers = Customers(6);
        customers[1] = customers[1] with { Number = null };
        customers[4] = customers[4] with { Number = " " };

        var results = await RunAsync(server, customers, guard);

        Assert.That(results.Select(result => result.Sent), Is.EqualTo(customers));
        Assert.That(results.Select(result => result.Created), Has.None.Null);
        Assert.That(server.Sent("POST"), Is.EqualTo(3));
    }

    [Test]
    public async Task CreateAll_CustomerWithoutANumberLost_IsToldAsUnknown(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Now));

        var results = await RunAsync(server, [new Customer { DisplayName = "No number" }], guard);

        Assert.That(results.Single().Failure, Is.InstanceOf<FinancialsOutcomeUnknownException>());
        Assert.That(server.CountOf("customers"), Is.EqualTo(1));
    }

    [Test]
    public async Task CreateAll_CustomerWithoutAName_CreatesThoseBeforeIt(CancellationToken guard)
    {
        using var server = new ModelServer();
        var customers = Customers(4);
        customers[2] = customers[2] with { DisplayName = null };

        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(server, customers, guard));

        Assert.That(server.CountOf("customers"), Is.EqualTo(2));
    }

    [Test]
    public async Task CreateAll_Forbidden_Throws(CancellationToken guard)
    {
        using var server = new ModelServer { Chooser = _ => ModelFault.Forbidden };

        await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => RunAsync(server, Customers(4), guard));
    }

    [Test]
    public async Task CreateAll_OnTheDocumentedSurface_GoesOneByOne(CancellationToken guard)
    {
        using var server = new ModelServer();
        using var client = server.DocumentedClient();

        var results = await client.Companies[Ids.Company].Customers.CreateAllAsync(Customers(3), guard).ToListAsync(guard);

        Assert.That(results.Select(result => result.Created), Has.None.Null);
        Assert.That(server.Sent("POST"), Is.EqualTo(3));
    }

    private static List<Customer> Customers(int count) => [.. Enumerable.Range(0, count).Select(i => new Customer
    {
        Number = string.Create(CultureInfo.InvariantCulture, $"C{i:D4}"), DisplayName = "Coho Winery",
    })];

    private static async Task<List<CreateResult<Customer>>> RunAsync(ModelServer server, IEnumerable<Customer> customers, CancellationToken guard)
    {
        using var client = server.Client();
        return await client.Companies[Ids.Company].Customers.CreateAllAsync(customers, guard).ToListAsync(guard);
    }
}
