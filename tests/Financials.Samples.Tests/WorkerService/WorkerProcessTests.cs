using Financials.Client.Sandbox;
using Financials.Samples.Tests.ImportPayments.Support;

namespace Financials.Samples.Tests.WorkerService;

/// <summary>The worker as a process, started and ended as it is in real life.</summary>
[CancelAfter(120_000)]
public sealed class WorkerProcessTests
{
    [Test]
    public async Task Worker_StartedWithoutSettings_PostsTheExampleOnTheSandbox(CancellationToken guard)
    {
        var said = await SampleProcess.RunUntilAsync("WorkerService", [], "payment(s) are in the journal", guard);

        Assert.That(said, Does.Contain("example.json: 3 payment(s) are in the journal, 1 refused, 0 of unknown outcome"));
        Assert.That(said, Does.Contain("""The "customerNumber" does not match to a Customer."""));
    }

    /// <summary>It is started in another folder than its own, as a service is: its settings are beside it all the same.</summary>
    [Test]
    public async Task Worker_KilledWithPaymentsUnderWay_FinishesTheFileWhenItIsStartedAgain(CancellationToken guard)
    {
        await using var sandbox = await FinancialsSandbox.StartAsync(cancellationToken: guard);
        using var folder = new TemporaryFolder();
        var before = sandbox.Company.PaymentCount;
        Directory.CreateDirectory(folder["inbox"]);
        folder.Write("inbox/bank.json", $"[{string.Join(',', Enumerable.Range(1, 20).Select(Payment))}]");
        File.SetLastWriteTimeUtc(folder.Write("inbox/a.json", "nonsense"), DateTime.UnixEpoch);
        string[] arguments =
        [
            $"--Financials:BaseAddress={sandbox.BusinessCentralAddress}", $"--Financials:Scope={FinancialsSandbox.Scope}", "--Financials:Surface=BusinessCentral",
            $"--FINANCIALS_TOKEN={sandbox.Token}", $"--Worker:Company={sandbox.Company.Name}", "--Worker:Journal=DEFAULT",
        ];

        // Three payments are written and never confirmed: they are under way when the first one that is ends the process.
        var silence = sandbox.Faults.Add(SandboxFault.SlowHeaders(TimeSpan.FromMinutes(10)).AfterWrite().On("POST", "*/customerPayments").Times(3));
        await SampleProcess.RunUntilAsync("WorkerService", arguments, "span POST", guard, folder[""]);
        var (written, isLeft) = (sandbox.Company.PaymentCount - before, File.Exists(folder["inbox/bank.json"]));
        var said = await SampleProcess.RunUntilAsync("WorkerService", arguments, "payment(s) are in the journal", guard, folder[""]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((silence.Hits, isLeft), Is.EqualTo((3, true)), "it was killed in the middle");
            Assert.That(written, Is.GreaterThan(3));
            Assert.That(File.Exists(folder["inbox/unreadable/a.json"]), Is.True, "it went on after a file that it could not read");
            Assert.That(said, Does.Contain("bank.json: 20 payment(s) are in the journal, 0 refused, 0 of unknown outcome"));
            Assert.That(
                sandbox.Company.AllPayments.Select(payment => payment.DocumentNumber).Where(number => number!.StartsWith("B-", StringComparison.Ordinal)),
                Is.EquivalentTo(Enumerable.Range(1, 20).Select(i => $"B-{i}")));
        }
    }

    private static string Payment(int i) =>
        $$"""{ "reference": "bank-{{i}}", "customerNumber": "20000", "amount": {{i}}.00, "postingDate": "2026-01-31", "documentNumber": "B-{{i}}" }""";
}
