using Financials.Client.Generated.BusinessCentral;
using CompanyBuilder = Financials.Client.Generated.BusinessCentral.CompaniesWithCompanyId.CompaniesWithCompanyIdRequestBuilder;
using CustomerBuilder = Financials.Client.Generated.BusinessCentral.CompaniesWithCompanyId.CustomersWithCustomerId.CustomersWithCustomerIdRequestBuilder;
using InvoiceBuilder = Financials.Client.Generated.BusinessCentral.CompaniesWithCompanyId.SalesInvoicesWithSalesInvoiceId.SalesInvoicesWithSalesInvoiceIdRequestBuilder;
using InvoiceCustomerBuilder = Financials.Client.Generated.BusinessCentral.CompaniesWithCompanyId.SalesInvoicesWithSalesInvoiceId.Customer.CustomerRequestBuilder;
using JournalBuilder = Financials.Client.Generated.BusinessCentral.CompaniesWithCompanyId.CustomerPaymentJournalsWithJournalId.CustomerPaymentJournalsWithJournalIdRequestBuilder;
using PaymentBuilder = Financials.Client.Generated.BusinessCentral.CompaniesWithCompanyId.CustomerPaymentsWithPaymentId.CustomerPaymentsWithPaymentIdRequestBuilder;
using Wire = Financials.Client.Generated.BusinessCentral.Models;

namespace Financials.Client.Dialects.BusinessCentral;

/// <summary>
/// How the generated builders of each set are called. A set and one of its entities are two members of whatever holds the set, so it is
/// the holder that stands for the set here.
/// </summary>
internal static class BusinessCentralSets
{
    public static readonly EntityRequests<BusinessCentralApi, Wire.Company> Companies = new()
    {
        List = static api => api.Companies.ToGetRequestInformation(),
        Get = static (api, id) => api.CompaniesWithCompanyId(id).ToGetRequestInformation(),
    };

    public static readonly EntityRequests<CompanyBuilder, Wire.Customer> Customers = new()
    {
        List = static company => company.Customers.ToGetRequestInformation(),
        Count = static company => company.Customers.Count.ToGetRequestInformation(),
        Get = static (company, id) => company.CustomersWithCustomerId(id).ToGetRequestInformation(),
        Create = static (company, body) => company.Customers.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set.CustomersWithCustomerId(of.Id).ToPatchRequestInformation(body),
        Delete = static (company, id) => company.CustomersWithCustomerId(id).ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<CompanyBuilder, Wire.CustomerPaymentJournal> PaymentJournals = new()
    {
        List = static company => company.CustomerPaymentJournals.ToGetRequestInformation(),
        Count = static company => company.CustomerPaymentJournals.Count.ToGetRequestInformation(),
        Get = static (company, id) => company.CustomerPaymentJournalsWithJournalId(id).ToGetRequestInformation(),
        Create = static (company, body) => company.CustomerPaymentJournals.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set.CustomerPaymentJournalsWithJournalId(of.Id).ToPatchRequestInformation(body),
        Delete = static (company, id) => company.CustomerPaymentJournalsWithJournalId(id).ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<CompanyBuilder, Wire.SalesInvoice> SalesInvoices = new()
    {
        List = static company => company.SalesInvoices.ToGetRequestInformation(),
        Count = static company => company.SalesInvoices.Count.ToGetRequestInformation(),
        Get = static (company, id) => company.SalesInvoicesWithSalesInvoiceId(id).ToGetRequestInformation(),
        Create = static (company, body) => company.SalesInvoices.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set.SalesInvoicesWithSalesInvoiceId(of.Id).ToPatchRequestInformation(body),
        Delete = static (company, id) => company.SalesInvoicesWithSalesInvoiceId(id).ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<CompanyBuilder, Wire.PaymentTerm> PaymentTerms = new()
    {
        List = static company => company.PaymentTerms.ToGetRequestInformation(),
        Count = static company => company.PaymentTerms.Count.ToGetRequestInformation(),
        Get = static (company, id) => company.PaymentTermsWithPaymentTermId(id).ToGetRequestInformation(),
        Create = static (company, body) => company.PaymentTerms.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set.PaymentTermsWithPaymentTermId(of.Id).ToPatchRequestInformation(body),
        Delete = static (company, id) => company.PaymentTermsWithPaymentTermId(id).ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<CompanyBuilder, Wire.PaymentMethod> PaymentMethods = new()
    {
        List = static company => company.PaymentMethods.ToGetRequestInformation(),
        Count = static company => company.PaymentMethods.Count.ToGetRequestInformation(),
        Get = static (company, id) => company.PaymentMethodsWithPaymentMethodId(id).ToGetRequestInformation(),
        Create = static (company, body) => company.PaymentMethods.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set.PaymentMethodsWithPaymentMethodId(of.Id).ToPatchRequestInformation(body),
        Delete = static (company, id) => company.PaymentMethodsWithPaymentMethodId(id).ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<CompanyBuilder, Wire.ShipmentMethod> ShipmentMethods = new()
    {
        List = static company => company.ShipmentMethods.ToGetRequestInformation(),
        Count = static company => company.ShipmentMethods.Count.ToGetRequestInformation(),
        Get = static (company, id) => company.ShipmentMethodsWithShipmentMethodId(id).ToGetRequestInformation(),
        Create = static (company, body) => company.ShipmentMethods.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set.ShipmentMethodsWithShipmentMethodId(of.Id).ToPatchRequestInformation(body),
        Delete = static (company, id) => company.ShipmentMethodsWithShipmentMethodId(id).ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<CompanyBuilder, Wire.Currency> Currencies = new()
    {
        List = static company => company.Currencies.ToGetRequestInformation(),
        Count = static company => company.Currencies.Count.ToGetRequestInformation(),
        Get = static (company, id) => company.CurrenciesWithCurrencyId(id).ToGetRequestInformation(),
        Create = static (company, body) => company.Currencies.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set.CurrenciesWithCurrencyId(of.Id).ToPatchRequestInformation(body),
        Delete = static (company, id) => company.CurrenciesWithCurrencyId(id).ToDeleteRequestInformation(),
    };

    /// <summary>By ids, or by a filter that names the journal. A new payment needs a journal, which only the address of the other set names.</summary>
    public static readonly EntityRequests<CompanyBuilder, Wire.CustomerPayment> CustomerPayments = new()
    {
        List = static company => company.CustomerPayments.ToGetRequestInformation(),
        Count = static company => company.CustomerPayments.Count.ToGetRequestInformation(),
        Get = static (company, id) => company.CustomerPaymentsWithPaymentId(id).ToGetRequestInformation(),
        InsteadOfCreate = "Use company.PaymentJournals[journalId].Payments.CreateAsync(payment) instead.",
        Update = static (of, body) => of.Set.CustomerPaymentsWithPaymentId(of.Id).ToPatchRequestInformation(body),
        Delete = static (company, id) => company.CustomerPaymentsWithPaymentId(id).ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<JournalBuilder, Wire.CustomerPayment> PaymentsOfJournal = new()
    {
        List = static journal => journal.CustomerPayments.ToGetRequestInformation(),
        Count = static journal => journal.CustomerPayments.Count.ToGetRequestInformation(),
        Get = static (journal, id) => journal.CustomerPaymentsWithPaymentId(id).ToGetRequestInformation(),
        Create = static (journal, body) => journal.CustomerPayments.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set.CustomerPaymentsWithPaymentId(of.Id).ToPatchRequestInformation(body),
        Delete = static (journal, id) => journal.CustomerPaymentsWithPaymentId(id).ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<InvoiceBuilder, Wire.SalesInvoiceLine> LinesOfInvoice = new()
    {
        List = static invoice => invoice.SalesInvoiceLines.ToGetRequestInformation(),
        Count = static invoice => invoice.SalesInvoiceLines.Count.ToGetRequestInformation(),
        Get = static (invoice, id) => invoice.SalesInvoiceLinesWithLineId(id).ToGetRequestInformation(),
        Create = static (invoice, body) => invoice.SalesInvoiceLines.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set.SalesInvoiceLinesWithLineId(of.Id).ToPatchRequestInformation(body),
        Delete = static (invoice, id) => invoice.SalesInvoiceLinesWithLineId(id).ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<CompanyBuilder, Wire.TaxArea> TaxAreas = new()
    {
        List = static company => company.TaxAreas.ToGetRequestInformation(),
        Count = static company => company.TaxAreas.Count.ToGetRequestInformation(),
        Get = static (company, id) => company.TaxAreasWithTaxAreaId(id).ToGetRequestInformation(),
        Create = static (company, body) => company.TaxAreas.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set.TaxAreasWithTaxAreaId(of.Id).ToPatchRequestInformation(body),
        Delete = static (company, id) => company.TaxAreasWithTaxAreaId(id).ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<CompanyBuilder, Wire.CountryRegion> CountriesAndRegions = new()
    {
        List = static company => company.CountriesRegions.ToGetRequestInformation(),
        Count = static company => company.CountriesRegions.Count.ToGetRequestInformation(),
        Get = static (company, id) => company.CountriesRegionsWithCountryRegionId(id).ToGetRequestInformation(),
        Create = static (company, body) => company.CountriesRegions.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set.CountriesRegionsWithCountryRegionId(of.Id).ToPatchRequestInformation(body),
        Delete = static (company, id) => company.CountriesRegionsWithCountryRegionId(id).ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<CompanyBuilder, Wire.Account> Accounts = new()
    {
        List = static company => company.Accounts.ToGetRequestInformation(),
        Count = static company => company.Accounts.Count.ToGetRequestInformation(),
        Get = static (company, id) => company.AccountsWithAccountId(id).ToGetRequestInformation(),
    };

    public static readonly EntityRequests<CompanyBuilder, Wire.GeneralLedgerEntry> GeneralLedgerEntries = new()
    {
        List = static company => company.GeneralLedgerEntries.ToGetRequestInformation(),
        Count = static company => company.GeneralLedgerEntries.Count.ToGetRequestInformation(),
        Get = static (company, id) => company.GeneralLedgerEntriesWithEntryId(id).ToGetRequestInformation(),
    };

    public static readonly EntityRequests<CompanyBuilder, Wire.Dimension> Dimensions = new()
    {
        List = static company => company.Dimensions.ToGetRequestInformation(),
        Count = static company => company.Dimensions.Count.ToGetRequestInformation(),
        Get = static (company, id) => company.DimensionsWithDimensionId(id).ToGetRequestInformation(),
    };

    /// <summary>Listed behind their dimension, and read one by one from the set of all values.</summary>
    public static readonly EntityRequests<(CompanyBuilder Company, Guid DimensionId), Wire.DimensionValue> ValuesOfDimension = new()
    {
        List = static of => of.Company.DimensionsWithDimensionId(of.DimensionId).DimensionValues.ToGetRequestInformation(),
        Get = static (of, id) => of.Company.DimensionValuesWithDimensionValueId(id).ToGetRequestInformation(),
    };

    public static readonly EntityRequests<CustomerBuilder, Wire.DefaultDimension> DefaultDimensionsOfCustomer = new()
    {
        List = static customer => customer.DefaultDimensions.ToGetRequestInformation(),
        Get = static (customer, id) => customer.DefaultDimensionsWithDefaultDimensionId(id).ToGetRequestInformation(),
        Create = static (customer, body) => customer.DefaultDimensions.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set.DefaultDimensionsWithDefaultDimensionId(of.Id).ToPatchRequestInformation(body),
        Delete = static (customer, id) => customer.DefaultDimensionsWithDefaultDimensionId(id).ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<PaymentBuilder, Wire.DimensionSetLine> DimensionsOfPayment = new()
    {
        List = static payment => payment.DimensionSetLines.ToGetRequestInformation(),
        Get = static (payment, id) => payment.DimensionSetLinesWithDimensionId(id).ToGetRequestInformation(),
        Create = static (payment, body) => payment.DimensionSetLines.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set.DimensionSetLinesWithDimensionId(of.Id).ToPatchRequestInformation(body),
        Delete = static (payment, id) => payment.DimensionSetLinesWithDimensionId(id).ToDeleteRequestInformation(),
    };

    public static readonly EntityRequests<InvoiceBuilder, Wire.DimensionSetLine> DimensionsOfInvoice = new()
    {
        List = static invoice => invoice.DimensionSetLines.ToGetRequestInformation(),
        Get = static (invoice, id) => invoice.DimensionSetLinesWithDimensionId(id).ToGetRequestInformation(),
        Create = static (invoice, body) => invoice.DimensionSetLines.ToPostRequestInformation(body),
        Update = static (of, body) => of.Set.DimensionSetLinesWithDimensionId(of.Id).ToPatchRequestInformation(body),
        Delete = static (invoice, id) => invoice.DimensionSetLinesWithDimensionId(id).ToDeleteRequestInformation(),
    };

    /// <summary>Only the list and the create go through the invoice, which then need not name it.</summary>
    public static readonly EntityRequests<InvoiceOfCompany, Wire.Attachment> AttachmentsOfInvoice = new()
    {
        List = static of => of.Invoice.Attachments.ToGetRequestInformation(),
        Get = static (of, id) => of.Company.AttachmentsWithAttachmentId(id).ToGetRequestInformation(),
        Create = static (of, body) => of.Invoice.Attachments.ToPostRequestInformation(body.To(parentId: null, parentType: null)),
        Update = static (of, body) => of.Set.Company.AttachmentsWithAttachmentId(of.Id).ToPatchRequestInformation(body),
        Delete = static (of, id) => of.Company.AttachmentsWithAttachmentId(id).ToDeleteRequestInformation(),
    };

    /// <summary>By the flat set alone: payments have no navigation to their attachments.</summary>
    public static readonly EntityRequests<PaymentOfCompany, Wire.Attachment> AttachmentsOfPayment = new()
    {
        List = static of => of.Company.Attachments.ToGetRequestInformation(),
        Condition = static of => $"parentId eq {of.PaymentId}",
        Get = static (of, id) => of.Company.AttachmentsWithAttachmentId(id).ToGetRequestInformation(),
        Create = static (of, body) => of.Company.Attachments.ToPostRequestInformation(body.To(of.PaymentId, AttachmentParentType.Journal.Value)),
        Update = static (of, body) => of.Set.Company.AttachmentsWithAttachmentId(of.Id).ToPatchRequestInformation(body),
        Delete = static (of, id) => of.Company.AttachmentsWithAttachmentId(id).ToDeleteRequestInformation(),
    };

    /// <summary>A set of one, whose address has no id in it. It can only be read.</summary>
    public static readonly EntityRequests<InvoiceCustomerBuilder, Wire.Customer> CustomerOfInvoice = new()
    {
        Get = static (customer, _) => customer.ToGetRequestInformation(),
        InsteadOfCreate = "Use company.SalesInvoices[invoiceId].CreateAndAssignCustomerAsync(customer) instead, which is several calls.",
        InsteadOfChange = "Use company.Customers.UpdateAsync(customer) or company.Customers.DeleteAsync(customer) instead.",
    };

    /// <summary>Says what a new attachment belongs to. It says it of every one, because wire models are used again.</summary>
    private static Wire.Attachment To(this Wire.Attachment body, Guid? parentId, string? parentType)
    {
        body.ParentId = parentId;
        body.ParentType = parentType;
        return body;
    }

    /// <summary>An invoice beside its company: its attachments are found through the one and changed through the other.</summary>
    public readonly record struct InvoiceOfCompany(CompanyBuilder Company, InvoiceBuilder Invoice);

    /// <summary>A payment beside its company.</summary>
    public readonly record struct PaymentOfCompany(CompanyBuilder Company, Guid PaymentId);
}
