using Financials.Client.Clients;
using Financials.Client.Dialects;
using Financials.Client.Operations;
using Financials.Client.Outbox;

namespace Financials.Client;

/// <summary>The companies of a service. Thread-safe.</summary>
public class CompaniesClient : ReadOnlyEntitySet<Company>
{
    private readonly OperationContext _operations;
    private readonly ServiceDialect _dialect;
    private readonly LineNumberAllocators _allocators;
    private CompanyClient? _last;

    internal CompaniesClient(OperationContext operations, ServiceDialect dialect, LineNumberAllocators allocators)
        : base(operations, dialect.Companies)
    {
        _operations = operations;
        _dialect = dialect;
        _allocators = allocators;
    }

    /// <summary>For fakes in tests.</summary>
    protected CompaniesClient()
    {
        _operations = null!;
        _dialect = null!;
        _allocators = null!;
    }

    /// <inheritdoc cref="FinancialsClient.With"/>
    public override CompaniesClient With(Func<CallOptions, CallOptions> configure) =>
        _operations is null ? this : new(_operations.With(configure), _dialect, _allocators);

    /// <summary>One company, by its id. Nothing is sent until something of the company is asked for.</summary>
    /// <param name="companyId">The company's id.</param>
    public virtual CompanyClient this[Guid companyId]
    {
        get
        {
            // Most applications work with one company, and many name it with each call.
            var last = _last;
            return last is not null && last.Id == companyId ? last : _last = new(new CompanyContext(Fake.Real(_operations, this), _dialect.Company(companyId), companyId, _allocators));
        }
    }

    /// <summary>The same for a company that was read or created.</summary>
    /// <param name="company">The company.</param>
    /// <exception cref="ArgumentException">It has no id.</exception>
    public virtual CompanyClient this[Company company] => this[StoredVersion.IdOf(company)];

    /// <summary>Finds a company by its name, or else by the name that is shown.</summary>
    /// <param name="name">The <see cref="Company.Name"/> or <see cref="Company.DisplayName"/>; case makes no difference.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">There is no such company, or several are shown by this name; the message names those that there are.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual async Task<CompanyClient> GetByNameAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);

        // There are few companies, and how names are compared is the service's own rule.
        var companies = await ToListAsync(cancellationToken).ConfigureAwait(false);
        List<Company> found = [.. companies.Where(company => IsName(company.Name))];
        if (found.Count == 0)
        {
            found = [.. companies.Where(company => IsName(company.DisplayName))];
        }

        return found switch
        {
            [{ Id: { } id }] => this[id],
            [] => throw new FinancialsNotFoundException($"There is no company '{name}'. {NamesGiven.Of("company", companies.Select(company => company.Name))}"),
            _ => throw new FinancialsNotFoundException(
                $"'{name}' is the display name of several companies. Give the name of one. {NamesGiven.Of("company", found.Select(company => company.Name))}"),
        };

        bool IsName(string? text) => string.Equals(text, name.Trim(), StringComparison.OrdinalIgnoreCase);
    }
}
