using Financials.Client.KiotaRuntime.Http;
using Financials.Client.KiotaRuntime.Json;
using Microsoft.Kiota.Abstractions;
using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>How the bundled runtime sends this dialect's requests and reads its wire models.</summary>
internal static class DocumentedAdapter
{
    private static readonly WireContract Contract = new WireContract(DocumentedJsonContext.Default)
        .Add<Wire.CodeDescription>()
        .Add<Wire.Company>()
        .Add<Wire.CompanyCollection>()
        .Add<Wire.Currency>()
        .Add<Wire.CurrencyCollection>()
        .Add<Wire.Customer>()
        .Add<Wire.CustomerCollection>()
        .Add<Wire.CustomerPayment>()
        .Add<Wire.CustomerPaymentCollection>()
        .Add<Wire.CustomerPaymentJournal>()
        .Add<Wire.CustomerPaymentJournalCollection>()
        .Add<Wire.PaymentMethod>()
        .Add<Wire.PaymentMethodCollection>()
        .Add<Wire.PaymentTerm>()
        .Add<Wire.PaymentTermCollection>()
        .Add<Wire.PostalAddress>()
        .Add<Wire.SalesInvoice>()
        .Add<Wire.SalesInvoiceCollection>()
        .Add<Wire.ShipmentMethod>()
        .Add<Wire.ShipmentMethodCollection>();

    public static IRequestAdapter Create(HttpClient http, Uri baseAddress) =>
        new HttpRequestAdapter(http, Contract) { BaseUrl = baseAddress.AbsoluteUri.TrimEnd('/') };
}
