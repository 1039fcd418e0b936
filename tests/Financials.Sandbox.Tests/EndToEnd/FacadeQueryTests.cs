using Financials.Client;
using Financials.Sandbox.Tests.Support;

namespace Financials.Sandbox.Tests.EndToEnd;

/// <summary>The questions that the facade can ask, and the batch.</summary>
[TestFixture]
public sealed class FacadeQueryTests
{
    private Bench _bench = null!;

    private IReadOnlyList<Customer> All => _bench.Sandbox.Company.Customers;

    private CustomersClient Customers => _bench.Company.Customers;

    [OneTimeSetUp]
    public async Task Start() => _bench = await Bench.StartAsync();

    [OneTimeTearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [Test]
    public async Task Where_InEveryForm_FindsWhatLinqFinds()
    {
        var id = All[3].Id;
        var since = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        (System.Linq.Expressions.Expression<Func<Customer, bool>> Condition, Func<Customer, bool> Same)[] conditions =
        [
            (c => c.Number == "21000", c => c.Number == "21000"),
            (c => c.Number != "21000" && c.Balance > 1_000m, c => c.Number != "21000" && c.Balance > 1_000m),
            (c => c.Balance <= 1_000m || c.Balance > 1_800m, c => c.Balance is <= 1_000m or > 1_800m),
            (c => c.DisplayName!.StartsWith("City Power & "), c => c.DisplayName!.StartsWith("City Power & ", StringComparison.Ordinal)),
            (c => c.DisplayName!.EndsWith("Møbler"), c => c.DisplayName!.EndsWith("Møbler", StringComparison.Ordinal)),
            (c => c.DisplayName!.Contains("O'B"), c => c.DisplayName!.Contains("O'B", StringComparison.Ordinal)),
            (c => c.Id == id, c => c.Id == id),
            (c => c.TaxLiable == true && c.CurrencyId == null, c => c.TaxLiable == true && c.CurrencyId is null),
            (c => c.LastModified > since, c => c.LastModified > since),
            (c => c.Blocked == CustomerBlocked.All, c => c.Blocked == CustomerBlocked.All),
        ];
        using var _ = Assert.EnterMultipleScope();
        foreach (var (condition, same) in conditions)
        {
            var expected = All.Where(same).ToList();
            Assert.That(await Customers.Where(condition).ToListAsync(), Is.EqualTo(expected), $"{condition}");
            Assert.That(await Customers.CountAsync(condition), Is.EqualTo(expected.Count), $"{condition}");
            Assert.That(await Customers.AnyAsync(condition), Is.EqualTo(expected.Count > 0), $"{condition}");
            Assert.That(await Customers.FirstOrDefaultAsync(condition), Is.EqualTo(expected.FirstOrDefault()), $"{condition}");
        }
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
    public async Task SelectedFields_Alone_AreRead()
    {
        var customer = await Customers.OrderByDescending(c => c.Number).SelectFields(c => c.Number, c => c.Address).FirstOrDefaultAsync();
        using var _ = Assert.EnterMultipleScope();
        Assert.That((customer!.Number, customer.Address, customer.Id), Is.EqualTo((All[^1].Number, All[^1].Address, All[^1].Id)));
        Assert.That(customer.DisplayName, Is.Null);
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
            var batch = Enumerable.Range(1, 50).Select(i => new BatchPayment($"line {i}", new CustomerPayment { CustomerNumber = "20000", Amount = -i }));
            using var ledger = new FilePaymentLedger(path);
            var results = await bench.Payments.CreateAllAsync(batch.ToAsyncEnumerable(), ledger).ToListAsync();
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
