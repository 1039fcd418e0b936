using Financials.Client.Tests.Outbox;

namespace Financials.Client.Tests.Money;

/// <summary>A batch dies at any point, its journal is posted, and it is resumed, hundreds of times: each with a ledger and a journal of its own.</summary>
[CancelAfter(1_800_000)]
public class PostedAfterDeathTests
{
    private const int Seed = 20170301;
    private const int Payments = 20;

    /// <summary>Points that a payment passes: before and after each of the lines in the ledger and of the request between them.</summary>
    private const int PointsOfAPayment = 6;

    [Test]
    public async Task Batch_DiedPostedAndResumed_PaysEachOnceOrSaysThatItIsUnknown([Values(1, 5)] int concurrency, [Values(1, 5)] int maxBatchSize, CancellationToken guard)
    {
        var random = new Random(Seed);
        await using var bank = await Bank.OpenAsync();
        var (posted, unknown, found, postings) = (0, 0, 0, 0);
        var rounds = Bank.Size("DEATHS", 12);

        for (var round = 0; round < rounds; round++)
        {
            var journal = await bank.NewJournalAsync();
            using var file = new TemporaryFile();
            var death = new Death(random.Next(1, Payments * (maxBatchSize == 1 ? PointsOfAPayment : PointsOfAPayment - 2)));
            await Assert.CatchAsync(() => RunAsync(bank, journal, file.Path, concurrency, maxBatchSize, death, guard));
            if (bank.Company.Payments(journal).Count > 0)
            {
                bank.Company.PostJournal(journal);
                postings++;
            }

            var results = await RunAsync(bank, journal, file.Path, concurrency, maxBatchSize, new Death(int.MaxValue), guard);

            var paid = bank.Paid(journal);
            Assert.That(paid.Where(payment => payment.Value > 1), Is.Empty, $"paid twice, in round {round} of seed {Seed}");
            Assert.That(results.Where(result => result.IsCreated && !paid.ContainsKey(result.DocumentNumber!)), Is.Empty, $"lost, in round {round} of seed {Seed}");
            Assert.That(results.Select(result => result.Outcome), Has.None.EqualTo(BatchPaymentOutcome.Refused));
            Assert.That(results, Has.Count.EqualTo(Payments));
            posted += results.Count(result => result.Outcome is BatchPaymentOutcome.Posted);
            unknown += results.Count(result => result.Outcome is BatchPaymentOutcome.Unknown);
            found += results.Count(result => result.Outcome is BatchPaymentOutcome.Unknown && paid.ContainsKey(result.DocumentNumber!));
        }

        TestContext.Out.WriteLine(
            $"seed={Seed}, {concurrency} at a time, {maxBatchSize} in a request: {rounds} deaths, {postings} postings, {rounds * Payments} payments, {posted} found posted, {unknown} unknown (of these paid: {found})");
        Assert.That(posted, Is.GreaterThan(rounds / 10));
        Assert.That(unknown, Is.LessThan(rounds * Payments / 20));
    }

    private static async Task<List<BatchPaymentResult>> RunAsync(Bank bank, Guid journal, string path, int concurrency, int maxBatchSize, Death death, CancellationToken guard)
    {
        using var transport = death.Transport();
        using var client = bank.Client(transport, maxBatchSize);
        using var ledger = new FilePaymentLedger(path);
        return await client.Companies[bank.Company.Id].PaymentJournals[journal].Payments.RunAsync(Batches.Of(Payments), death.Around(ledger), guard, concurrency);
    }
}
