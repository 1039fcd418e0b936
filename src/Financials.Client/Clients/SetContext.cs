using Financials.Client.Dialects;
using Financials.Client.Operations;
using Financials.Client.Transport;

namespace Financials.Client.Clients;

/// <summary>What the client of one set of entities needs: where they are, what makes one unique, and how operations are run.</summary>
internal sealed record SetContext<TModel>(OperationContext Operations, EntityEndpoint<TModel> Endpoint, NaturalKey<TModel> Key)
    where TModel : class
{
    public CreateOperation<TModel> Creating(TModel entity, ServiceRequest request, Deadline deadline, bool mayEndWithoutIt = false, bool mayExist = false) =>
        new(Operations, Endpoint, Key, entity, request, deadline) { MayEndWithoutIt = mayEndWithoutIt, MayExist = mayExist };
}
