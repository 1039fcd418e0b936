using System.ComponentModel;
using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>The customers of one company. Thread-safe.</summary>
public class CustomersClient : EntitySet<Customer>
{
    private readonly CompanyContext _company;

    internal CustomersClient(CompanyContext company)
        : base(company.Set(company.Dialect.Customers, NaturalKeys.OfCustomer)) =>
        _company = company;

    /// <summary>For fakes in tests.</summary>
    protected CustomersClient() => _company = null!;

    /// <inheritdoc cref="FinancialsClient.With"/>
    public override CustomersClient With(Func<CallOptions, CallOptions> configure) => _company is null ? this : new(_company.With(configure));

    /// <summary>What one customer refers to, and what belongs to it. Nothing is sent until it is asked for.</summary>
    /// <param name="customerId">The customer's id.</param>
    public virtual CustomerClient this[Guid customerId] => new(Fake.Real(_company, this), customerId);

    /// <summary>The same for a customer that was read or created.</summary>
    /// <param name="customer">The customer.</param>
    /// <exception cref="ArgumentException">It has no id.</exception>
    public virtual CustomerClient this[Customer customer] => this[StoredVersion.IdOf(customer)];

    /// <summary>
    /// Adds a customer through <c>customers/$ref</c>, the documented operation "Add customers". Only Microsoft Graph has that
    /// address; <see cref="EntitySet{TModel}.CreateAsync"/> works everywhere.
    /// </summary>
    /// <param name="customer">What to add. Needs a <see cref="Customer.DisplayName"/>.</param>
    /// <param name="cancellationToken">Ends the wait; whether the customer was added is then unknown.</param>
    /// <returns>
    /// The customer as the service stored it. Where the service does not return it, it is looked up by its number; null where
    /// it has none.
    /// </returns>
    /// <exception cref="ArgumentException">The customer has no display name.</exception>
    /// <exception cref="FinancialsNotSupportedException">The service has no such operation.</exception>
    /// <exception cref="FinancialsException">The customer was not added.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Task<Customer?> AddReferenceAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        CheckNew(customer);
        return Fake.Real(Set, this).Creating(customer, _company.Dialect.AddCustomerReference(customer), _company.Operations.NewDeadline(), mayEndWithoutIt: true).RunAsync(cancellationToken)!;
    }

    /// <summary>Adds an existing customer by reference through <c>customers/$ref</c>. Only Microsoft Graph has that address.</summary>
    /// <param name="customerId">The id of a customer that exists.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FinancialsNotSupportedException">The service has no such operation.</exception>
    /// <exception cref="FinancialsOutcomeUnknownException">The reference may or may not have been added.</exception>
    /// <exception cref="FinancialsException">The reference was not added.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual Task AddReferenceAsync(Guid customerId, CancellationToken cancellationToken = default) =>
        new ActionOperation<object>(
            Fake.Real(_company, this).Operations,
            _company.Dialect.AddCustomerReference(customerId),
            reader: null,
            _company.Operations.NewDeadline(),
            "References have no key, so it was not retried").RunAsync(cancellationToken);

    /// <summary>
    /// Creates customers, each once. Where the service takes several in one request, those that are ready go together, up to
    /// <see cref="ResilienceOptions.MaxBatchSize"/> of them. One that is refused, whose number is taken or whose outcome nobody can tell is
    /// among the results, and the others are created. Customers are created as the results are enumerated.
    /// </summary>
    /// <param name="customers">What to create. Those with numbers of their own go together; one without goes by itself.</param>
    /// <param name="cancellationToken">Ends the wait; whether those under way were created is then unknown.</param>
    /// <returns>What became of each, in their order.</returns>
    /// <exception cref="ArgumentException">A customer has no display name.</exception>
    /// <exception cref="FinancialsException">The service could not be worked with. The customers whose results have not come may exist.</exception>
    public virtual IAsyncEnumerable<CreateResult<Customer>> CreateAllAsync(IAsyncEnumerable<Customer> customers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return new ManyCreates<Customer>(Fake.Real(Set, this), CheckNew).RunAsync(customers, cancellationToken);
    }

    /// <inheritdoc cref="CreateAllAsync(IAsyncEnumerable{Customer}, CancellationToken)"/>
    public virtual IAsyncEnumerable<CreateResult<Customer>> CreateAllAsync(IEnumerable<Customer> customers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return CreateAllAsync(GroupedWork.Of(customers), cancellationToken);
    }

    /// <summary>
    /// What has changed since a watermark, the oldest change first, each in its present state: page by page, and with each page the
    /// watermark to go on from. Store it once the page has been dealt with. Nothing is lost, whether several changes were made at one
    /// moment, were made while the pages are read, or the process ends in between; and no state of an entity comes twice, unless a
    /// page's watermark was not stored. An entity that changes again comes again; one that is deleted does not come,
    /// and nor does one of which only a sum has changed that the service works out, such as a balance.
    /// </summary>
    /// <param name="watermark">
    /// That of the last page that has been dealt with, <see cref="ChangeWatermark.Beginning"/> for everything there is, or
    /// <see cref="ChangeWatermark.At"/> for what changes from some moment on.
    /// </param>
    /// <param name="overlap">
    /// How long the service's transactions may last. A change bears the time at which it was made and can be seen when its transaction
    /// ends, so the next walk looks back by this long for changes that were not to be seen yet; the watermark remembers which
    /// ones have come. Default: five minutes. A change of a transaction that lasts for longer can be missed.
    /// </param>
    /// <param name="pageSizeHint">Entities a page; null for the service's own size. Where many changes were made in the last minutes, pages have more.</param>
    /// <returns>The pages; none where nothing has changed.</returns>
    /// <exception cref="ArgumentException">The watermark is of another set or company.</exception>
    /// <exception cref="FinancialsException">The request failed. Go on from the last watermark.</exception>
    public virtual IAsyncEnumerable<ChangePage<Customer>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);

    internal static void CheckNew(Customer customer) =>
        Require.ForCreate(customer.DisplayName, nameof(Customer.DisplayName), "customer");

    private protected override void CheckForCreate(Customer entity) => CheckNew(entity);
}
