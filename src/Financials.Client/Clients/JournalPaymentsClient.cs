using Financials.Client.Clients;
using Financials.Client.Operations;
using Financials.Client.Outbox;

namespace Financials.Client;

/// <summary>The customer payments of one journal. Thread-safe.</summary>
public class JournalPaymentsClient : EntitySet<CustomerPayment>
{
    private readonly CompanyContext _company;
    private readonly Guid _journalId;

    internal JournalPaymentsClient(CompanyContext company, Guid journalId)
        : base(company.Set(company.Dialect.PaymentsOf(journalId), NaturalKeys.OfJournalPayment))
    {
        _company = company;
        _journalId = journalId;
    }

    private LineNumbers Numbers => LineNumbers.Of(Operations.Service.BaseAddress, _company.CompanyId, _journalId);

    /// <summary>For fakes in tests.</summary>
    protected JournalPaymentsClient() => _company = null!;

    /// <summary>One payment, by its id. Nothing is sent until something is asked of it.</summary>
    /// <param name="paymentId">The payment's id.</param>
    public virtual JournalPaymentClient this[Guid paymentId] => new(_company, _journalId, paymentId);

    /// <summary>
    /// Creates a payment, and never creates it twice. Its line number is its key: where it has none, it gets the journal's
    /// highest plus 10,000 before it is first sent, so that it can be found if the response is lost.
    /// </summary>
    /// <param name="entity">What to create.</param>
    /// <param name="cancellationToken">Ends the wait; whether the payment was created is then unknown.</param>
    /// <returns>The payment as the service stored it.</returns>
    /// <exception cref="FinancialsDuplicateException">The line number is taken.</exception>
    /// <exception cref="FinancialsOutcomeUnknownException">The payment may or may not have been created.</exception>
    /// <exception cref="FinancialsValidationException">The service refused a value.</exception>
    /// <exception cref="FinancialsException">The payment was not created.</exception>
    public override async Task<CustomerPayment> CreateAsync(CustomerPayment entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var deadline = Operations.NewDeadline();
        if (NaturalKeys.OfJournalPayment.IsSetOn(entity))
        {
            return await Set.Creating(entity, Endpoint.Create(entity), deadline).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        for (var allocations = 1; ; allocations++)
        {
            var number = await Numbers.NextAsync(Operations, Endpoint, deadline, cancellationToken).ConfigureAwait(false);
            var payment = entity with { LineNumber = number };
            try
            {
                return await Set.Creating(payment, Endpoint.Create(payment), deadline).RunAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (FinancialsDuplicateException taken) when (!taken.Facts.MayHaveBeenExecutedBefore && allocations < PaymentBatch.MostAllocations)
            {
                // Another process was faster, and the service has certainly not taken this payment.
                await Numbers.WasTakenAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Creates the payments of a batch, each exactly once, even if the process is killed and the batch is run again: give the same
    /// payments under the same references, and the same ledger. Payments are created as the results are enumerated; refused ones
    /// are among the results, and the batch goes on. Let one process at a time write to a journal: two that send equal payments
    /// and lose their responses could each take the other's line for its own.
    /// </summary>
    /// <param name="batch">The payments, with line numbers of null.</param>
    /// <param name="ledger">Where the batch remembers what it has sent. Keep it until the batch is done.</param>
    /// <param name="concurrency">
    /// How many payments are under way at a time, at least 1. Default: 1, and results come in the order of the batch; with more
    /// they come as they are ready. No more than <see cref="ResilienceOptions.MaxConcurrentRequests"/> requests are sent at a time;
    /// with some times that many payments, those that wait for a retry do not hold the others up.
    /// </param>
    /// <param name="cancellationToken">Stops the payments under way; run the batch again to go on.</param>
    /// <exception cref="FinancialsOutcomeUnknownException">A payment may or may not have been created. Run the batch again; if that
    /// does not settle it, look for the line that the exception's entity names, and where there is none, give the payment another
    /// reference.</exception>
    /// <exception cref="FinancialsDuplicateException">A line number that was sent holds another payment. Look at both.</exception>
    /// <exception cref="InvalidOperationException">A payment was changed after it had been sent.</exception>
    /// <exception cref="FinancialsException">The service could not be worked with. Run the batch again.</exception>
    public virtual IAsyncEnumerable<BatchPaymentResult> CreateAllAsync(
        IAsyncEnumerable<BatchPayment> batch, IPaymentLedger ledger, int concurrency = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentOutOfRangeException.ThrowIfLessThan(concurrency, 1);
        return new PaymentBatch(Operations, Endpoint, Numbers, ledger, concurrency).RunAsync(batch, cancellationToken);
    }

    /// <inheritdoc cref="CustomersClient.ChangesSince"/>
    public virtual IAsyncEnumerable<ChangePage<CustomerPayment>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);
}
