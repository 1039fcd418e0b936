using Financials.Client.Companies;
using Financials.Client.Dialects;
using Financials.Client.Entities;
using Financials.Client.SafeCreates;

namespace Financials.Client;

/// <summary>The customers of one company. Thread-safe.</summary>
public class CustomersClient : EntitySet<Customer>
{
    private readonly ICompanyDialect _company;

    internal CustomersClient(CompanyScope company)
        : base(company.Dialect.Customers, company.Creating(company.Dialect.Customers, NaturalKeys.OfCustomer)) =>
        _company = company.Dialect;

    /// <summary>For fakes in tests.</summary>
    protected CustomersClient() => _company = null!;

    /// <summary>What one customer refers to. Nothing is sent until it is asked for.</summary>
    /// <param name="customerId">The customer's id.</param>
    public virtual CustomerClient this[Guid customerId] => new(_company, customerId);

    /// <summary>
    /// Adds a customer through <c>customers/$ref</c>, the documented operation "Add customers". Only Microsoft Graph has that
    /// address; <see cref="EntitySet{TModel}.CreateAsync"/> works everywhere.
    /// </summary>
    /// <param name="customer">What to add. Needs a <see cref="Customer.DisplayName"/>.</param>
    /// <param name="cancellationToken">Ends the wait; whether the customer was added is then unknown.</param>
    /// <returns>
    /// The customer as the service stored it. Where the service does not return it, it is looked up by its number; null where
    /// it has none.
    /// </returns>
    /// <exception cref="ArgumentException">The customer has no display name.</exception>
    /// <exception cref="FinancialsNotSupportedException">The service has no such operation.</exception>
    /// <exception cref="FinancialsException">The customer was not added.</exception>
    public virtual async Task<Customer?> AddReferenceAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        CheckNew(customer);
        return await Creating.RunAsync(customer, () => _company.AddCustomerReferenceAsync(customer, cancellationToken), cancellationToken)
                .ConfigureAwait(false)
            ?? await Creating.ReadBackAsync(customer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds an existing customer by reference through <c>customers/$ref</c>. Only Microsoft Graph has that address.</summary>
    /// <param name="customerId">The id of a customer that exists.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotSupportedException">The service has no such operation.</exception>
    /// <exception cref="FinancialsException">The reference was not added.</exception>
    public virtual Task AddReferenceAsync(Guid customerId, CancellationToken cancellationToken = default) =>
        _company.AddCustomerReferenceAsync(customerId, cancellationToken);

    internal static void CheckNew(Customer customer) =>
        Require.ForCreate(customer.DisplayName, nameof(Customer.DisplayName), "customer");

    private protected override void CheckForCreate(Customer entity) => CheckNew(entity);
}
