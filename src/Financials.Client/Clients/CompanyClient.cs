using Financials.Client.Clients;

namespace Financials.Client;

/// <summary>What belongs to one company. Thread-safe; keep it for as long as you work with the company.</summary>
public class CompanyClient
{
    private readonly CompanyContext _company;

    internal CompanyClient(CompanyContext company)
    {
        _company = company;
        Id = company.CompanyId;
    }

    /// <summary>For fakes in tests.</summary>
    protected CompanyClient() => _company = null!;

    /// <inheritdoc cref="FinancialsClient.With"/>
    public virtual CompanyClient With(Func<CallOptions, CallOptions> configure) => _company is null ? this : new(_company.With(configure));

    /// <summary>The company's id.</summary>
    public virtual Guid Id { get; }

    /// <summary>The customers.</summary>
    public virtual CustomersClient Customers => field ??= new(_company);

    /// <summary>The journals that collect payments, and in each of them its payments.</summary>
    public virtual PaymentJournalsClient PaymentJournals => field ??= new(_company);

    /// <summary>
    /// The payments of all journals, by the addresses of the flat set. Most services answer only the calls that go through a
    /// journal: <see cref="PaymentJournals"/>.
    /// </summary>
    public virtual CustomerPaymentsClient CustomerPayments => field ??= new(_company);

    /// <summary>The sales invoices.</summary>
    public virtual SalesInvoicesClient SalesInvoices => field ??= new(_company);

    /// <summary>The payment terms.</summary>
    public virtual PaymentTermsClient PaymentTerms => field ??= new(_company);

    /// <summary>The payment methods.</summary>
    public virtual PaymentMethodsClient PaymentMethods => field ??= new(_company);

    /// <summary>The shipment methods.</summary>
    public virtual ShipmentMethodsClient ShipmentMethods => field ??= new(_company);

    /// <summary>The foreign currencies.</summary>
    public virtual CurrenciesClient Currencies => field ??= new(_company);

    /// <summary>The tax areas, in Business Central's API v2.0.</summary>
    public virtual TaxAreasClient TaxAreas => field ??= new(_company);

    /// <summary>The countries and regions, in Business Central's API v2.0.</summary>
    public virtual CountriesAndRegionsClient CountriesAndRegions => field ??= new(_company);

    /// <summary>The accounts of the general ledger, in Business Central's API v2.0.</summary>
    public virtual AccountsClient Accounts => field ??= new(_company);

    /// <summary>The entries of the general ledger, in Business Central's API v2.0.</summary>
    public virtual GeneralLedgerEntriesClient GeneralLedgerEntries => field ??= new(_company);

    /// <summary>The dimensions, and in each of them its values, in Business Central's API v2.0.</summary>
    public virtual DimensionsClient Dimensions => field ??= new(_company);
}
