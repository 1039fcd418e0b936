using Financials.Client.Generated.Documented.Companies;
using Financials.Client.Generated.Documented.Companies.Item.Currencies;
using Financials.Client.Generated.Documented.Companies.Item.CustomerPaymentJournals;
using Financials.Client.Generated.Documented.Companies.Item.Customers;
using Financials.Client.Generated.Documented.Companies.Item.PaymentMethods;
using Financials.Client.Generated.Documented.Companies.Item.PaymentTerms;
using Financials.Client.Generated.Documented.Companies.Item.SalesInvoices;
using Financials.Client.Generated.Documented.Companies.Item.ShipmentMethods;
using Flat = Financials.Client.Generated.Documented.Companies.Item.CustomerPayments;
using InJournal = Financials.Client.Generated.Documented.Companies.Item.CustomerPaymentJournals.Item.CustomerPayments;
using InvoiceCustomer = Financials.Client.Generated.Documented.Companies.Item.SalesInvoices.Item.Customer;
using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Dialects.Documented;

/// <summary>
/// How the generated builders of each set are called. They have the same methods and no common type, so the lists below are
/// alike and cannot be one.
/// </summary>
internal static class DocumentedSets
{
    public static readonly EntityRequests<CompaniesRequestBuilder, Wire.Company> Companies = new()
    {
        List = static set => set.ToGetRequestInformation(),
        Get = static (set, id) => set[id].ToGetRequestInformation(),
    };

    public static readonly EntityRequests<CustomersRequestBuilder, Wire.Customer> Customers = new()
    {
        List = static set => set.ToGetRequestInformation(),
        Count = static set => set.Count.ToGetRequestInformation(),
        Get = static (set, id) => set[id].ToGetRequestInformation(),
        Create = static (set, body) => set.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set[of.Id].ToPatchRequestInformation(body),
        Delete = static (set, id) => set[id].ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<CustomerPaymentJournalsRequestBuilder, Wire.CustomerPaymentJournal> PaymentJournals = new()
    {
        List = static set => set.ToGetRequestInformation(),
        Count = static set => set.Count.ToGetRequestInformation(),
        Get = static (set, id) => set[id].ToGetRequestInformation(),
        Create = static (set, body) => set.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set[of.Id].ToPatchRequestInformation(body),
        Delete = static (set, id) => set[id].ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<Flat.CustomerPaymentsRequestBuilder, Wire.CustomerPayment> CustomerPayments = new()
    {
        List = static set => set.ToGetRequestInformation(),
        Count = static set => set.Count.ToGetRequestInformation(),
        Get = static (set, id) => set[id].ToGetRequestInformation(),
        Create = static (set, body) => set.ToPostRequestInformation(body),
        InsteadOfCreate = "Use company.PaymentJournals[journalId].Payments.CreateAsync(payment) instead.",
        Update = static (of, body) => of.Set[of.Id].ToPatchRequestInformation(body),
        Delete = static (set, id) => set[id].ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<InJournal.CustomerPaymentsRequestBuilder, Wire.CustomerPayment> PaymentsOfJournal = new()
    {
        List = static set => set.ToGetRequestInformation(),
        Count = static set => set.Count.ToGetRequestInformation(),
        Get = static (set, id) => set[id].ToGetRequestInformation(),
        Create = static (set, body) => set.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set[of.Id].ToPatchRequestInformation(body),
        Delete = static (set, id) => set[id].ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<SalesInvoicesRequestBuilder, Wire.SalesInvoice> SalesInvoices = new()
    {
        List = static set => set.ToGetRequestInformation(),
        Count = static set => set.Count.ToGetRequestInformation(),
        Get = static (set, id) => set[id].ToGetRequestInformation(),
        Create = static (set, body) => set.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set[of.Id].ToPatchRequestInformation(body),
        Delete = static (set, id) => set[id].ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<PaymentTermsRequestBuilder, Wire.PaymentTerm> PaymentTerms = new()
    {
        List = static set => set.ToGetRequestInformation(),
        Count = static set => set.Count.ToGetRequestInformation(),
        Get = static (set, id) => set[id].ToGetRequestInformation(),
        Create = static (set, body) => set.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set[of.Id].ToPatchRequestInformation(body),
        Delete = static (set, id) => set[id].ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<PaymentMethodsRequestBuilder, Wire.PaymentMethod> PaymentMethods = new()
    {
        List = static set => set.ToGetRequestInformation(),
        Count = static set => set.Count.ToGetRequestInformation(),
        Get = static (set, id) => set[id].ToGetRequestInformation(),
        Create = static (set, body) => set.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set[of.Id].ToPatchRequestInformation(body),
        Delete = static (set, id) => set[id].ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<ShipmentMethodsRequestBuilder, Wire.ShipmentMethod> ShipmentMethods = new()
    {
        List = static set => set.ToGetRequestInformation(),
        Count = static set => set.Count.ToGetRequestInformation(),
        Get = static (set, id) => set[id].ToGetRequestInformation(),
        Create = static (set, body) => set.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set[of.Id].ToPatchRequestInformation(body),
        Delete = static (set, id) => set[id].ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<CurrenciesRequestBuilder, Wire.Currency> Currencies = new()
    {
        List = static set => set.ToGetRequestInformation(),
        Count = static set => set.Count.ToGetRequestInformation(),
        Get = static (set, id) => set[id].ToGetRequestInformation(),
        Create = static (set, body) => set.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set[of.Id].ToPatchRequestInformation(body),
        Delete = static (set, id) => set[id].ToDeleteRequestInformation(),
    };

    /// <summary>A set of one, whose address has no id in it.</summary>
    public static readonly EntityRequests<InvoiceCustomer.CustomerRequestBuilder, Wire.Customer> CustomerOfInvoice = new()
    {
        Get = static (customer, _) => customer.ToGetRequestInformation(),
        Create = static (customer, body) => customer.ToPostRequestInformation(body),
        InsteadOfCreate = "Use company.SalesInvoices[invoiceId].CreateAndAssignCustomerAsync(customer) instead, which is several calls.",
        Update = static (of, body) => of.Set.ToPatchRequestInformation(body),
        Delete = static (customer, _) => customer.ToDeleteRequestInformation(),
    };
}
