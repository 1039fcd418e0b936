using System.ComponentModel;
using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>One payment of a journal. Thread-safe.</summary>
public class JournalPaymentClient
{
    private readonly CompanyContext _company;
    private readonly Guid _journalId;
    private readonly Guid _paymentId;

    internal JournalPaymentClient(CompanyContext company, Guid journalId, Guid paymentId)
    {
        _company = company;
        _journalId = journalId;
        _paymentId = paymentId;
    }

    /// <summary>For fakes in tests.</summary>
    protected JournalPaymentClient() => _company = null!;

    /// <summary>The payment's dimensions, in Business Central's API v2.0.</summary>
    public virtual DimensionSetLinesClient DimensionSetLines => field ??= new(Fake.Real(_company, this), _company.Dialect.DimensionsOfPayment(_paymentId));

    /// <summary>The files attached to the payment, in Business Central's API v2.0. Once the payment is posted they are not to be reached by it any more.</summary>
    public virtual AttachmentsClient Attachments => field ??= new(Fake.Real(_company, this), _company.Dialect.AttachmentsOfPayment(_paymentId));

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
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Task<CustomerPayment> CreateAsync(CustomerPayment payment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var (operations, dialect) = (Fake.Real(_company, this).Operations, _company.Dialect);
        var request = dialect.CreatePaymentAt(_journalId, _paymentId, payment);
        return new CreatePaymentOperation(
                operations, dialect.PaymentsOf(_journalId), dialect.GeneralLedgerEntries, payment, request, JournalEvidence.None, operations.NewDeadline())
            .RunAsync(cancellationToken);
    }

    /// <summary>Reads the customer who pays.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotFoundException">The payment does not exist or names no customer.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<Customer> GetCustomerAsync(CancellationToken cancellationToken = default) =>
        ReadOperation<Customer>.RunAsync(Fake.Real(_company, this).Operations, _company.Dialect.CustomerOfPayment(_journalId, _paymentId), cancellationToken);
}
