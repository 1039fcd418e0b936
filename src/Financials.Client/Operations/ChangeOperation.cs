using System.Runtime.CompilerServices;
using Financials.Client.Dialects;
using Financials.Client.Transport;

namespace Financials.Client.Operations;

/// <summary>
/// Changes an entity, provided that it is still the version that was read. Because the request names that version, a retry cannot
/// overwrite anybody; where it finds another version, this operation's own earlier attempt may be what made it.
/// </summary>
/// <param name="context">The client.</param>
/// <param name="endpoint">The entity's set.</param>
/// <param name="entity">The entity as it should become.</param>
/// <param name="id">Its id.</param>
/// <param name="request">The request that says what differs.</param>
/// <param name="deadline">The end of the call.</param>
internal sealed class ChangeOperation<TModel>(
    OperationContext context, EntityEndpoint<TModel> endpoint, TModel entity, Guid id, ServiceRequest request, Deadline deadline)
    : Operation<TModel>(context, request, deadline)
    where TModel : class
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected override async ValueTask<Verdict<TModel>> StepAsync(CancellationToken cancellationToken)
    {
        var changed = await AttemptAsync(Request, endpoint.Entity, id, cancellationToken).ConfigureAwait(false);
        if (changed.Failure is FinancialsStaleException stale)
        {
            return await CompareAsync(stale, cancellationToken).ConfigureAwait(false);
        }

        return changed is { IsSuccess: true, Result: null } ? await ReadBackAsync(cancellationToken).ConfigureAwait(false) : changed;
    }

    private async ValueTask<Verdict<TModel>> CompareAsync(FinancialsStaleException stale, CancellationToken cancellationToken)
    {
        var current = await ReadAsync(cancellationToken).ConfigureAwait(false);
        if (MayHaveBeenExecuted && current.Result is { } now && endpoint.AreEqual(entity, now))
        {
            return current;
        }

        // Whether the change was made is still open while the present state cannot be read.
        return Verdict<TModel>.Failed(stale.With(current.Result), AttemptOutcome.Refused, canRetry: MayHaveBeenExecuted && current.CanRetry);
    }

    private async ValueTask<Verdict<TModel>> ReadBackAsync(CancellationToken cancellationToken)
    {
        var current = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return current.Result is { } now && endpoint.AreEqual(entity, now)
            ? current
            : Verdict<TModel>.Failed(
                FinancialsOutcomeUnknownException.NotReturned(entity, FactsOf(Request)), AttemptOutcome.Unclear, canRetry: false);
    }

    private ValueTask<Verdict<TModel>> ReadAsync(CancellationToken cancellationToken) => AttemptAsync(endpoint.Get(id), endpoint.Entity, id, cancellationToken);
}
