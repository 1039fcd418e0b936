using System.Runtime.CompilerServices;
using Financials.Client.Dialects;
using Financials.Client.Operations;

namespace Financials.Client.Outbox;

/// <summary>
/// Creates the payments of a batch, each exactly once across crashes and restarts: its key is in the ledger before it is sent,
/// and what the ledger leaves open is looked up before it is retried.
/// </summary>
internal sealed class PaymentBatch(
    OperationContext operations, EntityEndpoint<CustomerPayment> payments, LineNumbers numbers, IPaymentLedger ledger, int concurrency)
{
    /// <summary>How often a line number that somebody else took first is replaced by another before giving up.</summary>
    public const int MostAllocations = 10;

    public async IAsyncEnumerable<BatchPaymentResult> RunAsync(
        IAsyncEnumerable<BatchPayment> batch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var written = new Dictionary<string, PaymentLedgerEntry>(StringComparer.Ordinal);
        foreach (var entry in await ledger.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            written[entry.Reference] = entry;
        }

        // The number of a payment whose fate is open may be free on the service, and must not become another payment's.
        await numbers.ReserveAsync(written.Values.Select(entry => entry.LineNumber).DefaultIfEmpty().Max(), cancellationToken).ConfigureAwait(false);

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var underWay = new List<Task<BatchPaymentResult>>(concurrency);
        try
        {
            await foreach (var item in batch.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                Check(item, seen);
                underWay.Add(FinishAsync(item, written.GetValueOrDefault(item.Reference), cancellationToken));
                if (underWay.Count == concurrency)
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

    private Task<BatchPaymentResult> FinishAsync(BatchPayment item, PaymentLedgerEntry? last, CancellationToken cancellationToken)
    {
        var digest = PaymentDigest.Of(item.Payment);
        return last is null or { State: PaymentLedgerState.Refused }
            ? BeginAsync(item, digest, cancellationToken)
            : ResumeAsync(item, last, digest, cancellationToken);
    }

    private static void Check(BatchPayment item, HashSet<string> seen)
    {
        if (!seen.Add(item.Reference))
        {
            throw new ArgumentException($"The reference '{item.Reference}' occurs twice in the batch. Give each payment its own.");
        }

        if (item.Payment.LineNumber is not null)
        {
            throw new ArgumentException($"The payment '{item.Reference}' has a line number. Leave it null: the batch chooses it.");
        }
    }

    private async Task<BatchPaymentResult> ResumeAsync(BatchPayment item, PaymentLedgerEntry last, string digest, CancellationToken cancellationToken)
    {
        if (last.Digest != digest)
        {
            throw new InvalidOperationException(
                $"The payment '{item.Reference}' is not the one that was sent under this reference. " +
                "Restore it, or give the changed payment another reference.");
        }

        return last.State is PaymentLedgerState.Created
            ? new(item.Reference, last.PaymentId, last.LineNumber, null)
            : await CreateAsync(item, last, mayExist: true, cancellationToken).ConfigureAwait(false);
    }

    private async Task<BatchPaymentResult> BeginAsync(BatchPayment item, string digest, CancellationToken cancellationToken)
    {
        for (var allocations = 1; ; allocations++)
        {
            var number = await numbers.NextAsync(operations, payments, operations.NewDeadline(), cancellationToken).ConfigureAwait(false);
            var entry = new PaymentLedgerEntry(item.Reference, PaymentLedgerState.Sending, number, digest, null);
            await ledger.AppendAsync(entry, cancellationToken).ConfigureAwait(false);
            try
            {
                return await CreateAsync(item, entry, mayExist: false, cancellationToken).ConfigureAwait(false);
            }
            catch (FinancialsDuplicateException taken) when (!taken.Facts.MayHaveBeenExecutedBefore)
            {
                // Another process was faster, and the service has certainly not taken this payment: the number is not its key any more.
                await ledger.AppendAsync(entry with { State = PaymentLedgerState.Refused }, CancellationToken.None).ConfigureAwait(false);
                if (allocations >= MostAllocations)
                {
                    throw;
                }

                await numbers.WasTakenAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<BatchPaymentResult> CreateAsync(BatchPayment item, PaymentLedgerEntry entry, bool mayExist, CancellationToken cancellationToken)
    {
        var payment = item.Payment with { LineNumber = entry.LineNumber };
        try
        {
            var create = new CreateOperation<CustomerPayment>(
                operations, payments, NaturalKeys.OfJournalPayment, payment, payments.Create(payment), operations.NewDeadline(), mayExist);
            var created = await create.RunAsync(cancellationToken).ConfigureAwait(false);
            var id = created.Id!.Value;
            await ledger.AppendAsync(entry with { State = PaymentLedgerState.Created, PaymentId = id }, CancellationToken.None).ConfigureAwait(false);
            return new(item.Reference, id, entry.LineNumber, null);
        }
        catch (FinancialsException refused) when (refused is FinancialsValidationException or FinancialsNotFoundException)
        {
            await ledger.AppendAsync(entry with { State = PaymentLedgerState.Refused }, CancellationToken.None).ConfigureAwait(false);
            return new(item.Reference, null, null, refused);
        }
    }
}
