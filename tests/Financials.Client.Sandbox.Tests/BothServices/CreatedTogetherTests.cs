namespace Financials.Client.Sandbox.Tests.BothServices;

/// <summary>Many payments and customers, over a real connection and by the rules of the service.</summary>
[TestFixture(ServedAs.BusinessCentral)]
[TestFixture(ServedAs.Documented)]
public sealed class CreatedTogetherTests(ServedAs service)
{
    private ServiceBench _bench = null!;

    [SetUp]
    public async Task Start() => _bench = await ServiceBench.StartAsync(service);

    [TearDown]
    public async Task Stop() => await _bench.DisposeAsync();

    [Test]
    public async Task Payments_SomeOfThemWrong_AreCreatedButForThose()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var before = await _bench.Journal.Payments.CountAsync();
        var batch = Enumerable.Range(1, 150).Select(i => new BatchPayment(
            $"line {i}", new CustomerPayment { CustomerNumber = i is 7 or 50 ? "NOBODY" : "20000", Amount = -i, PostingDate = new(2026, 1, 31), ContactId = null }));
        List<BatchPaymentResult> results;
        using (var ledger = new FilePaymentLedger(path))
        {
            results = await _bench.Journal.Payments.CreateAllAsync(batch, ledger).ToListAsync();
        }

        File.Delete(path);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => result.Reference), Is.EqualTo(batch.Select(item => item.Reference)));
            Assert.That(results.FindAll(result => !result.IsCreated).ConvertAll(result => result.Reference), Is.EqualTo((string[])["line 7", "line 50"]));
            Assert.That(results.FindAll(result => result.Failure is FinancialsValidationException), Has.Count.EqualTo(2));
            Assert.That(await _bench.Journal.Payments.CountAsync(), Is.EqualTo(before + 148));
            Assert.That(_bench.Posts("/$batch") > 0, Is.EqualTo(service is ServedAs.BusinessCentral));
        }
    }

    [Test]
    public async Task Customers_OneOfThemThereAlready_AreCreatedButForThat()
    {
        var customers = Enumerable.Range(1, 30).Select(i => new Customer { Number = i == 9 ? "20000" : $"T{i:D3}", DisplayName = $"Customer {i}" }).ToList();

        var results = await _bench.Company.Customers.CreateAllAsync(customers).ToListAsync();

        Assert.That(results.Select(result => result.Created?.Number), Is.EqualTo(customers.Select((customer, place) => place == 8 ? null : customer.Number)));
        Assert.That(results[8].Failure, Is.InstanceOf<FinancialsDuplicateException>());
    }
}
