using System.ComponentModel;
using Financials.Client.Clients;
using Financials.Client.Dialects;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>The customer of an invoice, by the address behind the invoice. Thread-safe.</summary>
public class InvoiceCustomerClient
{
    private readonly CompanyContext _company;
    private readonly EntityEndpoint<Customer> _endpoint;

    internal InvoiceCustomerClient(CompanyContext company, Guid invoiceId)
    {
        _company = company;
        _endpoint = company.Dialect.CustomerOfInvoice(invoiceId);
    }

    /// <summary>For fakes in tests.</summary>
    protected InvoiceCustomerClient()
    {
        _company = null!;
        _endpoint = null!;
    }

    private OperationContext Operations => _company.Operations;

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
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual async Task<Customer> CreateAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        CustomersClient.CheckNew(customer);
        var deadline = Fake.Real(_company, this).Operations.NewDeadline();
        return await _company.Set(_company.Dialect.Customers, NaturalKeys.OfCustomer)
                .Creating(customer, _endpoint.Create(customer), deadline, mayEndWithoutIt: true).RunAsync(cancellationToken).ConfigureAwait(false)
            ?? await ReadAsync(deadline, takesReadIntent: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the customer.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">The invoice does not exist or has no customer.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<Customer> GetAsync(CancellationToken cancellationToken = default) => ReadAsync(Fake.Real(_company, this).Operations.NewDeadline(), takesReadIntent: true, cancellationToken);

    /// <summary>Sends what differs from the state in which the customer was read; an unchanged customer is not sent.</summary>
    /// <param name="customer">A changed copy (<c>with</c>) of the customer that was read.</param>
    /// <param name="cancellationToken">Ends the wait; whether the customer was changed is then unknown.</param>
    /// <returns>The customer as the service stored it.</returns>
    /// <exception cref="ArgumentException">The customer does not come from the service.</exception>
    /// <exception cref="FinancialsStaleException">Somebody else has changed the customer since it was read.</exception>
    /// <exception cref="FinancialsException">The customer was not changed.</exception>
    public virtual async Task<Customer> UpdateAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        var (id, etag) = StoredVersion.Of(Fake.Real(_endpoint, this), customer);
        return _endpoint.Update(id, customer, etag) is { } request
            ? await new ChangeOperation<Customer>(Operations, _endpoint, customer, id, request, Operations.NewDeadline()).RunAsync(cancellationToken).ConfigureAwait(false)
            : customer;
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
    public virtual Task DeleteAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        var (id, etag) = StoredVersion.Of(Fake.Real(_endpoint, this), customer);
        return new DeleteOperation<Customer>(Operations, _endpoint, id, etag, Operations.NewDeadline()).RunAsync(cancellationToken);
    }

    private Task<Customer> ReadAsync(Deadline deadline, bool takesReadIntent, CancellationToken cancellationToken) =>
        new ReadOperation<Customer>(Operations, _endpoint.Get(Guid.Empty), _endpoint.Entity, deadline) { TakesReadIntent = takesReadIntent }.RunAsync(cancellationToken);
}
