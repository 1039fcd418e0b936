using System.Globalization;
using Financials.Client.Sandbox;
using Financials.Samples.Tests.ImportPayments.Support;
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
            Assert.That(there, Is.InRange(10, 10 + (10 * concurrency) + 1), "those under way, and the one that was read already");
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

    [TestCase("20000;-99;2026-01-31;D3")]
    [TestCase("20000;-3;2026-01-31;d3")]
    public async Task Import_RowChangedAfterItWasSent_StopsAndNamesIt(string changed)
    {
        _import.Write(Rows(3));
        await _import.RunAsync();
        _import.Write([.. Rows(2), changed]);

        var exit = await _import.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(2));
            Assert.That(_import.Error.ToString(), Is.EqualTo(
                "The payment 'D3' is not the one that was sent under this reference. Restore it, or give the changed payment another reference.\n"));
            AssertEachOnce(3);
        }
    }

    [Test]
    public async Task Import_RowsInsertedMovedAndTakenOut_SendsOnlyTheNewOnes()
    {
        _import.Write(Rows(3));
        await _import.RunAsync();
        _import.Write("20000;-4;2026-01-31;D4", "20000;-3;2026-01-31;D3", "20000;-1;2026-01-31;D1");

        var exit = await _import.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.Zero, _import.Error.ToString());
            Assert.That(_import.Out.ToString(), Does.Contain("Created          1\nAlready there    2\n"));
            AssertEachOnce(4);
        }
    }

    /// <summary>Payments were known by their rows: the next one moved to the row of the refused one, where nothing had been created.</summary>
    [Test]
    public async Task Import_RefusedRowTakenOut_DoesNotSendTheNextRowOnceMore()
    {
        _import.Write("99999;-5;2026-01-31;D5", "20000;-1;2026-01-31;D1");
        await _import.RunAsync();
        _import.Write("20000;-1;2026-01-31;D1");

        var exit = await _import.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.Zero);
            AssertEachOnce(1);
        }
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

        var exit = await _import.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(2));
            Assert.That(_import.Error.ToString(), Does.StartWith($"The ledger '{_import.Folder["p.csv.sandbox.ledger"]}' belongs to the journal "));
            Assert.That(_import.Sandbox.Requests, Is.Empty);
        }
    }

    [Test]
    public async Task Import_DamagedLedger_SaysSoAndSendsNothing()
    {
        _import.Write(Rows(2));
        _import.Folder.Write("p.csv.sandbox.ledger", "no ledger\n");

        var exit = await _import.RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(2));
            Assert.That(_import.Error.ToString(), Does.Contain("p.csv.sandbox.ledger"));
            Assert.That(_import.Sandbox.Requests, Is.Empty);
        }
    }

    /// <summary>Somebody posts the journal, under numbers of a series of its own, before the run that would find the payments in it.</summary>
    [Test]
    public async Task Import_PaymentOfUnknownOutcome_IsListedApartAndNeverSentAgain()
    {
        await _import.LeaveOneInTheDarkAsync();
        var creates = _import.Creates;

        List<int> exits = [await _import.RunAsync(), await _import.RunAsync()];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exits, Is.EqualTo([4, 4]));
            Assert.That(_import.Creates, Is.EqualTo(creates), "not sent again");
            Assert.That(_import.Out.ToString(), Does.Contain("Rejected         0\nOutcome unknown  1; they may exist, and are not retried\n"));
            Assert.That(_import.Out.ToString(), Does.Not.Contain("othing was imported"), "nobody knows");
            Assert.That(_import.Out.ToString(), Does.Contain($"Unknown rows     {_import.Folder["p.csv.unknown.csv"]}\n"));
            Assert.That(await File.ReadAllTextAsync(_import.Folder["p.csv.unknown.csv"]), Does.Match("row 2: outcome unknown: .* for document D1 among what was posted"));
            Assert.That(_import.Folder.Names, Has.None.EqualTo("p.csv.rejects.csv"), "what may exist must not be corrected and imported");
        }
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
