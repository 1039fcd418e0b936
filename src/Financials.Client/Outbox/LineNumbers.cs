using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Financials.Client.Dialects;
using Financials.Client.Operations;
using Financials.Client.Queries;

namespace Financials.Client.Outbox;

/// <summary>
/// Gives out the line numbers of one journal: the highest there is plus 10,000, then on from there without asking again.
/// One for each journal in the process, because two that gave out the same number would only meet as a duplicate key.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to release.")]
internal sealed class LineNumbers
{
    private const int Step = 10_000;

    private static readonly ConcurrentDictionary<(Uri Service, Guid Company, Guid Journal), LineNumbers> Journals = new();

    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _last;
    private bool _isKnown;

    public static LineNumbers Of(Uri service, Guid company, Guid journal) => Journals.GetOrAdd((service, company, journal), static _ => new());

    public async Task<int> NextAsync(
        OperationContext operations, EntityEndpoint<CustomerPayment> payments, Deadline deadline, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isKnown)
            {
                // Numbers given out here may still be on their way, so the service's highest never leads back behind them.
                _last = Math.Max(_last, await HighestAsync(operations, payments, deadline, cancellationToken).ConfigureAwait(false));
                _isKnown = true;
            }

            _last = checked(_last + Step);
            return _last;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Says that numbers up to this one were given out before, perhaps by a process that did not live to use them.</summary>
    public async Task ReserveAsync(int number, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _last = Math.Max(_last, number);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Says that somebody outside this process has taken a number, so that the highest is asked for again.</summary>
    public async Task WasTakenAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _isKnown = false;
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
            var read = new ReadOperation<EntityPage<CustomerPayment>>(operations, request, payments.Page, deadline);
            var page = await read.RunAsync(cancellationToken).ConfigureAwait(false);
            if (page.Items.Count > 0 || page.ContinuationToken is null)
            {
                return page.Items.Count > 0 ? page.Items[0].LineNumber ?? 0 : 0;
            }

            request = payments.Next(page.ContinuationToken, pageSize: null);
        }
    }
}
