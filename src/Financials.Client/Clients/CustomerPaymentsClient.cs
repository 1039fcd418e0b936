using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>
/// The customer payments of all journals, by the addresses of the flat set. The documented operation "Create customerPayment"
/// of Microsoft Graph posts here, without a way to name the journal; services that need one refuse it. Calls through
/// <see cref="CompanyClient.PaymentJournals"/> work everywhere. Thread-safe.
/// </summary>
public class CustomerPaymentsClient : EntitySet<CustomerPayment>
{
    private readonly CompanyContext _company;

    internal CustomerPaymentsClient(CompanyContext company)
        : base(company.Set(company.Dialect.CustomerPayments, NaturalKey<CustomerPayment>.None)) =>
        _company = company;

    /// <summary>For fakes in tests.</summary>
    protected CustomerPaymentsClient() => _company = null!;

    /// <inheritdoc cref="FinancialsClient.With"/>
    public override CustomerPaymentsClient With(Func<CallOptions, CallOptions> configure) => _company is null ? this : new(_company.With(configure));

    /// <summary>Reads the customer of a payment.</summary>
    /// <param name="paymentId">The payment's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">The payment does not exist or names no customer.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<Customer> GetCustomerAsync(Guid paymentId, CancellationToken cancellationToken = default) =>
        ReadOperation<Customer>.RunAsync(Fake.Real(_company, this).Operations, _company.Dialect.CustomerOfPayment(null, paymentId), cancellationToken);

    /// <inheritdoc cref="GetCustomerAsync(Guid, CancellationToken)"/>
    /// <param name="payment">The payment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual Task<Customer> GetCustomerAsync(CustomerPayment payment, CancellationToken cancellationToken = default) =>
        GetCustomerAsync(StoredVersion.IdOf(payment), cancellationToken);
}
