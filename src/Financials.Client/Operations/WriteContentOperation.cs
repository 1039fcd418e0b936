using System.Runtime.CompilerServices;
using Financials.Client.Dialects;
using Financials.Client.Transport;

namespace Financials.Client.Operations;

/// <summary>
/// Stores the content of an attachment, provided that it is still the version that was read. Because the request names that version, a
/// retry cannot overwrite anybody; where it finds another version, this operation's own earlier attempt may be what made it.
/// </summary>
/// <param name="context">The client.</param>
/// <param name="endpoint">The attachment's set.</param>
/// <param name="attachment">The attachment as it was read.</param>
/// <param name="id">Its id.</param>
/// <param name="request">The request that stores the content.</param>
/// <param name="stored">How the content is read back.</param>
/// <param name="deadline">The end of the call.</param>
internal sealed class WriteContentOperation(
    OperationContext context,
    EntityEndpoint<Attachment> endpoint,
    Attachment attachment,
    Guid id,
    ServiceRequest request,
    ServiceCall<byte[]> stored,
    Deadline deadline)
    : Operation<Attachment>(context, request, deadline)
{
    private bool _isStored;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected override async ValueTask<Verdict<Attachment>> StepAsync(CancellationToken cancellationToken)
    {
        if (!_isStored && await StoreAsync(cancellationToken).ConfigureAwait(false) is { } failed)
        {
            return failed;
        }

        // The content is stored: what is left to retry is reading the attachment, which has another version and size now.
        _isStored = true;
        var current = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return current.IsSuccess ? current : Verdict<Attachment>.Failed(
            FinancialsOutcomeUnknownException.NotReturned(attachment, FactsOf(Request)), AttemptOutcome.Unclear, current.CanRetry);
    }

    /// <returns>Why the content is not stored; null where it is.</returns>
    private async ValueTask<Verdict<Attachment>?> StoreAsync(CancellationToken cancellationToken)
    {
        var sent = await AttemptAsync(Request, endpoint.Entity, cancellationToken).ConfigureAwait(false);
        return sent.IsSuccess ? null
            : sent.Failure is FinancialsStaleException stale ? await CompareAsync(stale, cancellationToken).ConfigureAwait(false)
            : sent;
    }

    private async ValueTask<Verdict<Attachment>?> CompareAsync(FinancialsStaleException stale, CancellationToken cancellationToken)
    {
        var isOpen = false;
        if (MayHaveBeenExecuted)
        {
            var content = await AttemptAsync(stored.Request, stored.Reader, cancellationToken).ConfigureAwait(false);
            if (content.Result is { } bytes && bytes.AsSpan().SequenceEqual(Request.Body))
            {
                return null;
            }

            // Whether the content was stored is still open while it cannot be read.
            isOpen = content.CanRetry;
        }

        var current = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return Verdict<Attachment>.Failed(stale.With(current.Result), AttemptOutcome.Refused, isOpen);
    }

    private ValueTask<Verdict<Attachment>> ReadAsync(CancellationToken cancellationToken) => AttemptAsync(endpoint.Get(id), endpoint.Entity, id, cancellationToken);
}
