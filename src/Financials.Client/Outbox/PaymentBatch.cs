using System.Runtime.CompilerServices;
using Financials.Client.Dialects;
using Financials.Client.Operations;

namespace Financials.Client.Outbox;

/// <summary>
/// Creates the payments of a batch, each exactly once across crashes and restarts. Payments that are ready at the same time go together,
/// where the service takes several in one request.
/// </summary>
/// <param name="operations">The client.</param>
/// <param name="journal">The journal.</param>
/// <param name="payments">Its payments.</param>
/// <param name="entries">The posted entries of its company.</param>
/// <param name="ledger">Where the batch remembers what it has sent.</param>
/// <param name="concurrency">How many requests are under way at a time.</param>
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
        var pace = new BatchPace(payments.Batch is null ? 1 : operations.Resilience.MaxBatchSize, concurrency, operations.Resilience.AttemptTimeout);
        var sender = new PaymentSender(operations, payments, entries, memory, pace);
        using var names = new BatchNames();
        var results = GroupedWork.RunAsync(
            Named(batch, names, memory.LedgerId, cancellationToken), pace, group => sender.CreateAsync(group, cancellationToken), cancellationToken);
        await foreach (var result in results.ConfigureAwait(false))
        {
            yield return result;
        }
    }

    private static async IAsyncEnumerable<BatchPayment> Named(
        IAsyncEnumerable<BatchPayment> batch, BatchNames names, Guid ledgerId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in batch.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return names.Add(item, ledgerId);
        }
    }
}
