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
        var said = await SampleProcess.RunUntilAsync("WorkerService", [], "does not match to a Customer", guard);

        Assert.That(said, Does.Contain("example.json: 4 payment(s) taken in"));
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
            $"--FINANCIALS_TOKEN={sandbox.Token}", $"--Worker:Company={sandbox.Company.Name}", "--Worker:Journal=DEFAULT", "--Worker:Lease=00:00:03", "--Financials:Resilience:AttemptTimeout=00:00:02",
        ];

        // The payments are written and never confirmed: they are under way when the process ends.
        var silence = sandbox.Faults.Add(SandboxFault.SlowHeaders(TimeSpan.FromMinutes(10)).AfterWrite().On("POST", "*/$batch").Times(1));
        await SampleProcess.RunUntilAsync("WorkerService", arguments, () => silence.Hits == 1, folder[""], guard);
        var written = sandbox.Company.PaymentCount - before;
        await SampleProcess.RunUntilAsync("WorkerService", arguments, "are created", guard, folder[""]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(written, Is.EqualTo(20), "it was killed when all were there and it did not know of them");
            Assert.That(File.Exists(folder["inbox/unreadable/a.json"]), Is.True, "it went on after a file that it could not read");
            Assert.That(
                sandbox.Company.AllPayments.Select(payment => payment.DocumentNumber).Where(number => number!.StartsWith("B-", StringComparison.Ordinal)),
                Is.EquivalentTo(Enumerable.Range(1, 20).Select(i => $"B-{i}")));
        }
    }

    private static string Payment(int i) =>
        $$"""{ "reference": "bank-{{i}}", "customerNumber": "20000", "amount": {{i}}.00, "postingDate": "2026-01-31", "documentNumber": "B-{{i}}" }""";
}
