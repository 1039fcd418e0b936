using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Queries;

/// <summary>
/// What a developer types daily must not read the whole set and look for the one record here, which LINQ's methods for asynchronous
/// sequences would do without a word.
/// </summary>
public class TerminalCallTests
{
    private const string One = """{"value":[{"number":"7"}]}""";
    private const string Two = """{"value":[{"number":"7"},{"number":"8"}]}""";

    [Test]
    public void QueriesAndSets_AreNoSequences_SoThatNoMethodOfLinqBindsToThem()
    {
        var queries = typeof(FinancialsClient).Assembly.GetExportedTypes()
            .Where(type => type.Name.StartsWith("EntityQuery", StringComparison.Ordinal) || type.BaseType?.Name.Contains("EntitySet", StringComparison.Ordinal) == true)
            .ToList();

        Assert.That(queries, Has.Count.GreaterThan(15));
        Assert.That(queries.SelectMany(type => type.GetInterfaces()), Is.Empty);
    }

    [TestCaseSource(nameof(ConditionalCalls))]
    public async Task ConditionalCall_SendsItsCondition(Func<CustomersClient, Task> call, string top)
    {
        var options = await OptionsOfAsync(One, call);

        Assert.That(options, Is.EquivalentTo(new Dictionary<string, string> { ["$filter"] = "number eq '7'", ["$top"] = top }));
    }

    [TestCaseSource(nameof(UnconditionalCalls))]
    public async Task UnconditionalCall_ReadsNoMoreThanItNeeds(Func<CustomersClient, Task> call, string top)
    {
        var options = await OptionsOfAsync(One, call);

        Assert.That(options, Is.EquivalentTo(new Dictionary<string, string> { ["$top"] = top }));
    }

    [Test]
    public void FirstAndSingle_WithoutAMatch_SayThatThereIsNone()
    {
        using var transport = ScriptedTransport.Answering(SentQuery.NoEntities);
        using var client = TestClients.Facade(transport);
        var customers = client.Company().Customers;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                async () => await customers.FirstAsync(c => c.Number == "7"),
                Throws.TypeOf<FinancialsNotFoundException>().With.Message.StartsWith("There is no Customer that meets the condition."));
            Assert.That(async () => await customers.SingleAsync(c => c.Number == "7"), Throws.TypeOf<FinancialsNotFoundException>());
            Assert.That(async () => await customers.FirstOrDefaultAsync(c => c.Number == "7"), Is.Null);
            Assert.That(async () => await customers.SingleOrDefaultAsync(c => c.Number == "7"), Is.Null);
            Assert.That(async () => await customers.AnyAsync(), Is.False);
        }
    }

    [Test]
    public void Single_WithSeveralMatches_RefusesToChoose()
    {
        using var transport = ScriptedTransport.Answering(Two);
        using var client = TestClients.Facade(transport);
        var customers = client.Company().Customers;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(async () => await customers.SingleAsync(), Throws.InvalidOperationException.With.Message.StartsWith("Several Customer entities"));
            Assert.That(async () => await customers.SingleOrDefaultAsync(c => c.Number != "1"), Throws.InvalidOperationException);
            Assert.That(async () => (await customers.FirstAsync()).Number, Is.EqualTo("7"));
        }
    }

    [Test]
    public async Task GetAsync_OnAQuery_ReadsTheEntityWithWhatTheQueryExpandsAndSelects()
    {
        using var transport = new ScriptedTransport(request => ScriptedTransport.Record(request, """{"currency":{"code":"USD"}}"""));
        using var client = TestClients.BusinessCentral(transport);

        var customer = await client.Company().Customers.Expand(c => c.Currency).SelectFields(c => c.Number).GetAsync(Ids.Customer);

        Assert.That(customer.Currency!.Code, Is.EqualTo("USD"));
        Assert.That(transport.Requests.Single().Target.AbsolutePath, Does.EndWith($"/customers({Ids.Customer})"));
        Assert.That(
            SentQuery.OptionsOf(transport.Requests.Single()),
            Is.EquivalentTo(new Dictionary<string, string> { ["$select"] = "number,id", ["$expand"] = "currency" }));
    }

    [Test]
    public void GetAsync_OnAQueryWithACondition_IsRefused()
    {
        using var transport = ScriptedTransport.Answering(One);
        using var client = TestClients.Facade(transport);

        Assert.That(
            async () => await client.Company().Customers.Where(c => c.Number == "7").GetAsync(Ids.Customer),
            Throws.InvalidOperationException.With.Message.Contains("neither filtered nor sorted"));
        Assert.That(transport.Requests, Is.Empty);
    }

    [Test]
    public async Task WithPageSize_AsksForPagesOfThatSize_HoweverTheQueryIsRead()
    {
        using var transport = ScriptedTransport.Answering(One);
        using var client = TestClients.Facade(transport);
        var customers = client.Company().Customers.WithPageSize(500);

        await foreach (var customer in customers)
        {
            Assert.That(customer.Number, Is.EqualTo("7"));
        }

        await customers.ToListAsync();
        await foreach (var page in customers.AsPages())
        {
            Assert.That(page.Items, Has.Count.EqualTo(1));
        }

        Assert.That(transport.Requests.Select(request => request.Headers["Prefer"]), Is.EqualTo(Enumerable.Repeat("odata.maxpagesize=500", 3)));
        Assert.That(() => client.Company().Customers.WithPageSize(0), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public async Task AsAsyncEnumerable_GivesEverythingToWhoeverAsksForIt()
    {
        using var transport = ScriptedTransport.Answering(Two);
        using var client = TestClients.Facade(transport);
        var numbers = new List<string?>();

        await foreach (var customer in client.Company().Customers.AsAsyncEnumerable())
        {
            numbers.Add(customer.Number);
        }

        Assert.That(numbers, Is.EqualTo(["7", "8"]));
    }

    [Test]
    public void WithCancellation_EndsTheEnumeration()
    {
        using var transport = ScriptedTransport.Answering(Two);
        using var client = TestClients.Facade(transport);

        Assert.That(
            async () =>
            {
                await foreach (var customer in client.Company().Customers.WithCancellation(new CancellationToken(canceled: true)))
                {
                    Assert.Fail($"{customer.Number} came although the token was cancelled.");
                }
            },
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(transport.Requests, Is.Empty);
    }

    private static IEnumerable<TestCaseData> ConditionalCalls() =>
    [
        Case("FirstAsync", customers => customers.FirstAsync(c => c.Number == "7"), "1"),
        Case("FirstOrDefaultAsync", customers => customers.FirstOrDefaultAsync(c => c.Number == "7"), "1"),
        Case("SingleAsync", customers => customers.SingleAsync(c => c.Number == "7"), "2"),
        Case("SingleOrDefaultAsync", customers => customers.SingleOrDefaultAsync(c => c.Number == "7"), "2"),
        Case("AnyAsync", customers => customers.AnyAsync(c => c.Number == "7"), "1"),
    ];

    private static IEnumerable<TestCaseData> UnconditionalCalls() =>
    [
        Case("FirstAsync", customers => customers.FirstAsync(), "1"),
        Case("FirstOrDefaultAsync", customers => customers.FirstOrDefaultAsync(), "1"),
        Case("SingleAsync", customers => customers.SingleAsync(), "2"),
        Case("SingleOrDefaultAsync", customers => customers.SingleOrDefaultAsync(), "2"),
        Case("AnyAsync", customers => customers.AnyAsync(), "1"),
    ];

    private static TestCaseData Case(string name, Func<CustomersClient, Task> call, string top) => new TestCaseData(call, top).SetArgDisplayNames(name);

    private static async Task<IReadOnlyDictionary<string, string>> OptionsOfAsync(string json, Func<CustomersClient, Task> call)
    {
        using var transport = ScriptedTransport.Answering(json);
        using var client = TestClients.Facade(transport);

        await call(client.Company().Customers);

        return SentQuery.OptionsOf(transport.Requests.Single());
    }
}
