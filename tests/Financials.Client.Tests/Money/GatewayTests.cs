using Financials.Client.KillTarget;
using Financials.Client.Tests.Outbox;

namespace Financials.Client.Tests.Money;

/// <summary>A gateway delivers every tenth create twice: each payment has one line all the same, and is known to have it.</summary>
[CancelAfter(600_000)]
public class GatewayTests
{
    /// <summary>How many payments of a batch go in one request.</summary>
    private const int InARequest = 4;

    [Test]
    public async Task Creates_SomeDeliveredTwice_HaveOneLineEach([Values] bool isBatch, [Values] bool showsTheSecond, [Values(1, 5)] int concurrency, CancellationToken guard)
    {
        await using var bank = await Bank.OpenAsync();
        using var gateway = new RepeatingGateway(share: 0.1, showsTheSecond);
        using var client = bank.Client(gateway, InARequest);
        using var file = new TemporaryFile();
        using var ledger = new FilePaymentLedger(file.Path);
        var journal = await bank.NewJournalAsync();
        var payments = client.Companies[bank.Company.Id].PaymentJournals[journal].Payments;
        var batch = Batches.Of(Bank.Size("GATEWAY_PAYMENTS", 200));

        IReadOnlyCollection<WriterResult> results = isBatch
            ? await RunBatchAsync(payments, batch, ledger, concurrency, guard)
            : await CreateEachAsync(payments, batch, concurrency, guard);

        var tally = new Tally(results, bank.Company.Payments(journal));
        TestContext.Out.WriteLine($"{(isBatch ? "batch" : "creates")}, {concurrency} at a time, {gateway.Repeated} delivered twice, {(showsTheSecond ? "second" : "first")} response: {tally}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((tally.Payments, tally.Lines), Is.EqualTo((batch.Count, batch.Count)));
            Assert.That((tally.Duplicates, tally.Lost, tally.Unknown, tally.Refused), Is.EqualTo((0, 0, 0, 0)));
            Assert.That(gateway.Repeated, Is.GreaterThan(batch.Count / 30 / (isBatch ? InARequest : 1)));
        }
    }

    private static async Task<List<WriterResult>> RunBatchAsync(
        JournalPaymentsClient payments, List<BatchPayment> batch, FilePaymentLedger ledger, int concurrency, CancellationToken guard)
    {
        var amounts = batch.ToDictionary(item => item.Reference, item => item.Payment.Amount!.Value);
        var results = await payments.RunAsync(batch, ledger, guard, concurrency);
        return results.ConvertAll(result => new WriterResult(
            result.Outcome.ToString(), amounts[result.Reference], result.LineNumber, result.PaymentId, result.DocumentNumber));
    }

    private static async Task<List<WriterResult>> CreateEachAsync(JournalPaymentsClient payments, List<BatchPayment> batch, int concurrency, CancellationToken guard)
    {
        var results = new List<WriterResult>();
        foreach (var group in batch.Chunk(concurrency))
        {
            var created = await Task.WhenAll(group.Select(item => payments.CreateAsync(item.Payment, guard)));
            results.AddRange(created.Select(payment => new WriterResult("Created", payment.Amount!.Value, payment.LineNumber, payment.Id, payment.DocumentNumber)));
        }

        return results;
    }
}
