using System.Diagnostics;
using System.Globalization;
using Financials.Client.Tests.SafeCreates;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Outbox;

/// <summary>A process that runs a batch is killed again and again, and each payment is created once.</summary>
public class KillTests
{
    private const int Payments = 2_000;
    private const int Kills = 60;
    private const int Seed = 20170301;

    [Test]
    [CancelAfter(180_000)]
    public async Task Batch_ProcessKilledAtRandom_CreatesEachPaymentOnce(CancellationToken guard)
    {
        using var model = new ModelServer();
        await using var host = await ModelHost.StartAsync(model);
        using var file = new TemporaryFile();
        var (journal, set) = Journals.New();
        var random = new Random(Seed);
        var killed = new List<int>();
        for (var run = 0; ; run++)
        {
            using var process = Start(host.Address, journal, file.Path);
            if (run < Kills)
            {
                // Killed when some more payments are there: in the midst of the work, however fast the machine is.
                var goal = Math.Min(model.CountOf(set) + random.Next(1, Payments * 3 / 2 / Kills), Payments - 1);
                while (model.CountOf(set) < goal && !process.HasExited)
                {
                    await Task.Yield();
                    guard.ThrowIfCancellationRequested();
                }

                var moment = Stopwatch.StartNew();
                for (var wait = TimeSpan.FromMilliseconds(random.NextDouble() * 5); moment.Elapsed < wait;)
                {
                    await Task.Yield();
                }

                process.Kill();
                await process.WaitForExitAsync(guard);
                killed.Add(model.CountOf(set));
                continue;
            }

            var errors = await process.StandardError.ReadToEndAsync(guard);
            await process.WaitForExitAsync(guard);
            Assert.That(process.ExitCode, Is.Zero, errors);
            break;
        }

        TestContext.Out.WriteLine($"seed={Seed}: {Payments} payments, {Kills} kills, payments there at each: {string.Join(' ', killed)}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model[set].Rows, Has.Count.EqualTo(Payments));
            Assert.That(
                model[set].Rows.Select(row => row["amount"]!.GetValue<decimal>()), Is.EquivalentTo(Enumerable.Range(0, Payments).Select(i => -100m - (i / 2))));
        }
    }

    private static Process Start(Uri service, Guid journal, string ledger) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet",
        [
            Path.Combine(TestContext.CurrentContext.TestDirectory, "Financials.Client.KillTarget.dll"),
            service.AbsoluteUri, Ids.Company.ToString(), journal.ToString(), ledger, Payments.ToString(CultureInfo.InvariantCulture),
        ])
    {
        RedirectStandardError = true,
    })!;
}
