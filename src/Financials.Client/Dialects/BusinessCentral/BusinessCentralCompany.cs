using System.Runtime.InteropServices;
using Financials.Client.Errors;
using Financials.Client.Generated.BusinessCentral.CompaniesWithCompanyId;
using Financials.Client.Kiota;
using Financials.Client.Models;
using Financials.Client.Transport;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary>One company in Business Central's API v2.0. Its sets are made when they are first asked for, and then kept.</summary>
internal sealed class BusinessCentralCompany(Uri baseAddress, Func<Uri> batchAddress, CompaniesWithCompanyIdRequestBuilder company) : CompanyDialect
{
    private const string Bytes = "application/octet-stream";

    public override Uri Address => field ??= company.ToGetRequestInformation().URI;

    public override EntityEndpoint<Customer> Customers => field ??= Set(company, BusinessCentralSets.Customers, CustomerMapping.Instance);

    public override EntityEndpoint<PaymentJournal> PaymentJournals => field ??= Set(company, BusinessCentralSets.PaymentJournals, PaymentJournalMapping.Instance);

    public override EntityEndpoint<CustomerPayment> CustomerPayments => field ??= Set(company, BusinessCentralSets.CustomerPayments, CustomerPaymentMapping.Instance);

    public override EntityEndpoint<SalesInvoice> SalesInvoices => field ??= Set(company, BusinessCentralSets.SalesInvoices, SalesInvoiceMapping.Instance);

    public override EntityEndpoint<PaymentTerm> PaymentTerms => field ??= Set(company, BusinessCentralSets.PaymentTerms, PaymentTermMapping.Instance);

    public override EntityEndpoint<PaymentMethod> PaymentMethods => field ??= Set(company, BusinessCentralSets.PaymentMethods, PaymentMethodMapping.Instance);

    public override EntityEndpoint<ShipmentMethod> ShipmentMethods => field ??= Set(company, BusinessCentralSets.ShipmentMethods, ShipmentMethodMapping.Instance);

    public override EntityEndpoint<Currency> Currencies => field ??= Set(company, BusinessCentralSets.Currencies, CurrencyMapping.Instance);

    public override EntityEndpoint<TaxArea> TaxAreas => field ??= Set(company, BusinessCentralSets.TaxAreas, TaxAreaMapping.Instance);

    public override EntityEndpoint<CountryRegion> CountriesAndRegions => field ??= Set(company, BusinessCentralSets.CountriesAndRegions, CountryRegionMapping.Instance);

    public override EntityEndpoint<Account> Accounts => field ??= Set(company, BusinessCentralSets.Accounts, AccountMapping.Instance);

    public override EntityEndpoint<GeneralLedgerEntry> GeneralLedgerEntries => field ??= Set(company, BusinessCentralSets.GeneralLedgerEntries, GeneralLedgerEntryMapping.Instance);

    public override EntityEndpoint<Dimension> Dimensions => field ??= Set(company, BusinessCentralSets.Dimensions, DimensionMapping.Instance);

    public override EntityEndpoint<DimensionValue> ValuesOfDimension(Guid dimensionId) =>
        Set((company, dimensionId), BusinessCentralSets.ValuesOfDimension, DimensionValueMapping.Instance);

    public override EntityEndpoint<DefaultDimension> DefaultDimensionsOfCustomer(Guid customerId) =>
        Set(company.CustomersWithCustomerId(customerId), BusinessCentralSets.DefaultDimensionsOfCustomer, DefaultDimensionMapping.Instance);

    public override EntityEndpoint<DimensionSetLine> DimensionsOfPayment(Guid paymentId) =>
        Set(company.CustomerPaymentsWithPaymentId(paymentId), BusinessCentralSets.DimensionsOfPayment, DimensionSetLineMapping.Instance);

    public override EntityEndpoint<DimensionSetLine> DimensionsOfInvoice(Guid invoiceId) =>
        Set(company.SalesInvoicesWithSalesInvoiceId(invoiceId), BusinessCentralSets.DimensionsOfInvoice, DimensionSetLineMapping.Instance);

    public override ServiceCall<CustomerFinancialDetails> FinancialDetailsOfCustomer(Guid customerId) =>
        Reading(company.CustomersWithCustomerId(customerId).CustomerFinancialDetail.ToGetRequestInformation(), CustomerFinancialDetailsMapping.Instance, mayLack: true);

    public override EntityEndpoint<CustomerPayment> PaymentsOf(Guid journalId) =>
        Set(company.CustomerPaymentJournalsWithJournalId(journalId), BusinessCentralSets.PaymentsOfJournal, CustomerPaymentMapping.Instance);

    public override EntityEndpoint<Customer> CustomerOfInvoice(Guid invoiceId) =>
        Set(company.SalesInvoicesWithSalesInvoiceId(invoiceId).Customer, BusinessCentralSets.CustomerOfInvoice, CustomerMapping.Instance);

    public override EntityEndpoint<SalesInvoiceLine> LinesOfInvoice(Guid invoiceId) =>
        Set(company.SalesInvoicesWithSalesInvoiceId(invoiceId), BusinessCentralSets.LinesOfInvoice, SalesInvoiceLineMapping.Instance);

    public override EntityEndpoint<Attachment> AttachmentsOfInvoice(Guid invoiceId) => Set(
        new BusinessCentralSets.InvoiceOfCompany(company, company.SalesInvoicesWithSalesInvoiceId(invoiceId)),
        BusinessCentralSets.AttachmentsOfInvoice,
        AttachmentMapping.Instance);

    public override EntityEndpoint<Attachment> AttachmentsOfPayment(Guid paymentId) =>
        Set(new BusinessCentralSets.PaymentOfCompany(company, paymentId), BusinessCentralSets.AttachmentsOfPayment, AttachmentMapping.Instance);

    public override ServiceCall<byte[]> ContentOf(Guid attachmentId) =>
        Reading(company.AttachmentsWithAttachmentId(attachmentId).AttachmentContent.ToGetRequestInformation(), ContentReader.Instance);

    public override ServiceRequest Write(Guid attachmentId, ReadOnlyMemory<byte> content, string etag)
    {
        using var stream = MemoryMarshal.TryGetArray(content, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);
        var (method, address, body) = KiotaRequests.Read(
            company.AttachmentsWithAttachmentId(attachmentId).AttachmentContent.ToPatchRequestInformation(stream));
        return new ServiceRequest(method, address) { Body = body, ContentType = Bytes, IfMatch = etag };
    }

    public override ServiceCall<byte[]> PdfOfInvoice(Guid invoiceId) =>
        Reading(company.SalesInvoicesWithSalesInvoiceId(invoiceId).PdfDocument.PdfDocumentContent.ToGetRequestInformation(), PdfReader.Instance);

    public override ServiceRequest AddCustomerReference(Customer customer) =>
        throw ServiceErrors.NotOffered("Use company.Customers.CreateAsync(customer) instead.");

    public override ServiceRequest AddCustomerReference(Guid customerId) => throw ServiceErrors.NotOffered(
        "A customer of the company needs no reference; read it with company.Customers.GetAsync(customerId).");

    public override ServiceCall<Currency> CurrencyOfCustomer(Guid customerId) =>
        Reading(company.CustomersWithCustomerId(customerId).Currency.ToGetRequestInformation(), CurrencyMapping.Instance);

    public override ServiceCall<PaymentTerm> PaymentTermOfCustomer(Guid customerId) =>
        Reading(company.CustomersWithCustomerId(customerId).PaymentTerm.ToGetRequestInformation(), PaymentTermMapping.Instance);

    public override ServiceCall<PaymentMethod> PaymentMethodOfCustomer(Guid customerId) =>
        Reading(company.CustomersWithCustomerId(customerId).PaymentMethod.ToGetRequestInformation(), PaymentMethodMapping.Instance);

    public override ServiceCall<ShipmentMethod> ShipmentMethodOfCustomer(Guid customerId) =>
        Reading(company.CustomersWithCustomerId(customerId).ShipmentMethod.ToGetRequestInformation(), ShipmentMethodMapping.Instance);

    public override ServiceCall<Customer> CustomerOfPayment(Guid? journalId, Guid paymentId) => Reading(
        journalId is { } journal
            ? company.CustomerPaymentJournalsWithJournalId(journal).CustomerPaymentsWithPaymentId(paymentId).Customer.ToGetRequestInformation()
            : company.CustomerPaymentsWithPaymentId(paymentId).Customer.ToGetRequestInformation(),
        CustomerMapping.Instance);

    public override ServiceRequest CreatePaymentAt(Guid journalId, Guid paymentId, CustomerPayment payment) =>
        throw ServiceErrors.NotOffered("Use company.PaymentJournals[journalId].Payments.CreateAsync(payment) instead.");

    public override ServiceRequest PostJournal(Guid journalId) =>
        Action(company.JournalsWithJournalId(journalId).MicrosoftNAVPost.ToPostRequestInformation());

    public override ServiceRequest Run(Guid invoiceId, SalesInvoiceAction action)
    {
        var invoice = company.SalesInvoicesWithSalesInvoiceId(invoiceId);
        return Action(action switch
        {
            SalesInvoiceAction.Post => invoice.MicrosoftNAVPost.ToPostRequestInformation(),
            SalesInvoiceAction.Send => invoice.MicrosoftNAVSend.ToPostRequestInformation(),
            SalesInvoiceAction.PostAndSend => invoice.MicrosoftNAVPostAndSend.ToPostRequestInformation(),
            SalesInvoiceAction.Cancel => invoice.MicrosoftNAVCancel.ToPostRequestInformation(),
            SalesInvoiceAction.CancelAndSend => invoice.MicrosoftNAVCancelAndSend.ToPostRequestInformation(),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
        });
    }

    private static ServiceRequest Action(RequestInformation request) => new(HttpMethod.Post, request.URI);

    private KiotaEndpoint<TModel, TBuilder, TWire> Set<TModel, TBuilder, TWire>(
        TBuilder set, EntityRequests<TBuilder, TWire> requests, WritableMapping<TModel, TWire> mapping)
        where TModel : class, IEntity<TModel>, new()
        where TWire : class, IParsable, IAdditionalDataHolder, new() => new(baseAddress, set, requests, mapping, topEndsPages: true, batchAddress);

    private static ServiceCall<TModel> Reading<TModel>(RequestInformation request, EntityMapping<TModel> mapping, bool mayLack = false)
        where TModel : class, IEntity<TModel>, new() => new(new ServiceRequest(HttpMethod.Get, request.URI) { MayLackRecord = mayLack }, mapping.Entity);

    /// <remarks>Anything is accepted: the service sends files as bytes, and errors as JSON.</remarks>
    private static ServiceCall<byte[]> Reading(RequestInformation request, ResponseReader<byte[]> reader) =>
        new(new ServiceRequest(HttpMethod.Get, request.URI) { Accept = $"{Bytes}, */*;q=0.5" }, reader);
}
