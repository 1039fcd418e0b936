using Financials.Client.Generated.Documented.Companies.Item.Currencies;
using Financials.Client.Generated.Documented.Companies.Item.CustomerPaymentJournals;
using Financials.Client.Generated.Documented.Companies.Item.Customers;
using Financials.Client.Generated.Documented.Companies.Item.PaymentMethods;
using Financials.Client.Generated.Documented.Companies.Item.PaymentTerms;
using Financials.Client.Generated.Documented.Companies.Item.SalesInvoices;
using Financials.Client.Generated.Documented.Companies.Item.ShipmentMethods;
using Flat = Financials.Client.Generated.Documented.Companies.Item.CustomerPayments;
using InJournal = Financials.Client.Generated.Documented.Companies.Item.CustomerPaymentJournals.Item.CustomerPayments;
using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>
/// Ties each generated set of entities to its mapping. Generated builders have the same members and no common type, so the
/// lists below are alike and cannot be one.
/// </summary>
internal static class DocumentedSets
{
    public static IEntityEndpoint<Customer> Of(WireCalls calls, CustomersRequestBuilder set) => new EntityEndpoint<Customer, Wire.Customer, Wire.CustomerCollection>(
        calls,
        CustomerMapping.Instance,
        new()
        {
            List = () => set.ToGetRequestInformation(),
            Next = link => set.WithUrl(link).ToGetRequestInformation(),
            Count = () => set.Count.ToGetRequestInformation(),
            Create = body => set.ToPostRequestInformation(body),
            Get = id => set[id].ToGetRequestInformation(),
            Update = (id, body) => set[id].ToPatchRequestInformation(body),
            Delete = id => set[id].ToDeleteRequestInformation(),
        });

    public static IEntityEndpoint<PaymentJournal> Of(WireCalls calls, CustomerPaymentJournalsRequestBuilder set) => new EntityEndpoint<PaymentJournal, Wire.CustomerPaymentJournal, Wire.CustomerPaymentJournalCollection>(
        calls,
        PaymentJournalMapping.Instance,
        new()
        {
            List = () => set.ToGetRequestInformation(),
            Next = link => set.WithUrl(link).ToGetRequestInformation(),
            Count = () => set.Count.ToGetRequestInformation(),
            Create = body => set.ToPostRequestInformation(body),
            Get = id => set[id].ToGetRequestInformation(),
            Update = (id, body) => set[id].ToPatchRequestInformation(body),
            Delete = id => set[id].ToDeleteRequestInformation(),
        });

    public static IEntityEndpoint<CustomerPayment> Of(WireCalls calls, Flat.CustomerPaymentsRequestBuilder set) => new EntityEndpoint<CustomerPayment, Wire.CustomerPayment, Wire.CustomerPaymentCollection>(
        calls,
        CustomerPaymentMapping.Instance,
        new()
        {
            List = () => set.ToGetRequestInformation(),
            Next = link => set.WithUrl(link).ToGetRequestInformation(),
            Count = () => set.Count.ToGetRequestInformation(),
            Create = body => set.ToPostRequestInformation(body),
            InsteadOfCreate = "Use company.PaymentJournals[journalId].Payments.CreateAsync(payment) instead.",
            Get = id => set[id].ToGetRequestInformation(),
            Update = (id, body) => set[id].ToPatchRequestInformation(body),
            Delete = id => set[id].ToDeleteRequestInformation(),
        });

    public static IEntityEndpoint<CustomerPayment> Of(WireCalls calls, InJournal.CustomerPaymentsRequestBuilder set) => new EntityEndpoint<CustomerPayment, Wire.CustomerPayment, Wire.CustomerPaymentCollection>(
        calls,
        CustomerPaymentMapping.Instance,
        new()
        {
            List = () => set.ToGetRequestInformation(),
            Next = link => set.WithUrl(link).ToGetRequestInformation(),
            Count = () => set.Count.ToGetRequestInformation(),
            Create = body => set.ToPostRequestInformation(body),
            Get = id => set[id].ToGetRequestInformation(),
            Update = (id, body) => set[id].ToPatchRequestInformation(body),
            Delete = id => set[id].ToDeleteRequestInformation(),
        });

    public static IEntityEndpoint<SalesInvoice> Of(WireCalls calls, SalesInvoicesRequestBuilder set) => new EntityEndpoint<SalesInvoice, Wire.SalesInvoice, Wire.SalesInvoiceCollection>(
        calls,
        SalesInvoiceMapping.Instance,
        new()
        {
            List = () => set.ToGetRequestInformation(),
            Next = link => set.WithUrl(link).ToGetRequestInformation(),
            Count = () => set.Count.ToGetRequestInformation(),
            Create = body => set.ToPostRequestInformation(body),
            Get = id => set[id].ToGetRequestInformation(),
            Update = (id, body) => set[id].ToPatchRequestInformation(body),
            Delete = id => set[id].ToDeleteRequestInformation(),
        });

    public static IEntityEndpoint<PaymentTerm> Of(WireCalls calls, PaymentTermsRequestBuilder set) => new EntityEndpoint<PaymentTerm, Wire.PaymentTerm, Wire.PaymentTermCollection>(
        calls,
        PaymentTermMapping.Instance,
        new()
        {
            List = () => set.ToGetRequestInformation(),
            Next = link => set.WithUrl(link).ToGetRequestInformation(),
            Count = () => set.Count.ToGetRequestInformation(),
            Create = body => set.ToPostRequestInformation(body),
            Get = id => set[id].ToGetRequestInformation(),
            Update = (id, body) => set[id].ToPatchRequestInformation(body),
            Delete = id => set[id].ToDeleteRequestInformation(),
        });

    public static IEntityEndpoint<PaymentMethod> Of(WireCalls calls, PaymentMethodsRequestBuilder set) => new EntityEndpoint<PaymentMethod, Wire.PaymentMethod, Wire.PaymentMethodCollection>(
        calls,
        PaymentMethodMapping.Instance,
        new()
        {
            List = () => set.ToGetRequestInformation(),
            Next = link => set.WithUrl(link).ToGetRequestInformation(),
            Count = () => set.Count.ToGetRequestInformation(),
            Create = body => set.ToPostRequestInformation(body),
            Get = id => set[id].ToGetRequestInformation(),
            Update = (id, body) => set[id].ToPatchRequestInformation(body),
            Delete = id => set[id].ToDeleteRequestInformation(),
        });

    public static IEntityEndpoint<ShipmentMethod> Of(WireCalls calls, ShipmentMethodsRequestBuilder set) => new EntityEndpoint<ShipmentMethod, Wire.ShipmentMethod, Wire.ShipmentMethodCollection>(
        calls,
        ShipmentMethodMapping.Instance,
        new()
        {
            List = () => set.ToGetRequestInformation(),
            Next = link => set.WithUrl(link).ToGetRequestInformation(),
            Count = () => set.Count.ToGetRequestInformation(),
            Create = body => set.ToPostRequestInformation(body),
            Get = id => set[id].ToGetRequestInformation(),
            Update = (id, body) => set[id].ToPatchRequestInformation(body),
            Delete = id => set[id].ToDeleteRequestInformation(),
        });

    public static IEntityEndpoint<Currency> Of(WireCalls calls, CurrenciesRequestBuilder set) => new EntityEndpoint<Currency, Wire.Currency, Wire.CurrencyCollection>(
        calls,
        CurrencyMapping.Instance,
        new()
        {
            List = () => set.ToGetRequestInformation(),
            Next = link => set.WithUrl(link).ToGetRequestInformation(),
            Count = () => set.Count.ToGetRequestInformation(),
            Create = body => set.ToPostRequestInformation(body),
            Get = id => set[id].ToGetRequestInformation(),
            Update = (id, body) => set[id].ToPatchRequestInformation(body),
            Delete = id => set[id].ToDeleteRequestInformation(),
        });
}
