using System.Diagnostics.CodeAnalysis;
using Financials.Client.Dialects;
using Financials.Client.Operations;

namespace Financials.Client.Outbox;

/// <summary>
/// Gives out line numbers of one journal, above the highest that the service shows, and keeps what tells later whether the journal was
/// posted since.
/// </summary>
/// <param name="numbers">The numbers that nobody else chooses.</param>
/// <param name="areOfLedger">
/// Whether the numbers belong to a ledger. Then they stay as they are, and the company's last ledger entry is read in any case. Otherwise it is
/// read only where the journal has no line to go by, and where the journal's last line could be of the same numbers, others are taken: it is
/// another process's, which has chosen the same by chance.
/// </param>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to release.")]
internal sealed class LineNumberAllocator(PaymentLineNumbers numbers, bool areOfLedger)
{
    /// <summary>
    /// How many numbers are tried before giving up. The service has lines that no endpoint shows, and there may be many of them: each
    /// next number is twice as far away, so these reach more than a thousand lines.
    /// </summary>
    public const int MostAttempts = 10;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private PaymentLineNumbers _numbers = numbers;
    private int? _highest;
    private JournalEvidence _evidence = JournalEvidence.None;

    /// <summary>What is known of the journal now, for a payment that is about to be sent.</summary>
    public JournalEvidence Evidence => Volatile.Read(ref _evidence);

    /// <param name="attempt">How many numbers were found to be taken, for the payment that this one is for.</param>
    /// <param name="operations">The client.</param>
    /// <param name="payments">The journal's payments.</param>
    /// <param name="entries">The company's posted entries.</param>
    /// <param name="deadline">The end of the call.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<int> NextAsync(
        int attempt,
        OperationContext operations,
        EntityEndpoint<CustomerPayment> payments,
        EntityEndpoint<GeneralLedgerEntry> entries,
        Deadline deadline,
        CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_highest is null || attempt > 0)
            {
                var last = await LastAsync(operations, payments, nameof(CustomerPayment.LineNumber), deadline, cancellationToken).ConfigureAwait(false);
                if (_highest is null && (areOfLedger || last is null))
                {
                    var entry = await LastEntryAsync(operations, entries, deadline, cancellationToken).ConfigureAwait(false);
                    _evidence = _evidence with { LastEntry = entry };
                }

                if (!areOfLedger && last is { LineNumber: { } number } && _numbers.HasOffsetOf(number))
                {
                    _numbers = new(PaymentLineNumbers.NewOffset());
                }

                _highest = last?.LineNumber ?? 0;
                if (last is not null)
                {
                    Saw(last);
                }
            }

            return _numbers.Next(_highest.Value, 1 << attempt);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Says that a payment is in the journal.</summary>
    public void Saw(CustomerPayment line)
    {
        JournalEvidence before, now;
        do
        {
            before = Evidence;
            now = before with { Line = line.Id, LineDocument = line.DocumentNumber };
        }
        while (!ReferenceEquals(Interlocked.CompareExchange(ref _evidence, now, before), before));
    }

    /// <returns>Null where the service has no ledger entries, or does not show them to this caller.</returns>
    private static async Task<int?> LastEntryAsync(
        OperationContext operations, EntityEndpoint<GeneralLedgerEntry> entries, Deadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            var last = await LastAsync(operations, entries, nameof(GeneralLedgerEntry.EntryNumber), deadline, cancellationToken).ConfigureAwait(false);
            return last is null ? 0 : last.EntryNumber;
        }
        catch (FinancialsException hidden) when (hidden is FinancialsNotSupportedException or FinancialsUnauthorizedException or FinancialsNotFoundException)
        {
            return null;
        }
    }

    private static async Task<T?> LastAsync<T>(
        OperationContext operations, EntityEndpoint<T> set, string by, Deadline deadline, CancellationToken cancellationToken)
        where T : class
    {
        var request = set.Highest(by);
        while (true)
        {
            var read = new ReadOperation<EntityPage<T>>(operations, request, set.Page, deadline);
            var page = await read.RunAsync(cancellationToken).ConfigureAwait(false);
            if (page.Items.Count > 0 || page.ContinuationToken is null)
            {
                return page.Items.Count > 0 ? page.Items[0] : null;
            }

            request = set.Next(page.ContinuationToken, pageSize: null);
        }
    }
}
