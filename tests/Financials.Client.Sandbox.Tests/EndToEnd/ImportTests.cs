using Financials.Client.Sandbox.Tests.Support;

namespace Financials.Client.Sandbox.Tests.EndToEnd;

/// <summary>A long import.</summary>
[TestFixture]
public sealed class ImportTests
{
    private const int Payments = 2_000;

    [Test]
    [CancelAfter(60_000)]
    public async Task Import_OverABadConnection_LeavesEachPaymentOnce(CancellationToken guard)
    {
        await using var bench = await Bench.StartAsync();
        var journal = await bench.Company.PaymentJournals.CreateAsync(new PaymentJournal { Code = "IMPORT" }, guard);
        var payments = bench.Company.PaymentJournals[journal.Id!.Value].Payments;
        foreach (var fault in new[]
        {
            SandboxFault.DropAnswerAfterWrite().On("POST").WithProbability(0.01, seed: 1),
            SandboxFault.Reset().WithProbability(0.01, seed: 2),
            SandboxFault.Throttle(RetryAfterForm.Fraction, TimeSpan.FromMilliseconds(10)).WithProbability(0.02, seed: 3),
            SandboxFault.Fail(504).AfterWrite().WithProbability(0.01, seed: 4),
        })
        {
            bench.Sandbox.Faults.Add(fault);
        }

        for (var i = 1; i <= Payments; i++)
        {
            await payments.CreateAsync(new CustomerPayment { CustomerNumber = "20000", Amount = -i }, guard);
        }

        var stored = bench.Sandbox.Company.Payments(journal.Id.Value);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stored.Select(payment => payment.Amount), Is.EqualTo(Enumerable.Range(1, Payments).Select(i => (decimal?)-i)));
            Assert.That(bench.Sandbox.Faults.Active, Has.All.Property(nameof(ActiveFault.Hits)).Positive);
        }
    }
}
