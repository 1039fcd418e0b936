namespace Financials.Client.Tests.Outbox;

/// <summary>A ledger that an earlier version has written is read by every later one, or its payments could not be told from new ones.</summary>
[CancelAfter(20_000)]
public class FilePaymentLedgerFormatTests
{
    /// <summary>What version 0.1.0 has written of two payments. It is never brought up to date.</summary>
    private const string Written =
        """
        6de17a57 {"format":"financials-ledger/2","ledgerId":"d057858a-a0c4-4e0d-916e-dfea7df719d2","journal":{"service":"http://127.0.0.1:43921/v2.0/sandbox.example/sandbox/api/v2.0","companyId":"8286d046-9740-43e4-95cf-ff46699c73c4","journalId":"476c70b3-97f0-4ac2-9fe7-4c1574f74a4e"},"lineNumberOffset":7203}
        8d0c9660 {"reference":"line 1","state":"Sending","lineNumber":57203,"digest":"F1754A826AFCEE343A92A0E603DD670C9E75ABB475B82E0ED315583B45166131","lineBefore":"63205279-b171-4e84-b05b-02f68daec7a0","lineDocumentBefore":"G00010","lastEntryBefore":66}
        51fcd67c {"reference":"line 2","state":"Sending","lineNumber":67203,"digest":"BBF291B89566741F3469B9D41E23C1ED3BEC46C8B1F856596EC7DC8AB8B20A36","lineBefore":"63205279-b171-4e84-b05b-02f68daec7a0","lineDocumentBefore":"G00010","lastEntryBefore":66}
        8add2e29 {"reference":"line 2","state":"Refused","lineNumber":67203,"digest":"BBF291B89566741F3469B9D41E23C1ED3BEC46C8B1F856596EC7DC8AB8B20A36","lineBefore":"63205279-b171-4e84-b05b-02f68daec7a0","lineDocumentBefore":"G00010","lastEntryBefore":66}
        b9516a68 {"reference":"line 1","state":"Created","lineNumber":57203,"digest":"F1754A826AFCEE343A92A0E603DD670C9E75ABB475B82E0ED315583B45166131","paymentId":"0b13ae4e-7b1d-4cb6-b603-fefb29030f77","lineBefore":"63205279-b171-4e84-b05b-02f68daec7a0","lineDocumentBefore":"G00010","lastEntryBefore":66}

        """;

    [Test]
    public async Task Open_WhatAnEarlierVersionHasWritten_HasIt(CancellationToken guard)
    {
        using var file = new TemporaryFile();
        await File.WriteAllTextAsync(file.Path, Written.ReplaceLineEndings("\n"), guard);
        using var ledger = new FilePaymentLedger(file.Path);

        await using var batch = await ledger.BeginAsync(
            new()
            {
                Service = new("http://127.0.0.1:43921/v2.0/sandbox.example/sandbox/api/v2.0"),
                CompanyId = new("8286d046-9740-43e4-95cf-ff46699c73c4"),
                JournalId = new("476c70b3-97f0-4ac2-9fe7-4c1574f74a4e"),
            },
            guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(batch.LedgerId, Is.EqualTo(new Guid("d057858a-a0c4-4e0d-916e-dfea7df719d2")));
            Assert.That(batch.LineNumbers.Offset, Is.EqualTo(7203));
            Assert.That(batch.LineNumbers.Next(highest: 0, steps: 1), Is.EqualTo(77_203));
            Assert.That(await batch.FindAsync("line 1", guard), Is.EqualTo(new PaymentLedgerEntry
            {
                Reference = "line 1",
                State = PaymentLedgerState.Created,
                LineNumber = 57_203,
                Digest = "F1754A826AFCEE343A92A0E603DD670C9E75ABB475B82E0ED315583B45166131",
                PaymentId = new("0b13ae4e-7b1d-4cb6-b603-fefb29030f77"),
                LineBefore = new("63205279-b171-4e84-b05b-02f68daec7a0"),
                LineDocumentBefore = "G00010",
                LastEntryBefore = 66,
            }));
            Assert.That((await batch.FindAsync("line 2", guard))?.State, Is.EqualTo(PaymentLedgerState.Refused));
        }
    }
}
