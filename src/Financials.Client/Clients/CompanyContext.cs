using Financials.Client.Dialects;
using Financials.Client.Operations;
using Financials.Client.Outbox;

namespace Financials.Client.Clients;

/// <summary>What the clients of one company share.</summary>
internal sealed record CompanyContext(OperationContext Operations, CompanyDialect Dialect, Guid CompanyId, LineNumberAllocators Allocators)
{
    public CompanyContext With(Func<CallOptions, CallOptions> configure) => this with { Operations = Operations.With(configure) };

    public SetContext<TModel> Set<TModel>(EntityEndpoint<TModel> endpoint, NaturalKey<TModel> key)
        where TModel : class => new(Operations, endpoint, key);
}
