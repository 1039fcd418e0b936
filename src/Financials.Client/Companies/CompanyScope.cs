using Financials.Client.Dialects;
using Financials.Client.Resilience;
using Financials.Client.SafeCreates;
using Financials.Client.Telemetry;

namespace Financials.Client.Companies;

/// <summary>What the clients of one company share.</summary>
internal sealed record CompanyScope(ICompanyDialect Dialect, Uri Service, Guid CompanyId, RepetitionDelays Delays, ClientTelemetry Telemetry)
{
    public SafeCreate<TModel> Creating<TModel>(
        IEntityEndpoint<TModel> endpoint, NaturalKey<TModel> key, Func<TModel, TModel, string?>? remark = null)
        where TModel : class => new(endpoint, key, Delays, Telemetry, remark);
}
