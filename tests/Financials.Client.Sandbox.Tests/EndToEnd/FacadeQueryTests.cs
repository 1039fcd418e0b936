using Financials.Client.Sandbox.Tests.Support;

namespace Financials.Client.Sandbox.Tests.EndToEnd;

/// <summary>The questions that the facade can ask, and the batch.</summary>
[TestFixture]
public sealed class FacadeQueryTests
{
    private Bench _bench = null!;

    private CustomersClient Customers => _bench.Company.Customers;

    [OneTimeSetUp]
    public async Task Start() => _bench = await Bench.StartAsync();

    [OneTimeTearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [TestCase("21000", true)]
    [TestCase("NOBODY", false)]
    public async Task AnyAndFirst_OfACondition_SayWhetherThereIsOne(string number, bool isThere)
    {
        using var _ = Assert.EnterMultipleScope();
        Assert.That(await Customers.AnyAsync(c => c.Number == number), Is.EqualTo(isThere));
        Assert.That(await Customers.FirstOrDefaultAsync(c => c.Number == number), Is.EqualTo(_bench.Sandbox.Company.Customers.SingleOrDefault(c => c.Number == number)));
        Assert.That(await Customers.CountAsync(c => c.Number == number), Is.EqualTo(isThere ? 1 : 0));
    }

    [Test]
    public async Task OrderAndTake_Combined_GiveTheTop()
    {
        var top = await _bench.Company.SalesInvoices.OrderBy(i => i.Status).ThenByDescending(i => i.TotalAmountIncludingTax).Take(5).ToListAsync();
        Assert.That(
            top.Select(invoice => invoice.Number),
            Is.EqualTo(_bench.Sandbox.Company.SalesInvoices
                .OrderBy(i => i.Status!.Value.Value, StringComparer.Ordinal).ThenByDescending(i => i.TotalAmountIncludingTax).Take(5).Select(invoice => invoice.Number)));
    }

    [Test]
    public async Task Pages_ContinuedAfterACreate_GiveEveryCustomerOnce()
    {
        await using var bench = await Bench.StartAsync(new() { PageSize = 5 });
        var before = bench.Sandbox.Company.Customers;
        EntityPage<Customer>? first = null;
        await foreach (var page in bench.Company.Customers.AsPages())
        {
            first = page;
            break;
        }

        await bench.Company.Customers.CreateAsync(new Customer { Number = "00001", DisplayName = "Before the place reached" });
        var rest = new List<Customer>();
        await foreach (var page in bench.Company.Customers.AsPages(first!.ContinuationToken))
        {
            Assert.That(page.Items, Has.Count.AtMost(5));
            rest.AddRange(page.Items);
        }

        Assert.That(first.Items.Concat(rest), Is.EqualTo(before));
    }

    [Test]
    public async Task Batch_OverLostAnswers_CreatesEachPaymentOnce()
    {
        await using var bench = await Bench.StartAsync();
        bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().On("POST", "*/customerPayments").WithProbability(0.2, seed: 3));
        var path = Path.GetTempFileName();
        try
        {
            var before = bench.Sandbox.Company.PaymentCount;
            var batch = Enumerable.Range(1, 50).Select(i => new BatchPayment(
                $"line {i}", new CustomerPayment { CustomerNumber = "20000", Amount = -i, PostingDate = new(2026, 1, 31) }));
            using var ledger = new FilePaymentLedger(path);
            var results = await bench.Payments.CreateAllAsync(batch, ledger).ToListAsync();
            using var _ = Assert.EnterMultipleScope();
            Assert.That(results, Has.Count.EqualTo(50).And.All.Property(nameof(BatchPaymentResult.IsCreated)).True);
            Assert.That(bench.Sandbox.Company.PaymentCount, Is.EqualTo(before + 50));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
