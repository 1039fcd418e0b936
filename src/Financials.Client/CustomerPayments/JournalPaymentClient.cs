using Financials.Client.Companies;
using Financials.Client.Dialects;
using Financials.Client.SafeCreates;

namespace Financials.Client;

/// <summary>One payment of a journal. Thread-safe.</summary>
public class JournalPaymentClient
{
    private readonly ICompanyDialect _company;
    private readonly SafeCreate<CustomerPayment> _creating;
    private readonly Guid _journalId;
    private readonly Guid _paymentId;

    internal JournalPaymentClient(CompanyScope company, Guid journalId, Guid paymentId)
    {
        _company = company.Dialect;
        _creating = JournalPaymentsClient.CreatingIn(company, company.Dialect.PaymentsOf(journalId));
        _journalId = journalId;
        _paymentId = paymentId;
    }

    /// <summary>For fakes in tests.</summary>
    protected JournalPaymentClient()
    {
        _company = null!;
        _creating = null!;
    }

    /// <summary>
    /// Creates a payment at its own address, the documented operation "Create customerPayment" to the letter:
    /// <c>customerPaymentsJournals/{id}/customerPayments/{id}</c>. No service is known to accept it; use
    /// <see cref="EntitySet{TModel}.CreateAsync"/> of <see cref="PaymentJournalClient.Payments"/>.
    /// </summary>
    /// <param name="payment">What to create.</param>
    /// <param name="cancellationToken">Ends the wait; whether the payment was created is then unknown.</param>
    /// <returns>The payment as the service stored it.</returns>
    /// <exception cref="FinancialsNotSupportedException">The service has no such operation.</exception>
    /// <exception cref="FinancialsException">The payment was not created, or not returned.</exception>
    public virtual async Task<CustomerPayment> CreateAsync(CustomerPayment payment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return await _creating
            .RunAsync(payment, () => _company.CreatePaymentAtAsync(_journalId, _paymentId, payment, cancellationToken), cancellationToken)
            .ConfigureAwait(false)
            ?? throw FinancialsOutcomeUnknownException.NotReturned(payment);
    }

    /// <summary>Reads the customer who pays.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">The payment does not exist or names no customer.</exception>
    /// <exception cref="FinancialsException">The service did not answer the question.</exception>
    public virtual Task<Customer> GetCustomerAsync(CancellationToken cancellationToken = default) =>
        _company.CustomerOfPaymentAsync(_journalId, _paymentId, cancellationToken);
}
