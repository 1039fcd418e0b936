using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>What one customer refers to, and what belongs to it. Thread-safe.</summary>
public class CustomerClient
{
    private readonly CompanyContext _company;
    private readonly Guid _customerId;

    internal CustomerClient(CompanyContext company, Guid customerId)
    {
        _company = company;
        _customerId = customerId;
    }

    /// <summary>For fakes in tests.</summary>
    protected CustomerClient() => _company = null!;

    /// <summary>The customer's default dimensions, in Business Central's API v2.0.</summary>
    public virtual DefaultDimensionsClient DefaultDimensions => field ??= new(Fake.Real(_company, this), _customerId);

    /// <summary>
    /// Reads what the customer owes and has bought, in Business Central's API v2.0. Elsewhere these are properties of the customer itself.
    /// A query can read them along with each customer: <c>Expand(c => c.FinancialDetails)</c>.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The details; null where the service has none of this customer.</returns>
    /// <exception cref="FinancialsNotFoundException">The customer does not exist.</exception>
    /// <exception cref="FinancialsNotSupportedException">The service has no such details; nothing was sent.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<CustomerFinancialDetails?> GetFinancialDetailsAsync(CancellationToken cancellationToken = default) =>
        ReadOperation<CustomerFinancialDetails>.RunAsync(Fake.Real(_company, this).Operations, _company.Dialect.FinancialDetailsOfCustomer(_customerId), cancellationToken)!;

    /// <summary>Reads the customer's currency.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">The customer does not exist or has no currency of its own.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<Currency> GetCurrencyAsync(CancellationToken cancellationToken = default) =>
        ReadOperation<Currency>.RunAsync(Fake.Real(_company, this).Operations, _company.Dialect.CurrencyOfCustomer(_customerId), cancellationToken);

    /// <summary>Reads the customer's payment terms.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">The customer does not exist or has none.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<PaymentTerm> GetPaymentTermAsync(CancellationToken cancellationToken = default) =>
        ReadOperation<PaymentTerm>.RunAsync(Fake.Real(_company, this).Operations, _company.Dialect.PaymentTermOfCustomer(_customerId), cancellationToken);

    /// <summary>Reads the customer's payment method.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">The customer does not exist or has none.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<PaymentMethod> GetPaymentMethodAsync(CancellationToken cancellationToken = default) =>
        ReadOperation<PaymentMethod>.RunAsync(Fake.Real(_company, this).Operations, _company.Dialect.PaymentMethodOfCustomer(_customerId), cancellationToken);

    /// <summary>Reads the customer's shipment method.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">The customer does not exist or has none.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<ShipmentMethod> GetShipmentMethodAsync(CancellationToken cancellationToken = default) =>
        ReadOperation<ShipmentMethod>.RunAsync(Fake.Real(_company, this).Operations, _company.Dialect.ShipmentMethodOfCustomer(_customerId), cancellationToken);
}
