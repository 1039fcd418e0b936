using System.Globalization;
using Financials.Samples.Tests.ImportPayments.Support;
using Financials.Sandbox;
using ImportPayments.Import;

namespace Financials.Samples.Tests.ImportPayments.Import;

public sealed class ResumeTests
{
    private TestImport _import = null!;

    [SetUp]
    public async Task StartAsync() => _import = await TestImport.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _import.DisposeAsync();

    [Test]
    public async Task Import_InterruptedOnce_EndsWhatIsUnderWayAndGoesOnLater([Values(1, 5)] int concurrency)
    {
        const int Count = 140;
        _import.Write(Rows(Count));
        var options = $"--concurrency {concurrency}";

        var interrupted = await _import.RunAsync(options, (done, interruption) => InterruptAt(done == 10, interruption));
        var there = _import.Payments.Count;
        var createsSoFar = _import.Creates;
        var finished = await _import.RunAsync(options);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(interrupted, Is.EqualTo(130));
            Assert.That(there, Is.InRange(10, 10 + (10 * concurrency)));
            Assert.That(createsSoFar, Is.EqualTo(there), "what was under way came to its end");
            Assert.That(_import.Error.ToString(), Is.EqualTo("Interrupted. Run the same command again: it goes on where it stopped.\n"));
            Assert.That(finished, Is.Zero);
            Assert.That(_import.Creates, Is.EqualTo(Count));
            AssertEachOnce(Count);
            Assert.That(_import.Out.ToString(), Does.Contain($"Created          {Count - there}\nAlready there    {there}\n"));
        }
    }

    [Test]
    public async Task Import_InterruptedAtOnce_LeavesEachPaymentOnceAfterTheNextRun()
    {
        _import.Write(Rows(90));

        var interrupted = await _import.RunAsync(afterRow: (done, interruption) =>
        {
            InterruptAt(done is 7, interruption);
            InterruptAt(done is 7, interruption);
        });
        var finished = await _import.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(interrupted, Is.EqualTo(130));
            Assert.That(finished, Is.Zero);
            AssertEachOnce(90);
        }
    }

    [Test]
    public async Task Import_FaultsAndInterruptions_LeaveEachPaymentOnce()
    {
        const int Count = 400;
        _import.Write(Rows(Count));
        SandboxFault[] faults = [SandboxFault.DropAnswerAfterWrite(), SandboxFault.DropRequest(), SandboxFault.Unavailable(RetryAfterForm.None), SandboxFault.TruncatedJson()];
        for (var i = 0; i < faults.Length; i++)
        {
            _import.Sandbox.Faults.Add(faults[i].On("POST", "*/customerPayments").WithProbability(0.08, seed: i));
        }

        List<int> exits = [];
        for (var run = 1; run <= 4; run++)
        {
            exits.Add(await _import.RunAsync(afterRow: (done, interruption) => InterruptAt(exits.Count < 3 && done == 80 * (exits.Count + 1), interruption)));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exits, Is.EqualTo([130, 130, 130, 0]), _import.Error.ToString());
            Assert.That(_import.Sandbox.Faults.Active.Sum(fault => fault.Hits), Is.GreaterThan(10), "the faults have to have happened");
            AssertEachOnce(Count);
        }
    }

    [Test]
    public async Task Import_ServiceThatCannotWork_StopsAndGoesOnLater()
    {
        _import.Write(Rows(10));
        _import.MaxRetries = 0;
        var fault = _import.Sandbox.Faults.Add(SandboxFault.RefuseToken().On("POST", "*/customerPayments"));

        var stopped = await _import.RunAsync();
        var error = _import.Error.ToString();
        fault.Dispose();
        var finished = await _import.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stopped, Is.EqualTo(3));
            Assert.That(error, Does.EndWith("Run the same command again: it goes on where it stopped.\n"));
            Assert.That(_import.Out.ToString(), Does.Contain("Not done yet     10\n"));
            Assert.That(finished, Is.Zero);
            AssertEachOnce(10);
        }
    }

    [Test]
    public async Task Import_RowChangedAfterItWasSent_SendsNothingAndNamesIt()
    {
        _import.Write(Rows(3));
        await _import.RunAsync();
        _import.Sandbox.ClearRequests();
        _import.Write([.. Rows(2), "20000;-99;2026-01-31;D3", .. Rows(5)[3..]]);

        await Assert.ThatAsync(() => _import.RunAsync(), Throws.TypeOf<LedgerMismatchException>().With.Message.EqualTo(
            "Changed since they were sent: 1, the first is row 4. Nothing was sent now. " +
            $"Restore what was sent, or, if this is another file, move '{_import.Folder["p.csv.sandbox.ledger"]}' away."));
        Assert.That(_import.Sandbox.Requests, Is.Empty);
    }

    [Test]
    public async Task Import_RowInsertedBeforeSentOnes_SendsNothing()
    {
        _import.Write(Rows(3));
        await _import.RunAsync();
        _import.Write(["20000;-99;2026-01-31;NEW", .. Rows(3)]);

        await Assert.ThatAsync(() => _import.RunAsync(), Throws.TypeOf<LedgerMismatchException>());
        Assert.That(_import.Payments, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Import_RowsWithReferencesMovedAndAdded_SendsOnlyTheNewOnes()
    {
        _import.Folder.Write("p.csv", "customer;amount;date;document;reference\n20000;-1;2026-01-31;D1;A\n20000;-2;2026-01-31;D2;B\n");
        await _import.RunAsync();
        _import.Folder.Write("p.csv", "customer;amount;date;document;reference\n20000;-3;2026-01-31;D3;C\n20000;-2;2026-01-31;D2;B\n");

        var exit = await _import.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.Zero);
            Assert.That(_import.Payments.Select(p => p.Amount).Order(), Is.EqualTo([-3m, -2m, -1m]));
        }
    }

    [Test]
    public async Task Import_LedgerOfAnotherJournal_IsNotTakenForThisOne()
    {
        _import.Write(Rows(2));
        await _import.RunAsync();
        await _import.BeginJournalAsync("TWO");

        await Assert.ThatAsync(() => _import.RunAsync(), Throws.TypeOf<LedgerMismatchException>().With.Message.StartsWith(
            $"'{_import.Folder["p.csv.sandbox.ledger"]}' was begun by another import: into another journal,"));
        Assert.That(_import.Sandbox.Requests, Is.Empty);
    }

    private void AssertEachOnce(int count) => Assert.That(
        _import.Payments.Select(p => p.DocumentNumber).Order(StringComparer.Ordinal),
        Is.EqualTo(Enumerable.Range(1, count).Select(Document).Order(StringComparer.Ordinal)));

    private static void InterruptAt(bool now, Interruption interruption)
    {
        if (now)
        {
            interruption.Request();
        }
    }

    private static string[] Rows(int count) => [.. Enumerable.Range(1, count).Select(i => $"20000;-{i.ToString(CultureInfo.InvariantCulture)};2026-01-31;{Document(i)}")];

    private static string Document(int i) => "D" + i.ToString(CultureInfo.InvariantCulture);
}
