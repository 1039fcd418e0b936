using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Financials.Client.Dialects;
using Financials.Client.Operations;
using Financials.Client.Queries;

namespace Financials.Client.Outbox;

/// <summary>Gives out line numbers of one journal, above the highest that the service shows.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to release.")]
internal sealed class LineNumberAllocator(PaymentLineNumbers numbers)
{
    /// <summary>
    /// How many numbers are tried before giving up. The service has lines that no endpoint shows, and there may be many of them: each
    /// next number is twice as far away, so these reach more than a thousand lines.
    /// </summary>
    public const int MostAttempts = 10;

    private static readonly int OffsetOfThisProcess = PaymentLineNumbers.NewOffset();

    private static readonly ConcurrentDictionary<PaymentJournalAddress, LineNumberAllocator> OfThisProcess = new();

    private readonly SemaphoreSlim _gate = new(1, 1);
    private int? _highest;

    /// <summary>
    /// The numbers for payments without a ledger. One for each journal in the process, because two that gave out the same number
    /// could each take the other's line for its own.
    /// </summary>
    public static LineNumberAllocator Of(PaymentJournalAddress journal) => OfThisProcess.GetOrAdd(journal, static _ => new(new(OffsetOfThisProcess)));

    /// <param name="operations">The client.</param>
    /// <param name="payments">The journal's payments.</param>
    /// <param name="attempt">How many numbers turned out to be taken, for the payment that this one is for.</param>
    /// <param name="deadline">The end of the call.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<int> NextAsync(
        OperationContext operations, EntityEndpoint<CustomerPayment> payments, int attempt, Deadline deadline, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_highest is null || attempt > 0)
            {
                _highest = await HighestAsync(operations, payments, deadline, cancellationToken).ConfigureAwait(false);
            }

            return numbers.Next(_highest.Value, 1 << attempt);
        }
        finally
        {
            _gate.Release();
        }
    }

    private static async Task<int> HighestAsync(
        OperationContext operations, EntityEndpoint<CustomerPayment> payments, Deadline deadline, CancellationToken cancellationToken)
    {
        var query = new QueryText { OrderBy = [$"{payments.Properties.WireName(nameof(CustomerPayment.LineNumber))} desc"], Top = 1 };
        var request = payments.List(query, pageSize: null);
        while (true)
        {
            var read = new ReadOperation<EntityPage<CustomerPayment>>(operations, request, payments.Page, deadline) { DecidesOnAWrite = true };
            var page = await read.RunAsync(cancellationToken).ConfigureAwait(false);
            if (page.Items.Count > 0 || page.ContinuationToken is null)
            {
                return page.Items.Count > 0 ? page.Items[0].LineNumber ?? 0 : 0;
            }

            request = payments.Next(page.ContinuationToken, pageSize: null);
        }
    }
}
