using System.Globalization;
using Financials.Client.KillTarget;
using Financials.Client.Tests.Outbox;

namespace Financials.Client.Tests.Money;

/// <summary>
/// Processes that create equal payments in one journal at a time, over a network that loses requests and responses: each gets a line for
/// each of its payments, and none that is another's.
/// </summary>
[CancelAfter(1_800_000)]
public class RaceTests
{
    /// <summary>How many payments of a batch go in one request.</summary>
    private const int InARequest = 4;

    private const string Variable = "RACE_PAYMENTS";

    private static readonly bool IsWhole = Environment.GetEnvironmentVariable(Variable) is not null;

    private static IEnumerable<TestCaseData> Races =>
        from processes in IsWhole ? [2, 4, 8] : (int[])[2, 4]
        from percent in (int[])[10, 30]
        where IsWhole || processes * 10 == percent + 10 || processes * 5 == percent - 10
        from isBatch in (bool[])[true, false]
        select new TestCaseData(processes, percent, isBatch);

    [TestCaseSource(nameof(Races))]
    public async Task Processes_WithEqualPayments_HaveALineForEach(int processes, int percent, bool isBatch, CancellationToken guard)
    {
        var each = Bank.Size(Variable, 40);
        await using var bank = await Bank.OpenAsync();
        bank.FailCreates(percent / 100d);
        Guid journal;
        List<WriterResult>[] results;
        do
        {
            journal = await bank.NewJournalAsync();
            results = await RaceAsync(bank, journal, processes, each, isBatch, guard);
        }
        while (HaveTwoTheSameOffset(results));

        var tally = new Tally([.. results.SelectMany(result => result)], bank.Company.Payments(journal));
        TestContext.Out.WriteLine($"{processes} processes, {percent} % faults, {(isBatch ? "batches" : "creates")}: {tally}, {bank.Failed} requests failed");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((tally.Duplicates, tally.Lost), Is.EqualTo((0, 0)));
            Assert.That(tally.Payments, Is.EqualTo(processes * each));
            Assert.That(bank.Failed, Is.GreaterThan(tally.Payments * percent / 300 / (isBatch ? InARequest : 1)));
            Assert.That(tally.Unknown + tally.Refused, Is.LessThan(Math.Max(4, tally.Payments / 20)));
        }
    }

    private static async Task<List<WriterResult>[]> RaceAsync(Bank bank, Guid journal, int processes, int each, bool isBatch, CancellationToken guard)
    {
        TemporaryFile[] ledgers = [.. Enumerable.Range(0, processes).Select(_ => new TemporaryFile())];
        WriterProcess[] writers = await Task.WhenAll(ledgers.Select(ledger => WriterProcess.StartAsync(
            bank.Sandbox.BusinessCentralAddress, bank.Company.Id, journal, isBatch ? ledger.Path : null, each, InARequest, guard)));
        try
        {
            Array.ForEach(writers, writer => writer.Begin());
            return await Task.WhenAll(writers.Select(writer => writer.ResultsAsync(guard)));
        }
        finally
        {
            Array.ForEach(writers, writer => writer.Dispose());
            Array.ForEach(ledgers, ledger => ledger.Dispose());
        }
    }

    /// <summary>Offsets are drawn at random from 9,999. That no two of them begin at one moment with the same is a condition of what is guaranteed for creates without a ledger.</summary>
    private static bool HaveTwoTheSameOffset(List<WriterResult>[] results)
    {
        var offsets = results.Select(result => result.First(payment => payment.LineNumber is not null).LineNumber!.Value % 10_000).ToList();
        var isSo = offsets.Distinct().Count() < offsets.Count;
        if (isSo)
        {
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Two have the same offset: {string.Join(' ', offsets)}. Once more."));
        }

        return isSo;
    }
}
