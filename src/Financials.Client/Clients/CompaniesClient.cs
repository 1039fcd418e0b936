using Financials.Client.Clients;
using Financials.Client.Dialects.Documented;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>The companies of a service. Thread-safe.</summary>
public class CompaniesClient : ReadOnlyEntitySet<Company>
{
    private readonly OperationContext _operations;
    private readonly DocumentedDialect _dialect;
    private CompanyClient? _last;

    internal CompaniesClient(OperationContext operations, DocumentedDialect dialect)
        : base(operations, dialect.Companies)
    {
        _operations = operations;
        _dialect = dialect;
    }

    /// <summary>For fakes in tests.</summary>
    protected CompaniesClient()
    {
        _operations = null!;
        _dialect = null!;
    }

    /// <summary>One company, by its id. Nothing is sent until something of the company is asked for.</summary>
    /// <param name="companyId">The company's id.</param>
    public virtual CompanyClient this[Guid companyId]
    {
        get
        {
            // Most applications work with one company, and many name it with each call.
            var last = _last;
            return last is not null && last.Id == companyId ? last : _last = new(new CompanyContext(_operations, _dialect.Company(companyId), companyId));
        }
    }
}
