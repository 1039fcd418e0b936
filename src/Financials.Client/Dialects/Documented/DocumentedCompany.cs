using Financials.Client.Errors;
using Financials.Client.Generated.Documented.Companies.Item;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions;
using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>One company on the documented surface. Its sets are made when they are first asked for, and then kept.</summary>
internal sealed class DocumentedCompany(WireCalls calls, WithCompanyItemRequestBuilder company) : ICompanyDialect
{
    public IEntityEndpoint<Customer> Customers => field ??= DocumentedSets.Of(calls, company.Customers);

    public IEntityEndpoint<PaymentJournal> PaymentJournals => field ??= DocumentedSets.Of(calls, company.CustomerPaymentJournals);

    public IEntityEndpoint<CustomerPayment> CustomerPayments => field ??= DocumentedSets.Of(calls, company.CustomerPayments);

    public IEntityEndpoint<SalesInvoice> SalesInvoices => field ??= DocumentedSets.Of(calls, company.SalesInvoices);

    public IEntityEndpoint<PaymentTerm> PaymentTerms => field ??= DocumentedSets.Of(calls, company.PaymentTerms);

    public IEntityEndpoint<PaymentMethod> PaymentMethods => field ??= DocumentedSets.Of(calls, company.PaymentMethods);

    public IEntityEndpoint<ShipmentMethod> ShipmentMethods => field ??= DocumentedSets.Of(calls, company.ShipmentMethods);

    public IEntityEndpoint<Currency> Currencies => field ??= DocumentedSets.Of(calls, company.Currencies);

    public IEntityEndpoint<CustomerPayment> PaymentsOf(Guid journalId) =>
        DocumentedSets.Of(calls, company.CustomerPaymentJournals[journalId].CustomerPayments);

    public async Task<Customer?> AddCustomerReferenceAsync(Customer customer, CancellationToken cancellationToken)
    {
        var wire = await calls.SendAsync<Wire.Customer>(
            company.Customers.Ref.ToPostRequestInformation(CustomerMapping.Instance.ToWire<Wire.CustomerReference>(customer)),
            cancellationToken,
            instead: "Use company.Customers.CreateAsync(customer) instead.").ConfigureAwait(false);
        return wire is null ? null : CustomerMapping.Instance.ToModel(wire);
    }

    public Task AddCustomerReferenceAsync(Guid customerId, CancellationToken cancellationToken)
    {
        var address = company.Customers[customerId].ToGetRequestInformation().URI.AbsoluteUri;
        return calls.SendNoContentAsync(
            company.Customers.Ref.ToPostRequestInformation(new Wire.CustomerReference { OdataId = address }),
            cancellationToken,
            instead: "A customer of the company needs no reference; read it with company.Customers.GetAsync(customerId).");
    }

    public Task<Currency> CurrencyOfCustomerAsync(Guid customerId, CancellationToken cancellationToken) =>
        ReadAsync(company.Customers[customerId].Currency.ToGetRequestInformation(), CurrencyMapping.Instance, cancellationToken);

    public Task<PaymentTerm> PaymentTermOfCustomerAsync(Guid customerId, CancellationToken cancellationToken) =>
        ReadAsync(company.Customers[customerId].PaymentTerm.ToGetRequestInformation(), PaymentTermMapping.Instance, cancellationToken);

    public Task<PaymentMethod> PaymentMethodOfCustomerAsync(Guid customerId, CancellationToken cancellationToken) =>
        ReadAsync(company.Customers[customerId].PaymentMethod.ToGetRequestInformation(), PaymentMethodMapping.Instance, cancellationToken);

    public Task<ShipmentMethod> ShipmentMethodOfCustomerAsync(Guid customerId, CancellationToken cancellationToken) =>
        ReadAsync(company.Customers[customerId].ShipmentMethod.ToGetRequestInformation(), ShipmentMethodMapping.Instance, cancellationToken);

    public Task<Customer> CustomerOfPaymentAsync(Guid? journalId, Guid paymentId, CancellationToken cancellationToken) => ReadAsync(
        journalId is { } journal
            ? company.CustomerPaymentJournals[journal].CustomerPayments[paymentId].Customer.ToGetRequestInformation()
            : company.CustomerPayments[paymentId].Customer.ToGetRequestInformation(),
        CustomerMapping.Instance,
        cancellationToken);

    public async Task<CustomerPayment?> CreatePaymentAtAsync(
        Guid journalId, Guid paymentId, CustomerPayment payment, CancellationToken cancellationToken)
    {
        var wire = await calls.SendAsync<Wire.CustomerPayment>(
            company.CustomerPaymentsJournals[journalId].CustomerPayments[paymentId]
                .ToPostRequestInformation(CustomerPaymentMapping.Instance.ToWire(payment)),
            cancellationToken,
            instead: "Use company.PaymentJournals[journalId].Payments.CreateAsync(payment) instead.").ConfigureAwait(false);
        return wire is null ? null : CustomerPaymentMapping.Instance.ToModel(wire);
    }

    public IInvoiceCustomerEndpoint CustomerOfInvoice(Guid invoiceId) =>
        new DocumentedInvoiceCustomer(calls, company.SalesInvoices[invoiceId].Customer);

    public Task RunAsync(Guid invoiceId, SalesInvoiceAction action, CancellationToken cancellationToken)
    {
        var invoice = company.SalesInvoices[invoiceId];
        return calls.SendNoContentAsync(
            action switch
            {
                SalesInvoiceAction.Post => invoice.PostPath.ToPostRequestInformation(),
                SalesInvoiceAction.Send => invoice.Send.ToPostRequestInformation(),
                SalesInvoiceAction.PostAndSend => invoice.PostAndSend.ToPostRequestInformation(),
                SalesInvoiceAction.Cancel => invoice.Cancel.ToPostRequestInformation(),
                SalesInvoiceAction.CancelAndSend => invoice.CancelAndSend.ToPostRequestInformation(),
                _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
            },
            cancellationToken);
    }

    private async Task<TModel> ReadAsync<TModel, TWire, TPage>(
        RequestInformation request, EntityMapping<TModel, TWire, TPage> mapping, CancellationToken cancellationToken)
        where TModel : class, Entities.IEntity<TModel>, new()
        where TWire : IParsable, IAdditionalDataHolder, new()
        where TPage : IParsable, new() =>
        await calls.SendAsync<TWire>(request, cancellationToken).ConfigureAwait(false) is { } wire
            ? mapping.ToModel(wire)
            : throw ServiceErrors.Missing<TModel>();
}
