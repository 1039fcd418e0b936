using Financials.Client.Dialects;
using Financials.Client.Dialects.Documented;
using Financials.Client.Operations;

namespace Financials.Client.Clients;

/// <summary>What the clients of one company share.</summary>
internal sealed record CompanyContext(OperationContext Operations, DocumentedCompany Dialect, Guid CompanyId)
{
    public SetContext<TModel> Set<TModel>(EntityEndpoint<TModel> endpoint, NaturalKey<TModel> key)
        where TModel : class => new(Operations, endpoint, key);
}
