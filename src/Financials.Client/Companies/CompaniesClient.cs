using Financials.Client.Dialects;

namespace Financials.Client;

/// <summary>The companies of a service. Thread-safe.</summary>
public class CompaniesClient
{
    private readonly IServiceDialect _service;

    internal CompaniesClient(IServiceDialect service) => _service = service;

    /// <summary>For fakes in tests.</summary>
    protected CompaniesClient() => _service = null!;

    /// <summary>One company, by its id. Nothing is sent until something of the company is asked for.</summary>
    public virtual CompanyClient this[Guid companyId] => new(_service, companyId);
}
