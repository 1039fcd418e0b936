using System.Runtime.CompilerServices;
using Financials.Client.Dialects;
using Financials.Client.Operations;

namespace Financials.Client.Outbox;

/// <summary>
/// Creates the payments of a batch, each exactly once across crashes and restarts: its key is in the ledger before it is sent,
/// and what the ledger leaves open is looked up before it is retried.
/// </summary>
/// <param name="operations">The client.</param>
/// <param name="journal">The journal.</param>
/// <param name="payments">Its payments.</param>
/// <param name="entries">The posted entries of its company.</param>
/// <param name="ledger">Where the batch remembers what it has sent.</param>
/// <param name="concurrency">How many payments are under way at a time.</param>
internal sealed class PaymentBatch(
    OperationContext operations,
    PaymentJournalAddress journal,
    EntityEndpoint<CustomerPayment> payments,
    EntityEndpoint<GeneralLedgerEntry> entries,
    PaymentLedger ledger,
    int concurrency)
{
    public async IAsyncEnumerable<BatchPaymentResult> RunAsync(
        IAsyncEnumerable<BatchPayment> batch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var memory = await ledger.BeginAsync(journal, cancellationToken).ConfigureAwait(false);
        await using var end = memory.ConfigureAwait(false);
        var allocator = new LineNumberAllocator(memory.LineNumbers, readsEntries: true);
        using var names = new BatchNames();
        var underWay = new List<Task<BatchPaymentResult>>();
        try
        {
            await foreach (var item in batch.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                var named = names.Add(item, memory.LedgerId);
                underWay.Add(FinishAsync(named, memory, allocator, cancellationToken));
                if (underWay.Count >= concurrency)
                {
                    yield return await NextOfAsync(underWay).ConfigureAwait(false);
                }
            }

            while (underWay.Count > 0)
            {
                yield return await NextOfAsync(underWay).ConfigureAwait(false);
            }
        }
        finally
        {
            // When one fails, or the caller has seen enough, the others come to their ends and into the ledger first. Theirs is
            // not the failure that the caller is told of; what they leave open, the next run finds in the ledger.
            await Task.WhenAll(underWay.Cast<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<BatchPaymentResult> NextOfAsync(List<Task<BatchPaymentResult>> underWay)
    {
        var next = await Task.WhenAny(underWay).ConfigureAwait(false);
        underWay.Remove(next);
        return await next.ConfigureAwait(false);
    }

    private async Task<BatchPaymentResult> FinishAsync(BatchPayment item, PaymentLedgerBatch memory, LineNumberAllocator allocator, CancellationToken cancellationToken)
    {
        try
        {
            var digest = PaymentDigest.Of(item.Payment);
            var last = await memory.FindAsync(item.Reference, cancellationToken).ConfigureAwait(false);
            return last is null or { State: PaymentLedgerState.Refused }
                ? await BeginAsync(item, digest, memory, allocator, cancellationToken).ConfigureAwait(false)
                : await ResumeAsync(item, last, digest, memory, allocator, cancellationToken).ConfigureAwait(false);
        }
        catch (FinancialsException failure)
        {
            failure.TellBefore($"The batch stopped at the payment '{item.Reference}'.");
            throw;
        }
    }

    private async Task<BatchPaymentResult> ResumeAsync(
        BatchPayment item, PaymentLedgerEntry last, string digest, PaymentLedgerBatch memory, LineNumberAllocator allocator, CancellationToken cancellationToken)
    {
        if (last.Digest != digest)
        {
            throw new PaymentChangedException(item.Reference);
        }

        return last.State is PaymentLedgerState.Created
            ? Existing(item, last)
            : await CreateAsync(item, last, mayExist: true, memory, allocator, cancellationToken).ConfigureAwait(false);
    }

    private async Task<BatchPaymentResult> BeginAsync(
        BatchPayment item, string digest, PaymentLedgerBatch memory, LineNumberAllocator allocator, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var number = await allocator.NextAsync(attempt, operations, payments, entries, operations.NewDeadline(), cancellationToken).ConfigureAwait(false);
            var evidence = allocator.Evidence;
            var entry = new PaymentLedgerEntry
            {
                Reference = item.Reference,
                State = PaymentLedgerState.Sending,
                LineNumber = number,
                Digest = digest,
                LineBefore = evidence.Line,
                LineDocumentBefore = evidence.LineDocument,
                LastEntryBefore = evidence.LastEntry,
            };
            await memory.WriteAsync(entry, cancellationToken).ConfigureAwait(false);
            try
            {
                return await CreateAsync(item, entry, mayExist: false, memory, allocator, cancellationToken).ConfigureAwait(false);
            }
            catch (FinancialsDuplicateException)
            {
                // The number is another line's, so the service has certainly not taken this payment: it gets another one.
                await memory.WriteAsync(entry with { State = PaymentLedgerState.Refused }, CancellationToken.None).ConfigureAwait(false);
                if (attempt + 1 == LineNumberAllocator.MostAttempts)
                {
                    throw;
                }
            }
        }
    }

    private async Task<BatchPaymentResult> CreateAsync(
        BatchPayment item, PaymentLedgerEntry entry, bool mayExist, PaymentLedgerBatch memory, LineNumberAllocator allocator, CancellationToken cancellationToken)
    {
        var payment = item.Payment with { LineNumber = entry.LineNumber };
        var before = new JournalEvidence { Line = entry.LineBefore, LineDocument = entry.LineDocumentBefore, LastEntry = entry.LastEntryBefore };
        var create = new CreatePaymentOperation(operations, payments, entries, payment, payments.Create(payment), before, operations.NewDeadline())
        {
            MayExist = mayExist, OwnsLineNumber = true, OwnsDocumentNumber = true,
        };
        try
        {
            var created = await create.RunAsync(cancellationToken).ConfigureAwait(false);
            var written = entry with { State = PaymentLedgerState.Created, PaymentId = created.Id };
            await memory.WriteAsync(written, CancellationToken.None).ConfigureAwait(false);
            if (!CreatePaymentOperation.IsPosted(created))
            {
                allocator.Saw(created);
            }

            return Existing(item, written);
        }
        catch (FinancialsException refused) when (refused is FinancialsValidationException or FinancialsNotFoundException)
        {
            await memory.WriteAsync(entry with { State = PaymentLedgerState.Refused }, CancellationToken.None).ConfigureAwait(false);
            return new() { Reference = item.Reference, Outcome = BatchPaymentOutcome.Refused, DocumentNumber = payment.DocumentNumber, Failure = refused };
        }
        catch (FinancialsException open) when (
            open is FinancialsOutcomeUnknownException { MayBeSettledLater: false } || (open is FinancialsDuplicateException && open.Facts.MayHaveBeenExecutedBefore))
        {
            return new()
            {
                Reference = item.Reference,
                Outcome = BatchPaymentOutcome.Unknown,
                LineNumber = entry.LineNumber,
                DocumentNumber = payment.DocumentNumber,
                Failure = open,
            };
        }
    }

    private static BatchPaymentResult Existing(BatchPayment item, PaymentLedgerEntry entry) => new()
    {
        Reference = item.Reference,
        Outcome = entry.PaymentId is null ? BatchPaymentOutcome.Posted : BatchPaymentOutcome.Created,
        PaymentId = entry.PaymentId,
        LineNumber = entry.PaymentId is null ? null : entry.LineNumber,
        DocumentNumber = item.Payment.DocumentNumber,
    };
}
