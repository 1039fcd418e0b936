using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>The sales invoices of one company. Thread-safe.</summary>
public class SalesInvoicesClient : EntitySet<SalesInvoice>
{
    private readonly CompanyContext _company;

    internal SalesInvoicesClient(CompanyContext company)
        : base(company.Set(company.Dialect.SalesInvoices, NaturalKey<SalesInvoice>.None)) => _company = company;

    /// <summary>For fakes in tests.</summary>
    protected SalesInvoicesClient() => _company = null!;

    /// <inheritdoc cref="FinancialsClient.With"/>
    public override SalesInvoicesClient With(Func<CallOptions, CallOptions> configure) => _company is null ? this : new(_company.With(configure));

    /// <summary>One invoice, by its id. Nothing is sent until something is asked of it.</summary>
    /// <param name="invoiceId">The invoice's id.</param>
    public virtual SalesInvoiceClient this[Guid invoiceId] => new(Fake.Real(_company, this), invoiceId);

    /// <summary>The same for a invoice that was read or created.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <exception cref="ArgumentException">It has no id.</exception>
    public virtual SalesInvoiceClient this[SalesInvoice invoice] => this[StoredVersion.IdOf(invoice)];

    /// <inheritdoc cref="CustomersClient.ChangesSince"/>
    public virtual IAsyncEnumerable<ChangePage<SalesInvoice>> ChangesSince(ChangeWatermark watermark, TimeSpan? overlap = null, int? pageSizeHint = null) =>
        Changes(watermark, static entity => entity.LastModified, overlap, pageSizeHint);

    private protected override void CheckForCreate(SalesInvoice entity)
    {
        if (entity.CustomerId is null)
        {
            Require.ForCreate(entity.CustomerNumber, $"{nameof(SalesInvoice.CustomerId)} or {nameof(SalesInvoice.CustomerNumber)}", "sales invoice");
        }
    }
}
