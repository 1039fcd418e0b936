using System.Diagnostics;
using Financials.Client.KillTarget;
using Financials.Client.Tests.Outbox;

namespace Financials.Client.Tests.Money;

/// <summary>
/// A process that runs a batch is killed again and again, the journal is posted, and the batch is resumed: each payment is made once, or
/// told as unknown.
/// </summary>
[CancelAfter(3_600_000)]
public class KilledAndPostedTests
{
    private const int Seed = 20170301;
    private const int PaymentsOfARun = 6;

    private static readonly int Kills = Bank.Size("KILLS", 8);

    /// <summary>More than are made until the last kill, however far a process comes before it dies.</summary>
    private static readonly int Payments = Kills * 4 * PaymentsOfARun;

    [Test]
    public async Task Batch_KilledPostedAndResumed_PaysEachOnce(CancellationToken guard)
    {
        var random = new Random(Seed);
        await using var bank = await Bank.OpenAsync();
        var journal = await bank.NewJournalAsync();
        using var file = new TemporaryFile();
        var postings = 0;

        for (var kill = 0; kill < Kills; kill++)
        {
            await KillAsync(bank, journal, file.Path, random, () => { }, guard);
            postings += Post(bank, journal) ? 1 : 0;
        }

        var results = await FinishAsync(bank, journal, file.Path, guard);
        TestContext.Out.WriteLine($"seed={Seed}: {Kills} kills, {postings} postings, {Of(results)}");
        AssertOnceOrUnknown(results, bank.Paid(journal));
        Assert.That(postings, Is.GreaterThan(Kills / 2));
    }

    /// <summary>Everything at a time: lost requests and responses, a second writer with the same payments, and somebody who posts whenever he likes.</summary>
    [Test]
    public async Task Batch_KilledOverFaultsBesideAnotherWriterAndPostings_PaysEachOnceOrSaysThatItIsUnknown(CancellationToken guard)
    {
        var random = new Random(Seed);
        await using var bank = await Bank.OpenAsync();
        var journal = await bank.NewJournalAsync();
        using var file = new TemporaryFile();
        bank.FailCreates(0.1);
        using var client = bank.Client(transport: null);
        var other = new OtherWriter(client.Companies[bank.Company.Id].PaymentJournals[journal].Payments);
        var postings = 0;

        for (var kill = 0; kill < Kills; kill++)
        {
            var others = other.CreateAsync(PaymentsOfARun, guard);
            await KillAsync(bank, journal, file.Path, random, PostNowAndThen, guard);
            PostNowAndThen();
            await others;
        }

        var results = await FinishAsync(bank, journal, file.Path, guard);
        TestContext.Out.WriteLine($"seed={Seed}: {Kills} kills, {postings} postings, {Of(results)}; of the other writer: {Of(other.Results)}; {bank.Failed} requests failed");
        AssertOnceOrUnknown([.. results, .. other.Results], bank.Paid(journal));
        Assert.That(postings, Is.GreaterThan(Kills / 4));
        Assert.That(bank.Failed, Is.GreaterThan(Kills / 2));

        void PostNowAndThen() => postings += random.Next(3) == 0 && Post(bank, journal) ? 1 : 0;
    }

    /// <summary>Kills a process in the midst of its work, however fast the machine is: when some payments are there, and a moment later.</summary>
    private static async Task KillAsync(Bank bank, Guid journal, string ledger, Random random, Action betweenPayments, CancellationToken guard)
    {
        using var process = await WriterProcess.StartAsync(bank.Sandbox.BusinessCentralAddress, bank.Company.Id, journal, ledger, Payments, maxBatchSize: 1, guard);
        var (seen, wanted) = (bank.Company.PaymentCount, random.Next(1, PaymentsOfARun * 3 / 2));
        process.Begin();
        while (wanted > 0 && !process.HasExited)
        {
            await Task.Yield();
            guard.ThrowIfCancellationRequested();
            if (bank.Company.PaymentCount != seen)
            {
                wanted--;
                betweenPayments();
                seen = bank.Company.PaymentCount;
            }
        }

        var moment = Stopwatch.StartNew();
        for (var wait = TimeSpan.FromMilliseconds(random.NextDouble() * 5); moment.Elapsed < wait;)
        {
            await Task.Yield();
        }

        await process.KillAsync(guard);
    }

    private static async Task<List<WriterResult>> FinishAsync(Bank bank, Guid journal, string ledger, CancellationToken guard)
    {
        using var process = await WriterProcess.StartAsync(bank.Sandbox.BusinessCentralAddress, bank.Company.Id, journal, ledger, Payments, maxBatchSize: 1, guard);
        process.Begin();
        return await process.ResultsAsync(guard);
    }

    private static bool Post(Bank bank, Guid journal)
    {
        if (bank.Company.PaymentCount == 0)
        {
            return false;
        }

        bank.Company.PostJournal(journal);
        return true;
    }

    private static void AssertOnceOrUnknown(List<WriterResult> results, Dictionary<string, int> paid)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(paid.Where(payment => payment.Value > 1), Is.Empty, "paid twice");
            Assert.That(results.Where(result => result.Outcome is "Created" or "Posted" && !paid.ContainsKey(result.DocumentNumber!)), Is.Empty, "lost");
            Assert.That(results.Where(result => result.Outcome is "Refused" && paid.ContainsKey(result.DocumentNumber!)), Is.Empty, "paid, and not told");
            Assert.That(paid.Keys.Except(results.Select(result => result.DocumentNumber!)), Is.Empty, "of nobody");
            Assert.That(results.Count(result => result.Outcome == "Unknown"), Is.LessThan(results.Count / 5));
            Assert.That(results.Count(result => result.Outcome == "Refused"), Is.LessThan(results.Count / 20));
        }
    }

    private static string Of(IReadOnlyCollection<WriterResult> results) =>
        $"{results.Count} payments: {string.Join(", ", results.CountBy(result => result.Outcome).Select(outcome => $"{outcome.Value} {outcome.Key}"))}";
}
