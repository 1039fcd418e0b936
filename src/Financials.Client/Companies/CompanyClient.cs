using Financials.Client.Dialects;

namespace Financials.Client;

/// <summary>What belongs to one company. Thread-safe; keep it for as long as you work with the company.</summary>
public class CompanyClient
{
    internal CompanyClient(IServiceDialect service, Guid companyId)
    {
        Id = companyId;
        Customers = new CustomersClient(service, companyId);
    }

    /// <summary>For fakes in tests.</summary>
    protected CompanyClient() => Customers = null!;

    /// <summary>The company's id.</summary>
    public virtual Guid Id { get; }

    /// <summary>The company's customers.</summary>
    public virtual CustomersClient Customers { get; }
}
