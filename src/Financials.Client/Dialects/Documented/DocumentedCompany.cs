using Financials.Client.Errors;
using Financials.Client.Generated.Documented.Companies.Item;
using Financials.Client.Kiota;
using Financials.Client.Models;
using Financials.Client.Transport;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>One company on the documented surface. Its sets are made when they are first asked for, and then kept.</summary>
internal sealed class DocumentedCompany(Uri baseAddress, WithCompanyItemRequestBuilder company) : CompanyDialect
{
    private const string AttachmentsElsewhere = "Attachments are there for a client of FinancialsService.BusinessCentral.";

    public override Uri Address => field ??= company.ToGetRequestInformation().URI;

    public override EntityEndpoint<Customer> Customers => field ??= Set(company.Customers, DocumentedSets.Customers, CustomerMapping.Instance);

    public override EntityEndpoint<PaymentJournal> PaymentJournals => field ??= Set(company.CustomerPaymentJournals, DocumentedSets.PaymentJournals, PaymentJournalMapping.Instance);

    public override EntityEndpoint<CustomerPayment> CustomerPayments => field ??= Set(company.CustomerPayments, DocumentedSets.CustomerPayments, CustomerPaymentMapping.Instance);

    public override EntityEndpoint<SalesInvoice> SalesInvoices => field ??= Set(company.SalesInvoices, DocumentedSets.SalesInvoices, SalesInvoiceMapping.Instance);

    public override EntityEndpoint<PaymentTerm> PaymentTerms => field ??= Set(company.PaymentTerms, DocumentedSets.PaymentTerms, PaymentTermMapping.Instance);

    public override EntityEndpoint<PaymentMethod> PaymentMethods => field ??= Set(company.PaymentMethods, DocumentedSets.PaymentMethods, PaymentMethodMapping.Instance);

    public override EntityEndpoint<ShipmentMethod> ShipmentMethods => field ??= Set(company.ShipmentMethods, DocumentedSets.ShipmentMethods, ShipmentMethodMapping.Instance);

    public override EntityEndpoint<Currency> Currencies => field ??= Set(company.Currencies, DocumentedSets.Currencies, CurrencyMapping.Instance);

    public override EntityEndpoint<TaxArea> TaxAreas => field ??= Lacking<TaxArea>("Tax areas");

    public override EntityEndpoint<CountryRegion> CountriesAndRegions => field ??= Lacking<CountryRegion>("Countries and regions");

    public override EntityEndpoint<Account> Accounts => field ??= Lacking<Account>("Accounts");

    public override EntityEndpoint<GeneralLedgerEntry> GeneralLedgerEntries => field ??= Lacking<GeneralLedgerEntry>("Ledger entries");

    public override EntityEndpoint<Dimension> Dimensions => field ??= Lacking<Dimension>("Dimensions");

    public override EntityEndpoint<DimensionValue> ValuesOfDimension(Guid dimensionId) => Lacking<DimensionValue>("Dimensions");

    public override EntityEndpoint<DefaultDimension> DefaultDimensionsOfCustomer(Guid customerId) => Lacking<DefaultDimension>("Default dimensions");

    public override EntityEndpoint<DimensionSetLine> DimensionsOfPayment(Guid paymentId) => Lacking<DimensionSetLine>("Dimensions of payments");

    public override EntityEndpoint<DimensionSetLine> DimensionsOfInvoice(Guid invoiceId) => Lacking<DimensionSetLine>("Dimensions of invoices");

    public override ServiceCall<CustomerFinancialDetails> FinancialDetailsOfCustomer(Guid customerId) => throw ServiceErrors.NotOffered(
        "Balance, OverdueAmount and TotalSalesExcludingTax are properties of the customer itself here.");

    public override EntityEndpoint<CustomerPayment> PaymentsOf(Guid journalId) =>
        Set(company.CustomerPaymentJournals[journalId].CustomerPayments, DocumentedSets.PaymentsOfJournal, CustomerPaymentMapping.Instance);

    public override EntityEndpoint<Customer> CustomerOfInvoice(Guid invoiceId) =>
        Set(company.SalesInvoices[invoiceId].Customer, DocumentedSets.CustomerOfInvoice, CustomerMapping.Instance);

    public override EntityEndpoint<SalesInvoiceLine> LinesOfInvoice(Guid invoiceId) => Lacking<SalesInvoiceLine>("Lines of invoices");

    public override EntityEndpoint<Attachment> AttachmentsOfInvoice(Guid invoiceId) => new LackingEndpoint<Attachment>(AttachmentsElsewhere);

    public override EntityEndpoint<Attachment> AttachmentsOfPayment(Guid paymentId) => new LackingEndpoint<Attachment>(AttachmentsElsewhere);

    public override ServiceCall<byte[]> ContentOf(Guid attachmentId) => throw ServiceErrors.NotOffered(AttachmentsElsewhere);

    public override ServiceRequest Write(Guid attachmentId, ReadOnlyMemory<byte> content, string etag) =>
        throw ServiceErrors.NotOffered(AttachmentsElsewhere);

    public override ServiceCall<byte[]> PdfOfInvoice(Guid invoiceId) => throw ServiceErrors.NotOffered(
        "Printed invoices are there for a client of FinancialsService.BusinessCentral.");

    public override ServiceRequest AddCustomerReference(Customer customer)
    {
        var (method, address, body) = KiotaRequests.Read(
            company.Customers.Ref.ToPostRequestInformation(CustomerMapping.Instance.ToWire<Wire.CustomerReference>(customer)));
        return new ServiceRequest(method, address) { Body = body, Instead = "Use company.Customers.CreateAsync(customer) instead." };
    }

    public override ServiceRequest AddCustomerReference(Guid customerId)
    {
        var customer = company.Customers[customerId].ToGetRequestInformation().URI.AbsoluteUri;
        var (method, address, body) = KiotaRequests.Read(
            company.Customers.Ref.ToPostRequestInformation(new Wire.CustomerReference { OdataId = customer }));
        return new ServiceRequest(method, address)
        {
            Body = body,
            Instead = "A customer of the company needs no reference; read it with company.Customers.GetAsync(customerId).",
        };
    }

    public override ServiceCall<Currency> CurrencyOfCustomer(Guid customerId) =>
        Reading(company.Customers[customerId].Currency.ToGetRequestInformation(), CurrencyMapping.Instance);

    public override ServiceCall<PaymentTerm> PaymentTermOfCustomer(Guid customerId) =>
        Reading(company.Customers[customerId].PaymentTerm.ToGetRequestInformation(), PaymentTermMapping.Instance);

    public override ServiceCall<PaymentMethod> PaymentMethodOfCustomer(Guid customerId) =>
        Reading(company.Customers[customerId].PaymentMethod.ToGetRequestInformation(), PaymentMethodMapping.Instance);

    public override ServiceCall<ShipmentMethod> ShipmentMethodOfCustomer(Guid customerId) =>
        Reading(company.Customers[customerId].ShipmentMethod.ToGetRequestInformation(), ShipmentMethodMapping.Instance);

    public override ServiceCall<Customer> CustomerOfPayment(Guid? journalId, Guid paymentId) => Reading(
        journalId is { } journal
            ? company.CustomerPaymentJournals[journal].CustomerPayments[paymentId].Customer.ToGetRequestInformation()
            : company.CustomerPayments[paymentId].Customer.ToGetRequestInformation(),
        CustomerMapping.Instance);

    public override ServiceRequest CreatePaymentAt(Guid journalId, Guid paymentId, CustomerPayment payment)
    {
        var (method, address, body) = KiotaRequests.Read(KiotaRequests.Build(
            static (set, body) => set.ToPostRequestInformation(body),
            company.CustomerPaymentsJournals[journalId].CustomerPayments[paymentId],
            CustomerPaymentMapping.Instance.ToWire(payment)));
        return new ServiceRequest(method, address)
        {
            Body = body,
            Instead = "Use company.PaymentJournals[journalId].Payments.CreateAsync(payment) instead.",
        };
    }

    public override ServiceRequest PostJournal(Guid journalId) => throw ServiceErrors.NotOffered(
        "Post the journal with a client of FinancialsService.BusinessCentral, or in Business Central itself.");

    public override ServiceRequest Run(Guid invoiceId, SalesInvoiceAction action)
    {
        var invoice = company.SalesInvoices[invoiceId];
        var (method, address, _) = KiotaRequests.Read(action switch
        {
            SalesInvoiceAction.Post => invoice.PostPath.ToPostRequestInformation(),
            SalesInvoiceAction.Send => invoice.Send.ToPostRequestInformation(),
            SalesInvoiceAction.PostAndSend => invoice.PostAndSend.ToPostRequestInformation(),
            SalesInvoiceAction.Cancel => invoice.Cancel.ToPostRequestInformation(),
            SalesInvoiceAction.CancelAndSend => invoice.CancelAndSend.ToPostRequestInformation(),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
        });
        return new ServiceRequest(method, address);
    }

    private KiotaEndpoint<TModel, TBuilder, TWire> Set<TModel, TBuilder, TWire>(
        TBuilder set, EntityRequests<TBuilder, TWire> requests, WritableMapping<TModel, TWire> mapping)
        where TModel : class, IEntity<TModel>, new()
        where TWire : class, IParsable, IAdditionalDataHolder, new() => new(baseAddress, set, requests, mapping);

    private static LackingEndpoint<TModel> Lacking<TModel>(string what)
        where TModel : class => new($"{what} are there for a client of FinancialsService.BusinessCentral.");

    private static ServiceCall<TModel> Reading<TModel>(RequestInformation request, EntityMapping<TModel> mapping)
        where TModel : class, IEntity<TModel>, new() => new(new ServiceRequest(HttpMethod.Get, request.URI), mapping.Entity);
}
