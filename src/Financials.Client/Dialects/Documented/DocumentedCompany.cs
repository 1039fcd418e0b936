using Financials.Client.Generated.Documented.Companies.Item;
using Financials.Client.Kiota;
using Financials.Client.Models;
using Financials.Client.Transport;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>One company on the documented surface. Its sets are made when they are first asked for, and then kept.</summary>
internal sealed class DocumentedCompany(Uri baseAddress, WithCompanyItemRequestBuilder company)
{
    public EntityEndpoint<Customer> Customers => field ??= Set(company.Customers, DocumentedSets.Customers, CustomerMapping.Instance);

    public EntityEndpoint<PaymentJournal> PaymentJournals => field ??= Set(company.CustomerPaymentJournals, DocumentedSets.PaymentJournals, PaymentJournalMapping.Instance);

    public EntityEndpoint<CustomerPayment> CustomerPayments => field ??= Set(company.CustomerPayments, DocumentedSets.CustomerPayments, CustomerPaymentMapping.Instance);

    public EntityEndpoint<SalesInvoice> SalesInvoices => field ??= Set(company.SalesInvoices, DocumentedSets.SalesInvoices, SalesInvoiceMapping.Instance);

    public EntityEndpoint<PaymentTerm> PaymentTerms => field ??= Set(company.PaymentTerms, DocumentedSets.PaymentTerms, PaymentTermMapping.Instance);

    public EntityEndpoint<PaymentMethod> PaymentMethods => field ??= Set(company.PaymentMethods, DocumentedSets.PaymentMethods, PaymentMethodMapping.Instance);

    public EntityEndpoint<ShipmentMethod> ShipmentMethods => field ??= Set(company.ShipmentMethods, DocumentedSets.ShipmentMethods, ShipmentMethodMapping.Instance);

    public EntityEndpoint<Currency> Currencies => field ??= Set(company.Currencies, DocumentedSets.Currencies, CurrencyMapping.Instance);

    public EntityEndpoint<CustomerPayment> PaymentsOf(Guid journalId) =>
        Set(company.CustomerPaymentJournals[journalId].CustomerPayments, DocumentedSets.PaymentsOfJournal, CustomerPaymentMapping.Instance);

    /// <summary>The customer of an invoice: a single entity behind its own address, which has no id in it.</summary>
    public EntityEndpoint<Customer> CustomerOfInvoice(Guid invoiceId) =>
        Set(company.SalesInvoices[invoiceId].Customer, DocumentedSets.CustomerOfInvoice, CustomerMapping.Instance);

    public ServiceRequest AddCustomerReference(Customer customer)
    {
        var (method, address, body) = KiotaRequests.Read(
            company.Customers.Ref.ToPostRequestInformation(CustomerMapping.Instance.ToWire<Wire.CustomerReference>(customer)));
        return new ServiceRequest(method, address) { Body = body, Instead = "Use company.Customers.CreateAsync(customer) instead." };
    }

    public ServiceRequest AddCustomerReference(Guid customerId)
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

    public ServiceCall<Currency> CurrencyOfCustomer(Guid customerId) =>
        Reading(company.Customers[customerId].Currency.ToGetRequestInformation(), CurrencyMapping.Instance);

    public ServiceCall<PaymentTerm> PaymentTermOfCustomer(Guid customerId) =>
        Reading(company.Customers[customerId].PaymentTerm.ToGetRequestInformation(), PaymentTermMapping.Instance);

    public ServiceCall<PaymentMethod> PaymentMethodOfCustomer(Guid customerId) =>
        Reading(company.Customers[customerId].PaymentMethod.ToGetRequestInformation(), PaymentMethodMapping.Instance);

    public ServiceCall<ShipmentMethod> ShipmentMethodOfCustomer(Guid customerId) =>
        Reading(company.Customers[customerId].ShipmentMethod.ToGetRequestInformation(), ShipmentMethodMapping.Instance);

    /// <summary>The customer of a payment; <paramref name="journalId"/> is null for the flat set.</summary>
    public ServiceCall<Customer> CustomerOfPayment(Guid? journalId, Guid paymentId) => Reading(
        journalId is { } journal
            ? company.CustomerPaymentJournals[journal].CustomerPayments[paymentId].Customer.ToGetRequestInformation()
            : company.CustomerPayments[paymentId].Customer.ToGetRequestInformation(),
        CustomerMapping.Instance);

    public ServiceRequest CreatePaymentAt(Guid journalId, Guid paymentId, CustomerPayment payment)
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

    public ServiceRequest Run(Guid invoiceId, SalesInvoiceAction action)
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

    private static ServiceCall<TModel> Reading<TModel>(RequestInformation request, EntityMapping<TModel> mapping)
        where TModel : class, IEntity<TModel>, new() => new(new ServiceRequest(HttpMethod.Get, request.URI), mapping.Entity);
}
