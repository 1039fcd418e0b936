using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Financials.Client.Ledger.Sql.Dispatching;

/// <summary>Sends the due payments of one journal, under its lease.</summary>
/// <param name="dispatch">What all journals share.</param>
/// <param name="journal">The journal.</param>
/// <param name="clientOf">The client of a journal's service.</param>
internal sealed class JournalRun(DispatchContext dispatch, WaitingJournal journal, Func<PaymentJournalAddress, FinancialsClient> clientOf)
{
    /// <summary>How many payments are sent before the other journals are worked on.</summary>
    private const int MostPayments = 2_000;

    private const int PageSize = 200;

    /// <summary>The payments that were given to the client and have no outcome yet.</summary>
    private readonly ConcurrentDictionary<string, DuePayment> _underWay = new(StringComparer.Ordinal);

    private readonly List<long> _done = [];
    private int _sent;

    /// <param name="stopping">No more payments are begun.</param>
    /// <param name="aborting">Those under way are given up too; the next run settles them.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken aborting)
    {
        try
        {
            await SendAllAsync(stopping, aborting).ConfigureAwait(false);
            if (journal.Failures > 0)
            {
                await dispatch.Rows.RecoverAsync(journal.Scope, aborting).ConfigureAwait(false);
            }
        }
        catch (Exception lost) when (lost is PaymentLedgerLeaseLostException or PaymentLedgerInUseException)
        {
            dispatch.Log.TakenOver(journal.Address);
        }
        catch (Exception failure) when (!aborting.IsCancellationRequested)
        {
            // Whatever it is, it must not keep the other journals waiting. It is told in the log, in the database and by the health check.
            var delay = dispatch.Delay(journal.Failures, (failure as FinancialsException)?.RetryAfter);
            dispatch.Log.Failed(failure, journal.Address, delay);
            await dispatch.Rows.FailAsync(journal.Scope, [.. _underWay.Values.Select(due => due.Id)], failure.Message, delay, aborting).ConfigureAwait(false);
        }
        finally
        {
            if (_sent > 0)
            {
                dispatch.Log.Sent(_sent, journal.Address);
            }
        }
    }

    private async Task SendAllAsync(CancellationToken stopping, CancellationToken aborting)
    {
        try
        {
            await SendAsync(DueAsync(stopping, aborting), aborting).ConfigureAwait(false);
        }
        catch (Exception unfit) when (IsOfOnePayment(unfit))
        {
            // One of the payments under way cannot be sent as it is. Each is sent alone, so that the one is found and parked.
            DuePayment[] suspects = [.. _underWay.Values.OrderBy(due => due.Id)];
            _underWay.Clear();
            foreach (var suspect in suspects.TakeWhile(_ => !stopping.IsCancellationRequested))
            {
                try
                {
                    await SendAsync(OnlyAsync(suspect), aborting).ConfigureAwait(false);
                }
                catch (Exception own) when (IsOfOnePayment(own))
                {
                    await ParkAsync(suspect, "unfit", own.Message, aborting).ConfigureAwait(false);
                    _underWay.Clear();
                }
            }
        }
    }

    private async Task SendAsync(IAsyncEnumerable<DuePayment> due, CancellationToken aborting)
    {
        var target = clientOf(journal.Address).Companies[journal.Address.CompanyId].PaymentJournals[journal.Address.JournalId];
        if (SqlScope.Of(target.Address) != journal.Scope)
        {
            throw new InvalidOperationException(
                $"The payments of the {journal.Address} cannot be sent: the client is for the {target.Address}. " +
                $"Set {nameof(PaymentOutboxOptions)}.{nameof(PaymentOutboxOptions.Client)}.");
        }

        try
        {
            await foreach (var result in target.Payments.CreateAllAsync(Batch(due), dispatch.Ledger, dispatch.ConcurrentPayments, aborting).ConfigureAwait(false))
            {
                _underWay.TryRemove(result.Reference, out var sent);
                await FinishAsync(sent!, result, aborting).ConfigureAwait(false);
            }
        }
        finally
        {
            await FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<BatchPayment> Batch(IAsyncEnumerable<DuePayment> due)
    {
        await foreach (var next in due.ConfigureAwait(false))
        {
            _underWay[next.Reference] = next;
            yield return new(next.Reference, next.Payment!);
        }
    }

    private static async IAsyncEnumerable<DuePayment> OnlyAsync(DuePayment due)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield return due;
    }

    private async IAsyncEnumerable<DuePayment> DueAsync(CancellationToken stopping, [EnumeratorCancellation] CancellationToken aborting)
    {
        var (after, given) = (0L, 0);
        while (given < MostPayments && !stopping.IsCancellationRequested)
        {
            var page = await dispatch.Rows.DueAsync(journal.Scope, after, PageSize, aborting).ConfigureAwait(false);
            foreach (var due in page.TakeWhile(_ => !stopping.IsCancellationRequested))
            {
                if (due.Payment is null)
                {
                    await ParkAsync(due, "unreadable", "It was enqueued by a newer version, which has to send it.", aborting).ConfigureAwait(false);
                    continue;
                }

                given++;
                yield return due;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            after = page[^1].Id;
        }
    }

    private async Task FinishAsync(DuePayment sent, BatchPaymentResult result, CancellationToken aborting)
    {
        if (!result.IsCreated)
        {
            await ParkAsync(sent, Outcome(result), result.Failure?.Message ?? "", aborting).ConfigureAwait(false);
            return;
        }

        _sent++;
        dispatch.Instruments.Sent(Outcome(result));
        _done.Add(sent.Id);
        if (_done.Count >= PageSize)
        {
            await FlushAsync(aborting).ConfigureAwait(false);
        }
    }

    /// <summary>Says of payments that exist that they do. What a crash leaves out, the ledger knows.</summary>
    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        await dispatch.Rows.DoneAsync(_done, cancellationToken).ConfigureAwait(false);
        _done.Clear();
    }

    private async Task ParkAsync(DuePayment due, string outcome, string reason, CancellationToken aborting)
    {
        await dispatch.Rows.ParkAsync(due.Id, reason, aborting).ConfigureAwait(false);
        dispatch.Instruments.Sent(outcome);
        dispatch.Log.Parked(due.Reference, journal.Address, due.Id, reason);
    }

    /// <summary>Whether sending the payment again as it is would fail again, and others would not.</summary>
    private static bool IsOfOnePayment(Exception failure) =>
        failure is ArgumentException or PaymentChangedException or FinancialsNotSupportedException;

    private static string Outcome(BatchPaymentResult result) => result.Outcome switch
    {
        BatchPaymentOutcome.Created => "created",
        BatchPaymentOutcome.Posted => "posted",
        BatchPaymentOutcome.Refused => "refused",
        _ => "unknown",
    };
}
