using Financials.Client.Companies;
using Financials.Client.Dialects;
using Financials.Client.Entities;
using Financials.Client.SafeCreates;

namespace Financials.Client;

/// <summary>The customer of an invoice, by the address behind the invoice. Thread-safe.</summary>
public class InvoiceCustomerClient
{
    private readonly IInvoiceCustomerEndpoint _endpoint;
    private readonly SafeCreate<Customer> _creating;

    internal InvoiceCustomerClient(CompanyScope company, Guid invoiceId)
    {
        _endpoint = company.Dialect.CustomerOfInvoice(invoiceId);
        _creating = company.Creating(company.Dialect.Customers, NaturalKeys.OfCustomer);
    }

    /// <summary>For fakes in tests.</summary>
    protected InvoiceCustomerClient()
    {
        _endpoint = null!;
        _creating = null!;
    }

    /// <summary>
    /// Creates the customer of the invoice, the documented operation "Create customer" under an invoice. No service is known
    /// to accept it; <see cref="SalesInvoiceClient.CreateAndAssignCustomerAsync"/> does the same in calls that work.
    /// </summary>
    /// <param name="customer">What to create. Needs a <see cref="Customer.DisplayName"/>.</param>
    /// <param name="cancellationToken">Ends the wait; whether the customer was created is then unknown.</param>
    /// <returns>The customer as the service stored it.</returns>
    /// <exception cref="ArgumentException">The customer has no display name.</exception>
    /// <exception cref="FinancialsNotSupportedException">The service has no such operation.</exception>
    /// <exception cref="FinancialsException">The customer was not created.</exception>
    public virtual async Task<Customer> CreateAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        CustomersClient.CheckNew(customer);
        return await _creating.RunAsync(customer, () => _endpoint.CreateAsync(customer, cancellationToken), cancellationToken).ConfigureAwait(false)
            ?? await _endpoint.GetAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the customer.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">The invoice does not exist or has no customer.</exception>
    /// <exception cref="FinancialsException">The service did not answer the question.</exception>
    public virtual Task<Customer> GetAsync(CancellationToken cancellationToken = default) => _endpoint.GetAsync(cancellationToken);

    /// <summary>Sends what differs from the state in which the customer was read; an unchanged customer is not sent.</summary>
    /// <param name="customer">A changed copy (<c>with</c>) of the customer that was read.</param>
    /// <param name="overwrite">True to change it even where somebody else has changed it since. Default: false.</param>
    /// <param name="cancellationToken">Ends the wait; whether the customer was changed is then unknown.</param>
    /// <returns>The customer as the service stored it.</returns>
    /// <exception cref="ArgumentException">The customer does not come from the service.</exception>
    /// <exception cref="FinancialsStaleException">Somebody else has changed the customer since it was read.</exception>
    /// <exception cref="FinancialsException">The customer was not changed.</exception>
    public virtual async Task<Customer> UpdateAsync(Customer customer, bool overwrite = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        Stored.Version(customer, overwrite);
        try
        {
            return await _endpoint.UpdateAsync(customer, overwrite, cancellationToken).ConfigureAwait(false);
        }
        catch (FinancialsStaleException stale)
        {
            throw stale.With(await Stale.CurrentAsync(() => _endpoint.GetAsync(cancellationToken)).ConfigureAwait(false));
        }
    }

    /// <summary>
    /// Deletes the customer, provided that nobody else has changed it since it was read. It is the customer that the address
    /// names, not the invoice's reference to it; a service refuses this while the invoice stands.
    /// </summary>
    /// <param name="customer">The customer that was read.</param>
    /// <param name="cancellationToken">Ends the wait; whether the customer was deleted is then unknown.</param>
    /// <exception cref="ArgumentException">The customer does not come from the service.</exception>
    /// <exception cref="FinancialsStaleException">Somebody else has changed the customer since it was read.</exception>
    /// <exception cref="FinancialsException">The customer was not deleted.</exception>
    public virtual async Task DeleteAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        var (_, etag) = Stored.Version(customer);
        try
        {
            await _endpoint.DeleteAsync(etag, cancellationToken).ConfigureAwait(false);
        }
        catch (FinancialsStaleException stale)
        {
            throw stale.With(await Stale.CurrentAsync(() => _endpoint.GetAsync(cancellationToken)).ConfigureAwait(false));
        }
    }
}
