using System.Diagnostics;
using Financials.Client.KillTarget;
using Financials.Client.Tests.Money;
using Financials.Client.Tests.SafeCreates;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Outbox;

/// <summary>A process that runs a batch is killed again and again, and each payment is created once.</summary>
public class KillTests
{
    private const int Payments = 2_000;
    private const int Kills = 60;
    private const int Seed = 20170301;

    /// <summary>A process that was killed, and a bookkeeper who posted the journal before the next one began.</summary>
    [Test]
    [CancelAfter(300_000)]
    public async Task Batch_ProcessKilledAtRandom_CreatesEachPaymentOnce([Values] bool isPostedMeanwhile, CancellationToken guard)
    {
        using var model = new ModelServer();
        await using var host = await ModelHost.StartAsync(model);
        using var file = new TemporaryFile();
        var (journal, set) = Journals.New();
        var random = new Random(Seed);
        var killed = new List<int>();
        List<WriterResult> results;
        for (var run = 0; ; run++)
        {
            using var process = await WriterProcess.StartAsync(host.Address, Ids.Company, journal, file.Path, Payments, new ResilienceOptions().MaxBatchSize, guard);
            process.Begin();
            if (run < Kills)
            {
                // Killed when some more payments are there: in the midst of the work, however fast the machine is.
                var goal = Math.Min(Paid() + random.Next(1, Payments * 3 / 2 / Kills), Payments - 1);
                while (Paid() < goal && !process.HasExited)
                {
                    await Task.Yield();
                    guard.ThrowIfCancellationRequested();
                }

                var moment = Stopwatch.StartNew();
                for (var wait = TimeSpan.FromMilliseconds(random.NextDouble() * 5); moment.Elapsed < wait;)
                {
                    await Task.Yield();
                }

                await process.KillAsync(guard);
                killed.Add(Paid());
                if (isPostedMeanwhile && run % 3 == 2)
                {
                    while (!host.IsIdle)
                    {
                        await Task.Yield();
                    }

                    model.Post(set);
                }

                continue;
            }

            results = await process.ResultsAsync(guard);
            break;
        }

        var unknown = results.Where(result => result.Outcome == "Unknown").ToList();
        TestContext.Out.WriteLine($"seed={Seed}: {Payments} payments, {Kills} kills, {unknown.Count} unknown, payments there at each: {string.Join(' ', killed)}");
        var documents = model[set].Rows.Concat(model["generalLedgerEntries"].Rows).GroupBy(row => row["documentNumber"]!.ToString()).Select(document => document.Count());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => result.Outcome), Has.None.EqualTo("Refused"));
            Assert.That(documents, Is.All.EqualTo(1), "paid twice");
            Assert.That(Paid() + unknown.Count, Is.GreaterThanOrEqualTo(Payments), "lost, and not told");
            Assert.That(unknown, isPostedMeanwhile ? Has.Count.LessThan(Payments / 100) : Is.Empty);
        }

        int Paid() => model.CountOf(set) + model.CountOf("generalLedgerEntries");
    }
}
