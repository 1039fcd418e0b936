using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Financials.Client.Clients;
using Financials.Client.Configuration;

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
    [SuppressMessage("Naming", "CA1716", Justification = "Where the name is a keyword, as in Visual Basic, it is written in brackets.")]
    public virtual CompanyClient With(Func<CallOptions, CallOptions> configure) => _company is null ? this : new(_company.With(configure));

    /// <summary>The company's id.</summary>
    public virtual Guid Id { get; }

    /// <summary>
    /// Another API of Business Central in this company: one that an extension brings, at <c>…/api/{publisher}/{group}/{version}</c>.
    /// </summary>
    /// <param name="publisher">The publisher of the API.</param>
    /// <param name="group">The group of the API.</param>
    /// <param name="version">The version of the API, for example <c>v1.0</c>.</param>
    /// <exception cref="FinancialsNotSupportedException">The service is not Business Central at an address that ends in <c>/api/v2.0</c>.</exception>
    public virtual ApiClient Api(string publisher, string group, string version)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(publisher);
        ArgumentException.ThrowIfNullOrWhiteSpace(group);
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        return new(Fake.Real(_company, this), ApiRoot($"{Uri.EscapeDataString(publisher)}/{Uri.EscapeDataString(group)}/{Uri.EscapeDataString(version)}"));
    }

    /// <summary>API v2.0 itself, for the sets and properties of it that this package does not have.</summary>
    /// <exception cref="FinancialsNotSupportedException">The service is not Business Central at an address that ends in <c>/api/v2.0</c>.</exception>
    public virtual ApiClient Api() => new(Fake.Real(_company, this), ApiRoot("v2.0"));

    /// <summary>
    /// Sends a request of your own: with the client's token, retries, limits and errors. A GET is retried like every read; anything else
    /// only where the service has certainly not executed it. Status and headers are for <see cref="CallOptions.OnResponse"/>.
    /// </summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The address from the company on, for example <c>items?$top=1</c>, with what it contains escaped.</param>
    /// <param name="content">The body, as JSON. Default: null, for none.</param>
    /// <param name="etag">The version that the record has to have, or <c>*</c> for any. Default: null, for no such condition.</param>
    /// <param name="cancellationToken">Ends the wait; whether the request was executed is then unknown.</param>
    /// <returns>The body of the response as it came; null where it has none.</returns>
    /// <exception cref="FinancialsOutcomeUnknownException">The service may or may not have executed the request, which is no GET.</exception>
    /// <exception cref="FinancialsException">The request failed.</exception>
    public virtual Task<BinaryData?> SendAsync(
        HttpMethod method, string path, BinaryData? content = null, string? etag = null, CancellationToken cancellationToken = default) =>
        RawCalls.SendAsync(Fake.Real(_company, this).Operations, _company.Dialect.Address.AbsoluteUri, method, path, content, etag, cancellationToken);

    /// <summary>The customers.</summary>
    public virtual CustomersClient Customers => field ??= new(Fake.Real(_company, this));

    /// <summary>The journals that collect payments, and in each of them its payments.</summary>
    public virtual PaymentJournalsClient PaymentJournals => field ??= new(Fake.Real(_company, this));

    /// <summary>
    /// The payments of all journals, by the addresses of the flat set. Most services answer only the calls that go through a
    /// journal: <see cref="PaymentJournals"/>.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public virtual CustomerPaymentsClient CustomerPayments => field ??= new(Fake.Real(_company, this));

    /// <summary>The sales invoices.</summary>
    public virtual SalesInvoicesClient SalesInvoices => field ??= new(Fake.Real(_company, this));

    /// <summary>The payment terms.</summary>
    public virtual PaymentTermsClient PaymentTerms => field ??= new(Fake.Real(_company, this));

    /// <summary>The payment methods.</summary>
    public virtual PaymentMethodsClient PaymentMethods => field ??= new(Fake.Real(_company, this));

    /// <summary>The shipment methods.</summary>
    public virtual ShipmentMethodsClient ShipmentMethods => field ??= new(Fake.Real(_company, this));

    /// <summary>The foreign currencies.</summary>
    public virtual CurrenciesClient Currencies => field ??= new(Fake.Real(_company, this));

    /// <summary>The tax areas, in Business Central's API v2.0.</summary>
    public virtual TaxAreasClient TaxAreas => field ??= new(Fake.Real(_company, this));

    /// <summary>The countries and regions, in Business Central's API v2.0.</summary>
    public virtual CountriesAndRegionsClient CountriesAndRegions => field ??= new(Fake.Real(_company, this));

    /// <summary>The accounts of the general ledger, in Business Central's API v2.0.</summary>
    public virtual AccountsClient Accounts => field ??= new(Fake.Real(_company, this));

    /// <summary>The entries of the general ledger, in Business Central's API v2.0.</summary>
    public virtual GeneralLedgerEntriesClient GeneralLedgerEntries => field ??= new(Fake.Real(_company, this));

    /// <summary>The dimensions, and in each of them its values, in Business Central's API v2.0.</summary>
    public virtual DimensionsClient Dimensions => field ??= new(Fake.Real(_company, this));

    private Uri ApiRoot(string path)
    {
        const string standard = "/api/v2.0";
        var service = _company.Operations.Service;
        var address = service.BaseAddress.AbsoluteUri.TrimEnd('/');
        return service.Surface is ServiceSurface.BusinessCentral && address.EndsWith(standard, StringComparison.OrdinalIgnoreCase)
            ? new Uri($"{address[..^standard.Length]}/api/{path}")
            : throw new FinancialsNotSupportedException(
                $"Other APIs are found beside API v2.0 of Business Central, at an address that ends in {standard}. This client's service is {service.BaseAddress}.");
    }
}
