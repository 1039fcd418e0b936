using System.Runtime.CompilerServices;
using Financials.Client.Dialects;

namespace Financials.Client.Operations;

/// <summary>Deletes an entity. What is gone after an attempt whose response was lost has been deleted.</summary>
internal sealed class DeleteOperation<TModel>(OperationContext context, EntityEndpoint<TModel> endpoint, Guid id, string etag, Deadline deadline)
    : Operation<object>(context, endpoint.Delete(id, etag), deadline)
    where TModel : class
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected override async ValueTask<Verdict<object>> StepAsync(CancellationToken cancellationToken)
    {
        var deleted = await AttemptAsync<object>(Request, reader: null, cancellationToken).ConfigureAwait(false);
        switch (deleted.Failure)
        {
            case FinancialsNotFoundException when MayHaveBeenExecuted:
                return Verdict<object>.Success(null, deleted.Status);

            case FinancialsStaleException stale:
                var current = await AttemptAsync(endpoint.Get(id), endpoint.Entity, id, cancellationToken).ConfigureAwait(false);
                return Verdict<object>.Failed(stale.With(current.Result), AttemptOutcome.Refused, canRetry: false);

            default:
                return deleted;
        }
    }
}
