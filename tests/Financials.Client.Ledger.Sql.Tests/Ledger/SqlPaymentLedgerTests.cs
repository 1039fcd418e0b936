using Financials.Client.Ledger.Sql.Tests.Engines;
using Financials.Client.Tests.Support;

namespace Financials.Client.Ledger.Sql.Tests.Ledger;

/// <summary>The ledger on real engines: what was written is found, and a journal has one writer at a time.</summary>
[TestFixture(TestDatabase.PostgreSql)]
[TestFixture(TestDatabase.Sqlite)]
[CancelAfter(60_000)]
public class SqlPaymentLedgerTests(string engine)
{
    private static readonly PaymentJournalAddress Journal = new()
    {
        Service = new Uri("https://service.example/api/v2.0"),
        CompanyId = new("5d115c9c-44e3-ea11-bb43-000d3a2feca1"),
        JournalId = new("6d115c9c-44e3-ea11-bb43-000d3a2feca1"),
    };

    private static readonly PaymentLedgerEntry Sending = new() { Reference = "line 1", State = PaymentLedgerState.Sending, LineNumber = 10_007, Digest = "D1" };
    private static readonly PaymentLedgerEntry Created = Sending with { State = PaymentLedgerState.Created, PaymentId = Journal.JournalId };
    private static readonly PaymentLedgerEntry Other = Sending with
    {
        Reference = "æ\n\"2\"",
        LineNumber = 20_007,
        LineBefore = Journal.CompanyId,
        LineDocumentBefore = "B-1",
        LastEntryBefore = 7,
    };

    private TestDatabase _database = null!;

    [SetUp]
    public async Task CreateAsync() => _database = await TestDatabase.CreateAsync(engine);

    [TearDown]
    public ValueTask DeleteAsync() => _database?.DisposeAsync() ?? default;

    [Test]
    public async Task Write_ThenFind_GivesTheLastEntryOfEachPayment(CancellationToken guard)
    {
        await using (var batch = await Ledger().BeginAsync(Journal, guard))
        {
            Assert.That(await batch.FindAsync("line 1", guard), Is.Null);
            await batch.WriteAsync(Sending, guard);
            await batch.WriteAsync([Other, Created], guard);
            Assert.That(await batch.FindAsync("line 1", guard), Is.EqualTo(Created));
        }

        await using var next = await Ledger().BeginAsync(Journal, guard);
        Assert.That(await next.FindAsync("line 1", guard), Is.EqualTo(Created));
        Assert.That(await next.FindAsync(Other.Reference, guard), Is.EqualTo(Other));
        Assert.That(await next.FindAsync("LINE 1", guard), Is.Null);
        Assert.That(await Ledger().ReadAllAsync(Journal, guard).ToListAsync(guard), Is.EquivalentTo((PaymentLedgerEntry[])[Created, Other]));
    }

    [Test]
    public async Task Begin_Again_KeepsItsNameAndItsLineNumbers(CancellationToken guard)
    {
        var (id, offset) = (Guid.Empty, 0);
        await using (var batch = await Ledger().BeginAsync(Journal, guard))
        {
            (id, offset) = (batch.LedgerId, batch.LineNumbers.Offset);
            Assert.That(batch.LineNumbers.Last, Is.Null);
            batch.LineNumbers.Skip(50_000 + offset);
            await batch.WriteAsync(Sending, guard);
        }

        await using var next = await Ledger().BeginAsync(Journal, guard);
        Assert.That((next.LedgerId, next.LineNumbers.Offset, next.LineNumbers.Last), Is.EqualTo((id, offset, (int?)(50_000 + offset))));
    }

    [Test]
    public async Task Begin_ForOtherJournals_KeepsTheirPaymentsApart(CancellationToken guard)
    {
        PaymentJournalAddress[] others =
        [
            Journal with { JournalId = Journal.CompanyId }, Journal with { CompanyId = Journal.JournalId }, Journal with { Service = new Uri("https://other.example/api/v2.0") },
        ];
        await using var batch = await Ledger().BeginAsync(Journal, guard);
        await batch.WriteAsync(Sending, guard);

        foreach (var journal in others)
        {
            await using var other = await Ledger().BeginAsync(journal, guard);
            Assert.That(await other.FindAsync(Sending.Reference, guard), Is.Null);
            Assert.That(other.LedgerId, Is.Not.EqualTo(batch.LedgerId));
        }
    }

    [Test]
    public async Task Begin_WhileAnotherWorkerHoldsTheLease_SaysWhoAndUntilWhen(CancellationToken guard)
    {
        await using (await Ledger("machine-7").BeginAsync(Journal, guard))
        {
            var error = await Assert.ThrowsAsync<PaymentLedgerInUseException>(() => Ledger("machine-8").BeginAsync(Journal, guard));

            Assert.That(error.Owner, Is.EqualTo("machine-7"));
            Assert.That(error.LeasedUntil, Is.EqualTo(DateTimeOffset.UtcNow.AddMinutes(2)).Within(TimeSpan.FromMinutes(1)));
            Assert.That(error.Message, Does.StartWith($"The {Journal} is in use by machine-7 until 2").And.Contain("Z"));
        }

        await using var next = await Ledger("machine-8").BeginAsync(Journal, guard);
    }

    /// <summary>The first worker was paused, as by a garbage collection or a hypervisor, and another took its journal over.</summary>
    [Test]
    public async Task Write_AfterTheLeaseWasTakenOver_IsRefusedAndWritesNothing(CancellationToken guard)
    {
        await using var paused = await Ledger().BeginAsync(Journal, guard);
        await paused.WriteAsync(Sending, guard);
        await _database.EndLeasesAsync();
        await using var next = await Ledger().BeginAsync(Journal, guard);

        var error = await Assert.ThrowsAsync<PaymentLedgerLeaseLostException>(() => paused.WriteAsync([Created, Other], guard));

        Assert.That(error.Message, Does.Contain($"The lease of the {Journal} ended"));
        Assert.That(await next.FindAsync(Sending.Reference, guard), Is.EqualTo(Sending));
        Assert.That(await next.FindAsync(Other.Reference, guard), Is.Null);
        await next.WriteAsync(Created, guard);

        // Nor does it give back a lease that is not its own any more.
        await paused.DisposeAsync();
        await Assert.ThrowsAsync<PaymentLedgerInUseException>(() => Ledger().BeginAsync(Journal, guard));
    }

    /// <summary>Until somebody takes it over, a lease that ended is still its holder's.</summary>
    [Test]
    public async Task Write_AfterTheLeaseEnded_RenewsItWhereNobodyHasTakenIt(CancellationToken guard)
    {
        await using var batch = await Ledger().BeginAsync(Journal, guard);
        await _database.EndLeasesAsync();

        await batch.WriteAsync(Sending, guard);

        await Assert.ThrowsAsync<PaymentLedgerInUseException>(() => Ledger().BeginAsync(Journal, guard));
    }

    [Test]
    public async Task EnsureMaySend_WithTooLittleLeft_RenewsTheLease(CancellationToken guard)
    {
        var time = new ManualTime();
        await using var batch = await Ledger(time: time).BeginAsync(Journal, guard);
        await _database.EndLeasesAsync();
        time.Advance(TimeSpan.FromSeconds(19));
        await batch.EnsureMaySendAsync(TimeSpan.FromSeconds(100), guard);
        Assert.That(await IsLeasedAsync(), Is.False, "renewed without need");

        time.Advance(TimeSpan.FromSeconds(1));
        await batch.EnsureMaySendAsync(TimeSpan.FromSeconds(100), guard);

        Assert.That(await IsLeasedAsync());
    }

    [Test]
    public async Task EnsureMaySend_AfterTheLeaseWasTakenOver_LetsNoRequestGo(CancellationToken guard)
    {
        var time = new ManualTime();
        await using var paused = await Ledger(time: time).BeginAsync(Journal, guard);
        await _database.EndLeasesAsync();
        time.Advance(TimeSpan.FromMinutes(2));
        await using var next = await Ledger().BeginAsync(Journal, guard);

        await Assert.ThrowsAsync<PaymentLedgerLeaseLostException>(async () => await paused.EnsureMaySendAsync(TimeSpan.FromSeconds(1), guard));
    }

    [Test]
    public async Task EnsureMaySend_RequestLongerThanAnyLease_NamesBothSettings(CancellationToken guard)
    {
        await using var batch = await Ledger().BeginAsync(Journal, guard);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await batch.EnsureMaySendAsync(TimeSpan.FromMinutes(2), guard));

        Assert.That(error.Message, Does.Contain("leased for 120 s").And.Contain("LeaseDuration").And.Contain("AttemptTimeout"));
    }

    [Test]
    public async Task Write_ManyAtTheSameTime_KeepsEachAndNeedsFewTransactions(CancellationToken guard)
    {
        PaymentLedgerEntry[] entries = [.. Enumerable.Range(1, 1_000).Select(i => Sending with { Reference = $"line {i}", LineNumber = (i * 10_000) + 7 })];
        await using var batch = await Ledger().BeginAsync(Journal, guard);

        await Task.WhenAll(entries.Select(entry => Task.Run(() => batch.WriteAsync(entry, guard), guard)));

        Assert.That(await Ledger().ReadAllAsync(Journal, guard).ToListAsync(guard), Is.EquivalentTo(entries));
    }

    [Test]
    public async Task Write_LineNumberOfAnotherPayment_IsRefusedByTheDatabase(CancellationToken guard)
    {
        await using var batch = await Ledger().BeginAsync(Journal, guard);
        await batch.WriteAsync(Sending, guard);

        await Assert.CatchAsync<System.Data.Common.DbException>(() => batch.WriteAsync(Other with { LineNumber = Sending.LineNumber }, guard));

        Assert.That(await batch.FindAsync(Other.Reference, guard), Is.Null);
        await batch.WriteAsync(Other, guard);
    }

    [TestCase("ends with a blank ")]
    [TestCase("null\0character")]
    public async Task Reference_ThatADatabaseMayTakeForAnother_IsRefused(string reference, CancellationToken guard)
    {
        await using var batch = await Ledger().BeginAsync(Journal, guard);

        await Assert.ThrowsAsync<ArgumentException>(async () => await batch.FindAsync(reference, guard));
    }

    [Test]
    public async Task DeleteCreated_KeepsWhatIsOpenAndItsLineNumbers(CancellationToken guard)
    {
        var offset = 0;
        await using (var batch = await Ledger().BeginAsync(Journal, guard))
        {
            offset = batch.LineNumbers.Offset;
            batch.LineNumbers.Skip(70_000 + offset);
            await batch.WriteAsync([Created, Other], guard);
        }

        Assert.That(await Ledger().DeleteCreatedAsync(Journal, TimeSpan.FromHours(1), guard), Is.Zero);
        Assert.That(await Ledger().DeleteCreatedAsync(Journal, TimeSpan.Zero, guard), Is.EqualTo(1));

        await using var next = await Ledger().BeginAsync(Journal, guard);
        Assert.That(await next.FindAsync(Created.Reference, guard), Is.Null);
        Assert.That(await next.FindAsync(Other.Reference, guard), Is.EqualTo(Other));
        Assert.That(next.LineNumbers.Last, Is.EqualTo(70_000 + offset));
    }

    [Test]
    public async Task EnsureCreated_ByManyWorkersAtTheSameTime_CreatesTheTablesOnce(CancellationToken guard) =>
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => new SqlPaymentLedger(_database.Source, new() { Dialect = _database.Engine.Dialect, Schema = _database.Engine.Schema, TablePrefix = "own_" })
                .EnsureCreatedAsync(guard),
            guard)));

    private SqlPaymentLedger Ledger(string owner = "worker", TimeProvider? time = null) => new(_database.Source, _database.Options(owner, time: time));

    private async Task<bool> IsLeasedAsync() => await _database.CountAsync("payment_journals", "lease_until > '2020-01-01'") == 1;
}
