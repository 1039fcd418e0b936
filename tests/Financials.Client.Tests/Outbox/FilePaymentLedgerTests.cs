using System.Text;

namespace Financials.Client.Tests.Outbox;

/// <summary>The ledger in a file: what was appended is there, what was cut off is not, and what is damaged is not guessed.</summary>
[CancelAfter(20_000)]
public class FilePaymentLedgerTests
{
    private static readonly PaymentLedgerEntry Sending = new("line 1", PaymentLedgerState.Sending, 10_000, "D1", null);
    private static readonly PaymentLedgerEntry Created = Sending with { State = PaymentLedgerState.Created, PaymentId = Guid.NewGuid() };

    [Test]
    public async Task Append_ThenRead_GivesTheEntriesInOrder(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        using (var ledger = new FilePaymentLedger(file.Path))
        {
            Assert.That(await ledger.ReadAsync(guard), Is.Empty);
            await ledger.AppendAsync(Sending, guard);
            await ledger.AppendAsync(Created with { Reference = "æ\n\"2\"" }, guard);
            Assert.That(await ledger.ReadAsync(guard), Is.EqualTo((PaymentLedgerEntry[])[Sending, Created with { Reference = "æ\n\"2\"" }]));
        }

        using var reopened = new FilePaymentLedger(file.Path);
        await reopened.AppendAsync(Created, guard);
        Assert.That(await reopened.ReadAsync(guard), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Append_IsReadableText(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        using (var ledger = new FilePaymentLedger(file.Path))
        {
            await ledger.AppendAsync(Sending, guard);
        }

        Assert.That(await File.ReadAllTextAsync(file.Path, guard), Is.EqualTo(
            """{"reference":"line 1","state":"Sending","lineNumber":10000,"digest":"D1","paymentId":null}""" + "\n"));
    }

    [Test]
    public async Task Open_LastLineTornAtAnyByte_KeepsTheWholeLinesAndAppendsAfterThem(CancellationToken guard)
    {
        using var whole = new TemporaryFile();
        using (var ledger = new FilePaymentLedger(whole.Path))
        {
            await ledger.AppendAsync(Sending, guard);
            await ledger.AppendAsync(Created, guard);
        }

        var bytes = await File.ReadAllBytesAsync(whole.Path, guard);
        var first = Array.IndexOf(bytes, (byte)'\n') + 1;
        for (var length = 0; length < bytes.Length; length += length is > 0 && length < bytes.Length - 5 ? 7 : 1)
        {
            using var torn = new TemporaryFile();
            await File.WriteAllBytesAsync(torn.Path, bytes[..length], guard);
            using var ledger = new FilePaymentLedger(torn.Path);
            PaymentLedgerEntry[] kept = length < first ? [] : [Sending];

            Assert.That(await ledger.ReadAsync(guard), Is.EqualTo(kept), $"{length} bytes");
            await ledger.AppendAsync(Created, guard);
            Assert.That(await ledger.ReadAsync(guard), Is.EqualTo((PaymentLedgerEntry[])[.. kept, Created]), $"{length} bytes");
        }
    }

    [TestCase("garbage")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("""{"reference":"line 1","state":"Lost","lineNumber":10000,"digest":"D1"}""")]
    public async Task Read_LineInTheMiddleDamaged_NamesTheLine(string damage, CancellationToken guard)
    {
        using var file = new TemporaryFile();
        using (var ledger = new FilePaymentLedger(file.Path))
        {
            await ledger.AppendAsync(Sending, guard);
        }

        var line = await File.ReadAllTextAsync(file.Path, guard);
        await File.WriteAllTextAsync(file.Path, $"{line}{damage}\n{line}", new UTF8Encoding(false), guard);
        using var damaged = new FilePaymentLedger(file.Path);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => damaged.ReadAsync(guard));

        Assert.That(error.Message, Does.StartWith("Line 2 of the ledger is damaged"));
    }

    [Test]
    public void Open_InUse_IsRefused()
    {
        using var file = new TemporaryFile();
        using var ledger = new FilePaymentLedger(file.Path);

        Assert.Throws<IOException>(() => new FilePaymentLedger(file.Path));
    }

    [Test]
    public async Task Append_ManyInParallel_KeepsEachWhole(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        using var ledger = new FilePaymentLedger(file.Path);

        await Task.WhenAll(Enumerable.Range(1, 50).Select(i => Task.Run(() => ledger.AppendAsync(Sending with { LineNumber = i }, guard), guard)));

        Assert.That((await ledger.ReadAsync(guard)).Select(entry => entry.LineNumber).Order(), Is.EqualTo(Enumerable.Range(1, 50)));
    }

    [Test]
    public async Task Append_CancelledBeforeItBegins_WritesNothing()
    {
        using var file = new TemporaryFile();
        using var ledger = new FilePaymentLedger(file.Path);

        await Assert.CatchAsync<OperationCanceledException>(() => ledger.AppendAsync(Sending, new CancellationToken(canceled: true)));

        Assert.That(await ledger.ReadAsync(), Is.Empty);
    }
}
