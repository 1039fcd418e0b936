
namespace Financials.Client.Sandbox.Tests.BothServices;

/// <summary>Who reads changes from a stored watermark knows all there is, on both services.</summary>
[TestFixture(ServedAs.Documented)]
[TestFixture(ServedAs.BusinessCentral)]
public sealed class ChangesTests(ServedAs service)
{
    private ServiceBench _bench = null!;

    [SetUp]
    public async Task Start() => _bench = await ServiceBench.StartAsync(service);

    [TearDown]
    public ValueTask Stop() => _bench.DisposeAsync();

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Customers_ChangedWhileTheirChangesAreRead_AreKnownInTheirLastState(int seed)
    {
        var random = new Random(seed);
        var customers = _bench.Company.Customers;
        var ids = (await customers.ToListAsync()).ConvertAll(customer => customer.Id!.Value);
        var known = new Dictionary<Guid, Customer>();
        var come = new HashSet<(Guid?, string?)>();
        var stored = ChangeWatermark.Beginning.ToString();
        var changesLeft = 60;
        for (var walk = 0; walk < 8; walk++)
        {
            await foreach (var page in customers.ChangesSince(ChangeWatermark.Parse(stored), pageSizeHint: random.Next(1, 5)))
            {
                foreach (var customer in page.Items)
                {
                    known[customer.Id!.Value] = customer;
                    Assert.That(come.Add((customer.Id, customer.ETag)), $"{customer.Number} came twice.");
                }

                stored = page.Watermark.ToString();
                for (var changes = Math.Min(random.Next(3), changesLeft); changes > 0; changes--, changesLeft--)
                {
                    await ChangeOneAsync(customers, ids, random);
                }

                if (random.Next(5) == 0)
                {
                    break;
                }
            }
        }

        await foreach (var page in customers.ChangesSince(ChangeWatermark.Parse(stored)))
        {
            foreach (var customer in page.Items)
            {
                known[customer.Id!.Value] = customer;
            }
        }

        Assert.That(known.Values, Is.EquivalentTo(await customers.ToListAsync()));
    }

    [Test]
    public async Task Payments_OfAJournal_ComeOnceUntilTheyChange()
    {
        var payments = _bench.Journal.Payments;
        var payment = await payments.CreateAsync(new() { CustomerNumber = "21000", Amount = -1m });
        var first = await ReadAsync(ChangeWatermark.Beginning);
        var changed = await payments.UpdateAsync(payment with { Amount = -2m });
        var second = await ReadAsync(first[^1].Watermark);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.SelectMany(page => page.Items), Has.One.EqualTo(payment));
            Assert.That(second.SelectMany(page => page.Items), Is.EqualTo(new[] { changed }));
            Assert.That(second[^1].Watermark.NewestChange, Is.EqualTo(changed.LastModified));
            Assert.That(await ReadAsync(second[^1].Watermark), Is.Empty);
            Assert.That(() => _bench.Company.Customers.ChangesSince(second[^1].Watermark), Throws.ArgumentException);
        }

        async Task<List<ChangePage<CustomerPayment>>> ReadAsync(ChangeWatermark watermark)
        {
            var pages = new List<ChangePage<CustomerPayment>>();
            await foreach (var page in payments.ChangesSince(watermark))
            {
                pages.Add(page);
            }

            return pages;
        }
    }

    private static async Task ChangeOneAsync(CustomersClient customers, List<Guid> ids, Random random)
    {
        if (random.Next(4) == 0)
        {
            ids.Add((await customers.CreateAsync(new() { DisplayName = $"New {ids.Count}" })).Id!.Value);
            return;
        }

        var customer = await customers.GetAsync(ids[random.Next(ids.Count)]);
        await customers.UpdateAsync(customer with { DisplayName = $"Changed {random.Next()}" });
    }
}
