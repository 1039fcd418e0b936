using System.Diagnostics;
using System.Globalization;
using Financials.Client.Ledger.Sql.Tests.Engines;
using Financials.Client.Sandbox;

namespace Financials.Client.Ledger.Sql.Tests.Workers;

/// <summary>
/// Processes that send from one outbox, are killed and stopped. The sizes can be set: SQL_PAYMENTS, SQL_JOURNALS, SQL_WORKERS, SQL_FAULTS
/// (percent), SQL_KILLS (how often one is killed; zero: none is), SQL_KILL_SECONDS (the least between two kills), SQL_LEASE_SECONDS (2, and more for a slow machine),
/// SQL_BATCH (the largest batch), SQL_PROCESSING_MS (how long the service takes for each request: zero, as fast as it can).
/// </summary>
public class ManyWorkersTests
{
    [TestCase(TestDatabase.PostgreSql)]
    [CancelAfter(3_600_000)]
    public async Task Workers_KilledAgainAndAgainAmongFaults_SendEachPaymentOnce(string engine, CancellationToken guard)
    {
        var (payments, workers, faults) = (Size("SQL_PAYMENTS", 600), Size("SQL_WORKERS", 3), Size("SQL_FAULTS", 10) / 100.0);
        var (mostKills, killInterval) = (Size("SQL_KILLS", 4), TimeSpan.FromSeconds(Size("SQL_KILL_SECONDS", 0)));
        await using var bench = await WorkerBench.StartAsync(
            engine, Size("SQL_JOURNALS", 4), TimeSpan.FromSeconds(Size("SQL_LEASE_SECONDS", 2)), TimeSpan.FromMilliseconds(Size("SQL_PROCESSING_MS", 0)));
        var watch = Stopwatch.StartNew();
        await bench.EnqueueAsync(payments);
        var enqueued = watch.Elapsed;
        var (peak, processor) = (0L, new Dictionary<int, TimeSpan>());
        bench.Sandbox.Faults.Add(SandboxFault.DropAnswerAfterWrite().WithProbability(faults * 0.3, seed: 1));
        bench.Sandbox.Faults.Add(SandboxFault.ResetInBody().WithProbability(faults * 0.1, seed: 2));
        bench.Sandbox.Faults.Add(SandboxFault.DropRequest().WithProbability(faults * 0.2, seed: 3));
        bench.Sandbox.Faults.Add(SandboxFault.Throttle(wait: TimeSpan.FromMilliseconds(10)).WithProbability(faults * 0.2, seed: 4));
        bench.Sandbox.Faults.Add(SandboxFault.Unavailable(RetryAfterForm.None).WithProbability(faults * 0.2, seed: 5));

        watch.Restart();
        var (started, kills, sinceKill, milestone) = (0, 0, Stopwatch.StartNew(), 100_000);

        // Counting many rows is work for the database too.
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(Math.Clamp(payments / 100, 50, 10_000)));
        while (!await bench.IsAllSentAsync())
        {
            await look.WaitForNextTickAsync(guard);
            while (bench.Workers.Count < workers)
            {
                bench.StartWorker($"worker {++started}", Size("SQL_BATCH", 100));
            }

            // In the midst of the work, however fast the machine is.
            if (kills < mostKills && sinceKill.Elapsed >= killInterval && bench.Sandbox.Company.PaymentCount > (long)payments * kills / (mostKills + 1))
            {
                bench.Kill(bench.Workers[kills++ % workers]);
                sinceKill.Restart();
            }

            peak = Math.Max(peak, bench.Workers.Max(Memory));
            foreach (var worker in bench.Workers.Where(worker => !worker.HasExited))
            {
                processor[worker.Id] = worker.TotalProcessorTime;
            }

            if (bench.Sandbox.Company.PaymentCount >= milestone)
            {
                TestContext.Progress.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{milestone} sent after {watch.Elapsed.TotalSeconds:0.0} s, {processor.Values.Sum(time => time.TotalSeconds):0.0} s of the workers' processors, " +
                    $"worker at most {peak >> 20} MB"));
                milestone += 100_000;
            }
        }

        TestContext.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{payments} payments enqueued in {enqueued.TotalSeconds:0.0} s, sent by {workers} workers in {watch.Elapsed.TotalSeconds:0.0} s, {kills} kills, " +
            $"{bench.Released.Count} parked and released, worker at most {peak >> 20} MB"));
        foreach (var reason in bench.Released.GroupBy(reason => reason.Split('[')[0]))
        {
            TestContext.Out.WriteLine($"{reason.Count()}: {reason.Key}");
        }

        TestContext.Out.WriteLine(await bench.Database.SizesAsync());
        bench.AssertEachIsThereOnce(payments);
        Assert.That(await bench.Database.CountAsync("payment_ledger", "state = 'Created'"), Is.EqualTo(payments));
        Assert.That(kills, Is.InRange(Math.Min(1, mostKills), mostKills));
    }

    /// <summary>A virtual machine that is moved stands still, and goes on when others have taken its work over.</summary>
    [TestCase(TestDatabase.PostgreSql)]
    [Platform("Linux", Reason = "Processes are stopped by signals.")]
    [CancelAfter(120_000)]
    public async Task Worker_StoppedUntilItsJournalWasTakenOver_WritesNothingMore(string engine, CancellationToken guard)
    {
        const int Payments = 600;
        await using var bench = await WorkerBench.StartAsync(engine, journals: 1, TimeSpan.FromSeconds(1));
        await bench.EnqueueAsync(Payments);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        var first = bench.StartWorker("first", maxBatchSize: 1);
        await UntilAsync(() => bench.Sandbox.Company.PaymentCount > 20);
        await SignalAsync("-STOP", first);
        var sent = bench.Sandbox.Company.PaymentCount;
        Assert.That(sent, Is.LessThan(Payments));

        bench.StartWorker("second", maxBatchSize: 1);
        await UntilAsync(() => bench.Sandbox.Company.PaymentCount > sent + 20);
        await SignalAsync("-CONT", first);

        // It learns of it by the fence; or, where it was stopped in the midst of a transaction, which the database has ended, by its connection.
        await UntilAsync(() => bench.Log.Any(line => line.StartsWith("first: ", StringComparison.Ordinal) &&
            (line.Contains("is another worker's now", StringComparison.Ordinal) || line.Contains("failed and is worked on again", StringComparison.Ordinal))));
        while (!await bench.IsAllSentAsync())
        {
            await look.WaitForNextTickAsync(guard);
        }

        bench.AssertEachIsThereOnce(Payments);
        Assert.That(bench.Released, Is.Empty);

        async Task UntilAsync(Func<bool> isSo)
        {
            while (!isSo())
            {
                await look.WaitForNextTickAsync(guard);
            }
        }
    }

    private static async Task SignalAsync(string signal, Process process)
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.That(kill.ExitCode, Is.Zero);
    }

    private static long Memory(Process worker)
    {
        worker.Refresh();
        return worker.HasExited ? 0 : worker.WorkingSet64;
    }

    private static int Size(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } size ? int.Parse(size, CultureInfo.InvariantCulture) : otherwise;
}
