using System.Runtime.CompilerServices;
using Financials.Client.Dialects;
using Financials.Client.Models;

namespace Financials.Client.Operations;

/// <summary>Reads the entity of an id, and accepts no other.</summary>
internal sealed class GetOperation<TModel>(OperationContext context, EntityEndpoint<TModel> endpoint, Guid id, Deadline deadline)
    : ReadOperation<TModel>(context, endpoint.Get(id), endpoint.Entity, deadline)
    where TModel : class
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected override async ValueTask<Verdict<TModel>> StepAsync(CancellationToken cancellationToken)
    {
        var read = await base.StepAsync(cancellationToken).ConfigureAwait(false);
        return read.IsSuccess && ((IEntity<TModel>)read.Result!).Id != id ? NotTheRecord<TModel>(Request, endpoint.Entity.Expected, read.Status) : read;
    }
}
