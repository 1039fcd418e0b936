using Financials.Client.Dialects;

namespace Financials.Client.Operations;

/// <summary>
/// Creates several payments of a journal in one transaction. Those that are not in the journal may have been posted, so they are sent only
/// where the journal was not posted since they were first sent.
/// </summary>
/// <param name="context">The client.</param>
/// <param name="payments">The journal's payments.</param>
/// <param name="entries">The posted entries of its company.</param>
/// <param name="batch">What to create, with line numbers.</param>
/// <param name="before">What was known of the journal before each was first sent.</param>
/// <param name="deadline">The end of the call.</param>
internal sealed class CreatePaymentBatchOperation(
    OperationContext context,
    EntityEndpoint<CustomerPayment> payments,
    EntityEndpoint<GeneralLedgerEntry> entries,
    IReadOnlyList<CustomerPayment> batch,
    IReadOnlyList<JournalEvidence> before,
    Deadline deadline)
    : CreateBatchOperation<CustomerPayment>(context, payments, NaturalKeys.OfJournalPayment, batch, deadline)
{
    protected override async ValueTask<bool> ProveAbsentAsync(IReadOnlyList<int> places, CancellationToken cancellationToken)
    {
        foreach (var line in places.Select(place => before[place].Line).Distinct().ToList())
        {
            if (line is not { } id || !(await AttemptAsync(Endpoint.Get(id), Endpoint.Entity, id, cancellationToken).ConfigureAwait(false)).IsSuccess)
            {
                return await NothingWasPostedAsync([.. places.Select(place => before[place].LastEntry)], cancellationToken).ConfigureAwait(false);
            }
        }

        return true;
    }

    /// <summary>Whether the company has no ledger entry after those that were its last ones.</summary>
    private async ValueTask<bool> NothingWasPostedAsync(List<int?> last, CancellationToken cancellationToken)
    {
        var request = Prepare(() => entries.Highest(nameof(GeneralLedgerEntry.EntryNumber)));
        if (!request.IsSuccess || last.Contains(null))
        {
            return false;
        }

        var newest = await AttemptAsync(request.Result!, entries.Page, cancellationToken).ConfigureAwait(false);
        return newest.IsSuccess && (newest.Result!.Items is not [var entry, ..] || entry.EntryNumber <= last.Min());
    }
}
