using System.Text;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Outbox;

/// <summary>The ledger in a file: what was written is found, what was cut off is not, and what is damaged is not guessed.</summary>
[CancelAfter(60_000)]
public class FilePaymentLedgerTests
{
    private static readonly PaymentJournalAddress Journal = new()
    {
        Service = new Uri("https://service.example/api/v2.0"), CompanyId = Ids.Company, JournalId = Ids.Journal,
    };

    private static readonly PaymentLedgerEntry Sending = new() { Reference = "line 1", State = PaymentLedgerState.Sending, LineNumber = 10_007, Digest = "D1" };
    private static readonly PaymentLedgerEntry Created = Sending with { State = PaymentLedgerState.Created, PaymentId = Ids.Payment };
    private static readonly PaymentLedgerEntry Other = Sending with { Reference = "æ\n\"2\"", LineNumber = 20_007, LineBefore = Ids.Payment, LastEntryBefore = 7 };

    [Test]
    public async Task Write_ThenFind_GivesTheLastEntryOfEachPayment(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        using (var ledger = new FilePaymentLedger(file.Path))
        {
            await using var batch = await ledger.BeginAsync(Journal, guard);
            Assert.That(await batch.FindAsync("line 1", guard), Is.Null);
            await batch.WriteAsync(Sending, guard);
            await batch.WriteAsync(Other, guard);
            await batch.WriteAsync(Created, guard);
            await AssertHoldsBothAsync(batch, guard);
        }

        using var reopened = new FilePaymentLedger(file.Path);
        await using var next = await reopened.BeginAsync(Journal, guard);
        await AssertHoldsBothAsync(next, guard);
    }

    [Test]
    public async Task Open_Again_KeepsItsNameAndGoesOnWithItsLineNumbers(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        var (id, offset, number) = (Guid.Empty, 0, 0);
        using (var ledger = new FilePaymentLedger(file.Path))
        {
            await using var batch = await ledger.BeginAsync(Journal, guard);
            (id, offset, number) = (batch.LedgerId, batch.LineNumbers.Offset, batch.LineNumbers.Next(highest: 0, steps: 1));
            await batch.WriteAsync(Sending with { LineNumber = number }, guard);
        }

        using var reopened = new FilePaymentLedger(file.Path);
        await using var next = await reopened.BeginAsync(Journal, guard);

        Assert.That((next.LedgerId, next.LineNumbers.Offset, next.LineNumbers.Next(highest: 0, steps: 1)), Is.EqualTo((id, offset, number + 10_000)));
    }

    [Test]
    public async Task Write_IsReadableText(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        await WriteAsync(file.Path, [Sending, Created], guard);

        var lines = await File.ReadAllLinesAsync(file.Path, guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.Length.EqualTo(3));
            Assert.That(lines[0], Does.Match(
                $$"""^[0-9a-f]{8} \{"format":"financials-ledger/2","ledgerId":"[-0-9a-f]{36}","journal":\{"service":"https://service.example/api/v2.0","companyId":"{{Ids.Company}}","journalId":"{{Ids.Journal}}"\},"lineNumberOffset":[1-9][0-9]{0,3}\}$"""));
            Assert.That(lines[1][9..], Is.EqualTo("""{"reference":"line 1","state":"Sending","lineNumber":10007,"digest":"D1"}"""));
            Assert.That(lines[2][9..], Is.EqualTo($$"""{"reference":"line 1","state":"Created","lineNumber":10007,"digest":"D1","paymentId":"{{Ids.Payment}}"}"""));
        }
    }

    [Test]
    public async Task Open_LastLineTornAtAnyByte_KeepsTheWholeLinesAndWritesAfterThem(CancellationToken guard)
    {
        using var whole = new TemporaryFile();
        await WriteAsync(whole.Path, [Sending, Created], guard);
        var bytes = await File.ReadAllBytesAsync(whole.Path, guard);
        var last = Array.LastIndexOf(bytes, (byte)'\n', bytes.Length - 2) + 1;

        foreach (var zeros in (int[])[0, 1, 4096])
        {
            for (var length = last; length < bytes.Length; length++)
            {
                using var torn = new TemporaryFile();
                await File.WriteAllBytesAsync(torn.Path, [.. bytes[..length], .. new byte[zeros]], guard);

                // The line feed alone says nothing that is not known without it.
                await AssertLastIsAsync(torn.Path, length == bytes.Length - 1 ? Created : Sending, $"{length} bytes and {zeros} zeros", guard);
            }
        }
    }

    [Test]
    public async Task Open_WithOneBitChanged_RefusesItOrHasEverything(CancellationToken guard)
    {
        using var whole = new TemporaryFile();
        await WriteAsync(whole.Path, [Sending, Created], guard);
        var bytes = await File.ReadAllBytesAsync(whole.Path, guard);
        var refused = 0;

        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            using var damaged = new TemporaryFile();
            byte[] changed = [.. bytes];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            await File.WriteAllBytesAsync(damaged.Path, changed, guard);
            try
            {
                await AssertLastIsAsync(damaged.Path, Created, $"bit {bit}", guard);
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        // A changed line feed at the end, and letters of a checksum in upper case, make no difference.
        Assert.That(refused, Is.GreaterThanOrEqualTo((bytes.Length * 8) - 8 - 24));
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task Open_WithALineLost_NamesTheFirstThatDoesNotFollow(int lost, CancellationToken guard)
    {
        using var file = new TemporaryFile();
        await WriteAsync(file.Path, [Sending, Other, Created], guard);
        var lines = await File.ReadAllLinesAsync(file.Path, guard);
        await File.WriteAllTextAsync(file.Path, string.Concat(lines.Where((_, number) => number != lost).Select(line => $"{line}\n")), guard);
        using var ledger = new FilePaymentLedger(file.Path);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => ledger.BeginAsync(Journal, guard));

        Assert.That(error.Message, Is.EqualTo(
            $"Line {lost + 1} of the ledger '{file.Path}' is damaged, so it is not known which payments were sent. " +
            "Compare the journal with the batch by hand before you go on."));
    }

    [Test]
    public async Task Open_OfAVersionWithoutJournals_IsRefusedAndSaysWhatToDo(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        await File.WriteAllTextAsync(
            file.Path, """{"reference":"line 1","state":"Sending","lineNumber":10000,"digest":"D1","paymentId":null}""" + "\n", new UTF8Encoding(false), guard);
        using var ledger = new FilePaymentLedger(file.Path);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => ledger.BeginAsync(Journal, guard));

        Assert.That(error.Message, Does.Contain("did not record which journal a ledger belongs to").And.Contain("Finish its batch with that version"));
    }

    [Test]
    public async Task Begin_ForAnotherJournal_IsRefusedAndNamesBoth(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        await WriteAsync(file.Path, [Sending], guard);
        using var ledger = new FilePaymentLedger(file.Path);
        PaymentJournalAddress[] others =
        [
            Journal with { JournalId = Ids.Payment }, Journal with { CompanyId = Ids.Payment }, Journal with { Service = new Uri("https://sandbox.example/api/v2.0") },
        ];

        foreach (var other in others)
        {
            var error = await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.BeginAsync(other, guard));

            Assert.That(error.Message, Does.Contain($"belongs to the {Journal}").And.Contain($"writes to the {other}"));
            Assert.That(other.ToString(), Is.EqualTo($"journal {other.JournalId} of company {other.CompanyId} on {other.Service.AbsoluteUri}"));
        }

        await using var own = await ledger.BeginAsync(Journal, guard);
        Assert.That(await own.FindAsync("line 1", guard), Is.EqualTo(Sending));
    }

    [Test]
    public async Task Begin_WhileAnotherBatchIsUnderWay_IsRefused(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        using var ledger = new FilePaymentLedger(file.Path);
        await using (await ledger.BeginAsync(Journal, guard))
        {
            var error = await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.BeginAsync(Journal, guard));
            Assert.That(error.Message, Does.Contain("one batch at a time"));
        }

        await using var next = await ledger.BeginAsync(Journal, guard);
    }

    [Test]
    public void Open_InUse_IsRefused()
    {
        using var file = new TemporaryFile();
        using var ledger = new FilePaymentLedger(file.Path);

        Assert.Throws<IOException>(() => new FilePaymentLedger(file.Path));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "A file in use cannot be deleted there.")]
    public async Task Write_FileDeletedMeanwhile_Fails([Values] bool isReplaced, CancellationToken guard)
    {
        using var file = new TemporaryFile();
        using var ledger = new FilePaymentLedger(file.Path);
        await using var batch = await ledger.BeginAsync(Journal, guard);
        await batch.WriteAsync(Sending, guard);
        File.Delete(file.Path);
        if (isReplaced)
        {
            await File.WriteAllTextAsync(file.Path, "another", guard);
        }

        var error = await Assert.ThrowsAsync<IOException>(() => batch.WriteAsync(Created, guard));

        Assert.That(error.Message, Does.Contain("was deleted or replaced while it was in use"));
    }

    [Test]
    public async Task Write_ManyInParallel_KeepsEachWhole(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        PaymentLedgerEntry[] entries = [.. Enumerable.Range(1, 200).Select(i => Sending with { Reference = $"line {i}", LineNumber = (i * 10_000) + 7 })];
        using (var ledger = new FilePaymentLedger(file.Path))
        {
            await using var batch = await ledger.BeginAsync(Journal, guard);
            await Task.WhenAll(entries.Select(entry => Task.Run(() => batch.WriteAsync(entry, guard), guard)));
        }

        using var reopened = new FilePaymentLedger(file.Path);
        Assert.That(await reopened.ReadAllAsync(guard).ToListAsync(guard), Is.EquivalentTo(entries));
    }

    [Test]
    public async Task Write_CancelledBeforeItBegins_WritesNothing(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        using var ledger = new FilePaymentLedger(file.Path);
        await using var batch = await ledger.BeginAsync(Journal, guard);

        await Assert.CatchAsync<OperationCanceledException>(() => batch.WriteAsync(Sending, new CancellationToken(canceled: true)));

        Assert.That(await batch.FindAsync(Sending.Reference, guard), Is.Null);
    }

    [Test]
    public async Task ReadAll_GivesTheLastEntryOfEachPayment(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        await WriteAsync(file.Path, [Sending, Other, Created], guard);
        using var ledger = new FilePaymentLedger(file.Path);

        Assert.That(await ledger.ReadAllAsync(guard).ToListAsync(guard), Is.EqualTo((PaymentLedgerEntry[])[Other, Created]));
    }

    private static async Task WriteAsync(string path, PaymentLedgerEntry[] entries, CancellationToken guard)
    {
        using var ledger = new FilePaymentLedger(path);
        await using var batch = await ledger.BeginAsync(Journal, guard);
        foreach (var entry in entries)
        {
            await batch.WriteAsync(entry, guard);
        }
    }

    private static async Task AssertLastIsAsync(string path, PaymentLedgerEntry last, string message, CancellationToken guard)
    {
        using (var ledger = new FilePaymentLedger(path))
        {
            await using var batch = await ledger.BeginAsync(Journal, guard);
            Assert.That(await batch.FindAsync(last.Reference, guard), Is.EqualTo(last), message);
            await batch.WriteAsync(Other, guard);
        }

        using var reopened = new FilePaymentLedger(path);
        await using var next = await reopened.BeginAsync(Journal, guard);
        Assert.That(await next.FindAsync(last.Reference, guard), Is.EqualTo(last), message);
        Assert.That(await next.FindAsync(Other.Reference, guard), Is.EqualTo(Other), message);
    }

    private static async Task AssertHoldsBothAsync(PaymentLedgerBatch batch, CancellationToken guard)
    {
        Assert.That(await batch.FindAsync("line 1", guard), Is.EqualTo(Created));
        Assert.That(await batch.FindAsync(Other.Reference, guard), Is.EqualTo(Other));
        Assert.That(await batch.FindAsync("line 2", guard), Is.Null);
    }
}
