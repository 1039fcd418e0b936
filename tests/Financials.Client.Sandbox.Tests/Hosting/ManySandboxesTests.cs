using System.Diagnostics;

namespace Financials.Client.Sandbox.Tests.Hosting;

/// <summary>Many sandboxes in one process, as the tests of an app have them.</summary>
[TestFixture]
[CancelAfter(120_000)]
public sealed class ManySandboxesTests
{
    [Test]
    public async Task Sandboxes_BesideEachOther_ShareNothing(CancellationToken guard)
    {
        var clock = Stopwatch.StartNew();
        var sandboxes = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => FinancialsSandbox.StartAsync(null, guard)));
        TestContext.Out.WriteLine($"{sandboxes.Length} started in {clock.ElapsedMilliseconds} ms");
        var numbers = await Task.WhenAll(sandboxes.Select(async (sandbox, i) =>
        {
            using var client = sandbox.CreateBusinessCentralClient();
            await client.Companies[sandbox.Company.Id].Customers.CreateAsync(new Customer { Number = $"ONLY{i}", DisplayName = "Coho" }, guard);
            return string.Join(' ', sandbox.Company.Customers.Select(customer => customer.Number).Where(number => number!.StartsWith("ONLY", StringComparison.Ordinal)));
        }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(numbers, Is.EqualTo(Enumerable.Range(0, 100).Select(i => $"ONLY{i}")));
            Assert.That(sandboxes.Select(sandbox => sandbox.BaseAddress.Port), Is.Unique);
            Assert.That(sandboxes.Select(sandbox => sandbox.Token), Is.Unique);
        }

        await Task.WhenAll(sandboxes.Select(sandbox => sandbox.DisposeAsync().AsTask()));
    }

    [Test]
    public async Task Sandbox_Started_IsThereInAMoment()
    {
        var times = new List<long>();
        for (var i = 0; i < 10; i++)
        {
            var clock = Stopwatch.StartNew();
            await using var sandbox = await FinancialsSandbox.StartAsync();
            times.Add(clock.ElapsedMilliseconds);
        }

        times.Sort();
        TestContext.Out.WriteLine($"median {times[5]} ms, longest {times[^1]} ms");
        Assert.That(times[0], Is.LessThan(100), "the best of ten, because a busy machine says nothing of the others");
    }
}
