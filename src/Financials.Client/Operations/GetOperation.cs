using Financials.Client.Dialects;
using Financials.Client.Queries;

namespace Financials.Client.Operations;

/// <summary>Reads the entity of an id, and accepts no other.</summary>
internal sealed class GetOperation<TModel>(OperationContext context, EntityEndpoint<TModel> endpoint, Guid id, QueryText query, Deadline deadline)
    : Operation<TModel>(context, endpoint.Get(id, query), deadline)
    where TModel : class
{
    protected override ValueTask<Verdict<TModel>> StepAsync(CancellationToken cancellationToken) => AttemptAsync(Request, endpoint.Entity, id, cancellationToken);
}
