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
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var source = Named(batch, names, memory.LedgerId, stop.Token).GetAsyncEnumerator(CancellationToken.None);
        var next = source.MoveNextAsync().AsTask();
        var group = new List<BatchPayment>();
        var underWay = new List<Task<GroupResults>>();
        try
        {
            while (group.Count > 0 || underWay.Count > 0 || await next.ConfigureAwait(false))
            {
                if (next is { IsCompletedSuccessfully: true, Result: true } && group.Count < pace.Size)
                {
                    group.Add(source.Current);
                    next = source.MoveNextAsync().AsTask();
                }
                else if (group.Count > 0 && underWay.Count < pace.Concurrency)
                {
                    // It is full, or the source has nothing more at the moment: no payment waits for one that has not come yet.
                    underWay.Add(sender.CreateAsync(group, cancellationToken));
                    group = [];
                }
                else if (await AnyAsync(underWay, next).ConfigureAwait(false) is { } done)
                {
                    underWay.Remove(done);
                    var (results, failure) = await done.ConfigureAwait(false);
                    foreach (var result in results)
                    {
                        yield return result;
                    }

                    failure?.Throw();
                }
            }
        }
        finally
        {
            // When one fails, or the caller has seen enough, the others come to their ends and into the ledger first. Theirs is
            // not the failure that the caller is told of; what they leave open, the next run finds in the ledger.
            await Task.WhenAll(underWay.Cast<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await stop.CancelAsync().ConfigureAwait(false);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await source.DisposeAsync().ConfigureAwait(false);
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

    /// <returns>A group that has come to its end; null where the source has come on first.</returns>
    private static async Task<Task<GroupResults>?> AnyAsync(List<Task<GroupResults>> underWay, Task<bool> next) =>
        await Task.WhenAny(next.IsCompleted ? underWay : [.. underWay, (Task)next]).ConfigureAwait(false) as Task<GroupResults>;
}
