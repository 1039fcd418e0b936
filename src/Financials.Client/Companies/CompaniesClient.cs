using Financials.Client.Dialects;

namespace Financials.Client;

/// <summary>The companies of a service. Thread-safe.</summary>
public class CompaniesClient : ReadOnlyEntitySet<Company>
{
    private readonly IServiceDialect _service;

    internal CompaniesClient(IServiceDialect service)
        : base(service.Companies) => _service = service;

    /// <summary>For fakes in tests.</summary>
    protected CompaniesClient() => _service = null!;

    /// <summary>One company, by its id. Nothing is sent until something of the company is asked for.</summary>
    /// <param name="companyId">The company's id.</param>
    public virtual CompanyClient this[Guid companyId] => new(_service.Company(companyId), companyId);
}
