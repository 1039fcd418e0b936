using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>What one customer refers to. Thread-safe.</summary>
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

    /// <summary>Reads the customer's currency.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">The customer does not exist or has no currency of its own.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<Currency> GetCurrencyAsync(CancellationToken cancellationToken = default) =>
        ReadOperation<Currency>.RunAsync(_company.Operations, _company.Dialect.CurrencyOfCustomer(_customerId), cancellationToken);

    /// <summary>Reads the customer's payment terms.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">The customer does not exist or has none.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<PaymentTerm> GetPaymentTermAsync(CancellationToken cancellationToken = default) =>
        ReadOperation<PaymentTerm>.RunAsync(_company.Operations, _company.Dialect.PaymentTermOfCustomer(_customerId), cancellationToken);

    /// <summary>Reads the customer's payment method.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">The customer does not exist or has none.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<PaymentMethod> GetPaymentMethodAsync(CancellationToken cancellationToken = default) =>
        ReadOperation<PaymentMethod>.RunAsync(_company.Operations, _company.Dialect.PaymentMethodOfCustomer(_customerId), cancellationToken);

    /// <summary>Reads the customer's shipment method.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">The customer does not exist or has none.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<ShipmentMethod> GetShipmentMethodAsync(CancellationToken cancellationToken = default) =>
        ReadOperation<ShipmentMethod>.RunAsync(_company.Operations, _company.Dialect.ShipmentMethodOfCustomer(_customerId), cancellationToken);
}
