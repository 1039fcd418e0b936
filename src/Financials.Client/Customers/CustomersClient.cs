using Financials.Client.Dialects;

namespace Financials.Client;

/// <summary>The customers of one company. Thread-safe.</summary>
public class CustomersClient
{
    private readonly IServiceDialect _service;
    private readonly Guid _companyId;

    internal CustomersClient(IServiceDialect service, Guid companyId)
    {
        _service = service;
        _companyId = companyId;
    }

    /// <summary>For fakes in tests.</summary>
    protected CustomersClient()
    {
        _service = null!;
    }

    /// <summary>Creates a customer.</summary>
    /// <param name="customer">What to create. Needs a <see cref="Customer.DisplayName"/>.</param>
    /// <param name="cancellationToken">Ends the wait; whether the customer was created is then unknown.</param>
    /// <returns>
    /// The customer as the service stored it, with its id, the number it was given and what the company's templates filled in.
    /// </returns>
    /// <exception cref="FinancialsException">The service refused the customer.</exception>
    public virtual Task<Customer> CreateAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        if (string.IsNullOrWhiteSpace(customer.DisplayName))
        {
            throw new ArgumentException("A customer cannot be created without a DisplayName. Set it to the customer's name.", nameof(customer));
        }

        return _service.CreateCustomerAsync(_companyId, customer, cancellationToken);
    }
}
