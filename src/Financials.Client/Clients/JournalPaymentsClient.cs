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

    private LineNumberAllocator Allocator => _company.Allocators.Of(_company.CompanyId, _journalId);

    /// <summary>For fakes in tests.</summary>
    protected JournalPaymentsClient() => _company = null!;

    /// <inheritdoc cref="FinancialsClient.With"/>
    public override JournalPaymentsClient With(Func<CallOptions, CallOptions> configure) => _company is null ? this : new(_company.With(configure), _journalId);

    /// <summary>One payment, by its id. Nothing is sent until something is asked of it.</summary>
    /// <param name="paymentId">The payment's id.</param>
    public virtual JournalPaymentClient this[Guid paymentId] => new(Fake.Real(_company, this), _journalId, paymentId);

    /// <summary>The same for a payment that was read or created.</summary>
    /// <param name="payment">The payment.</param>
    /// <exception cref="ArgumentException">It has no id.</exception>
    public virtual JournalPaymentClient this[CustomerPayment payment] => this[StoredVersion.IdOf(payment)];

    /// <summary>
    /// Creates a payment, and never creates it twice. Its line number is its key: where it has none, it gets one above the journal's
    /// highest before it is first sent, so that it can be found if the response is lost. It is retried only where it is certain that it
    /// was neither created nor posted meanwhile.
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
        var (entries, allocator, deadline) = (Fake.Real(_company, this).Dialect.GeneralLedgerEntries, Allocator, Operations.NewDeadline());
        if (NaturalKeys.OfJournalPayment.IsSetOn(entity))
        {
            return await CreateAsync(entity, ownsLineNumber: false).ConfigureAwait(false);
        }

        for (var attempt = 0; ; attempt++)
        {
            var number = await allocator.NextAsync(attempt, Operations, Endpoint, entries, deadline, cancellationToken).ConfigureAwait(false);
            try
            {
                return await CreateAsync(entity with { LineNumber = number }, ownsLineNumber: true).ConfigureAwait(false);
            }
            catch (FinancialsDuplicateException taken) when (!taken.Facts.MayHaveBeenExecutedBefore && attempt + 1 < LineNumberAllocator.MostAttempts)
            {
                // The number is another line's, so the service has certainly not taken this payment.
            }
        }

        async Task<CustomerPayment> CreateAsync(CustomerPayment payment, bool ownsLineNumber)
        {
            var create = new CreatePaymentOperation(Operations, Endpoint, entries, payment, Endpoint.Create(payment), allocator.Evidence, deadline)
            {
                OwnsLineNumber = ownsLineNumber,
            };
            var created = await create.RunAsync(cancellationToken).ConfigureAwait(false);
            allocator.Saw(created);
            return created;
        }
    }

    /// <summary>
    /// Creates the payments of a batch, each exactly once, even if the process is killed and the batch is run again: give the same
    /// payments under the same references, and the same ledger. Payments are created as the results are enumerated; those that are
    /// refused, or whose outcome nobody can tell, are among the results, and the batch goes on. Where the service takes several payments in
    /// one request, those that are ready go together, up to <see cref="ResilienceOptions.MaxBatchSize"/> of them, and one request after
    /// another.
    /// </summary>
    /// <param name="batch">The payments, with posting dates, and with line numbers of null.</param>
    /// <param name="ledger">Where the batch remembers what it has sent. Keep it until the batch is done; it belongs to this journal.</param>
    /// <param name="concurrency">
    /// How many requests are under way at a time where each has one payment, at least 1. Default: 1, and results come in the order of the
    /// batch; with more they come as they are ready. Fewer are sent while the service throttles. No more than <see cref="ResilienceOptions.MaxConcurrentRequests"/> requests are sent at a time;
    /// with some times that many payments, those that wait for a retry do not hold the others up.
    /// </param>
    /// <param name="cancellationToken">Stops the payments under way; run the batch again to go on.</param>
    /// <exception cref="ArgumentException">A payment cannot be told from others of the batch, or has no posting date.</exception>
    /// <exception cref="InvalidOperationException">A payment was changed after it had been sent, or the ledger is another journal's or in use.</exception>
    /// <exception cref="FinancialsException">The service could not be worked with. Run the batch again.</exception>
    public virtual IAsyncEnumerable<BatchPaymentResult> CreateAllAsync(
        IAsyncEnumerable<BatchPayment> batch, PaymentLedger ledger, int concurrency = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentOutOfRangeException.ThrowIfLessThan(concurrency, 1);
        var journal = new PaymentJournalAddress { Service = Fake.Real(Operations, this).Service.BaseAddress, CompanyId = _company.CompanyId, JournalId = _journalId };
        return new PaymentBatch(Operations, journal, Endpoint, _company.Dialect.GeneralLedgerEntries, ledger, concurrency).RunAsync(batch, cancellationToken);
    }

    /// <inheritdoc cref="CreateAllAsync(IAsyncEnumerable{BatchPayment}, PaymentLedger, int, CancellationToken)"/>
    public virtual IAsyncEnumerable<BatchPaymentResult> CreateAllAsync(
        IEnumerable<BatchPayment> batch, PaymentLedger ledger, int concurrency = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return CreateAllAsync(GroupedWork.Of(batch), ledger, concurrency, cancellationToken);
    }

    /// <inheritdoc cref="CustomersClient.ChangesSince"/>
    public virtual IAsyncEnumerable<ChangePage<CustomerPayment>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);
}
