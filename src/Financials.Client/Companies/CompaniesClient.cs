using Financials.Client.Companies;
using Financials.Client.Dialects;
using Financials.Client.Resilience;
using Financials.Client.Telemetry;

namespace Financials.Client;

/// <summary>The companies of a service. Thread-safe.</summary>
public class CompaniesClient : ReadOnlyEntitySet<Company>
{
    private readonly Func<Guid, CompanyScope> _scopeOf;

    internal CompaniesClient(IServiceDialect service, Uri address, RepetitionDelays delays, ClientTelemetry telemetry)
        : base(service.Companies) =>
        _scopeOf = companyId => new CompanyScope(service.Company(companyId), address, companyId, delays, telemetry);

    /// <summary>For fakes in tests.</summary>
    protected CompaniesClient() => _scopeOf = null!;

    /// <summary>One company, by its id. Nothing is sent until something of the company is asked for.</summary>
    /// <param name="companyId">The company's id.</param>
    public virtual CompanyClient this[Guid companyId] => new(_scopeOf(companyId));
}
