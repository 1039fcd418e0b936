using Financials.Client.Dialects;
using Financials.Client.Operations;

namespace Financials.Client.Clients;

/// <summary>What the clients of one company share.</summary>
internal sealed record CompanyContext(OperationContext Operations, CompanyDialect Dialect, Guid CompanyId)
{
    public SetContext<TModel> Set<TModel>(EntityEndpoint<TModel> endpoint, NaturalKey<TModel> key)
        where TModel : class => new(Operations, endpoint, key);
}
