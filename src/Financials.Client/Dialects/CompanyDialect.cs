using Financials.Client.Transport;

namespace Financials.Client.Dialects;

/// <summary>
/// One company as one service has it. What a service lacks throws <see cref="FinancialsNotSupportedException"/>, which names the call
/// that works instead, so that nothing is sent.
/// </summary>
internal abstract class CompanyDialect
{
    /// <summary>The address of the company, without a slash at its end.</summary>
    public abstract Uri Address { get; }

    public abstract EntityEndpoint<Customer> Customers { get; }

    public abstract EntityEndpoint<PaymentJournal> PaymentJournals { get; }

    public abstract EntityEndpoint<CustomerPayment> CustomerPayments { get; }

    public abstract EntityEndpoint<SalesInvoice> SalesInvoices { get; }

    public abstract EntityEndpoint<PaymentTerm> PaymentTerms { get; }

    public abstract EntityEndpoint<PaymentMethod> PaymentMethods { get; }

    public abstract EntityEndpoint<ShipmentMethod> ShipmentMethods { get; }

    public abstract EntityEndpoint<Currency> Currencies { get; }

    public abstract EntityEndpoint<TaxArea> TaxAreas { get; }

    public abstract EntityEndpoint<CountryRegion> CountriesAndRegions { get; }

    public abstract EntityEndpoint<Account> Accounts { get; }

    public abstract EntityEndpoint<GeneralLedgerEntry> GeneralLedgerEntries { get; }

    public abstract EntityEndpoint<Dimension> Dimensions { get; }

    public abstract EntityEndpoint<DimensionValue> ValuesOfDimension(Guid dimensionId);

    public abstract EntityEndpoint<DefaultDimension> DefaultDimensionsOfCustomer(Guid customerId);

    public abstract EntityEndpoint<DimensionSetLine> DimensionsOfPayment(Guid paymentId);

    public abstract EntityEndpoint<DimensionSetLine> DimensionsOfInvoice(Guid invoiceId);

    public abstract ServiceCall<CustomerFinancialDetails> FinancialDetailsOfCustomer(Guid customerId);

    public abstract EntityEndpoint<CustomerPayment> PaymentsOf(Guid journalId);

    /// <summary>The customer of an invoice: a single entity behind its own address, which has no id in it.</summary>
    public abstract EntityEndpoint<Customer> CustomerOfInvoice(Guid invoiceId);

    public abstract EntityEndpoint<SalesInvoiceLine> LinesOfInvoice(Guid invoiceId);

    public abstract EntityEndpoint<Attachment> AttachmentsOfInvoice(Guid invoiceId);

    public abstract EntityEndpoint<Attachment> AttachmentsOfPayment(Guid paymentId);

    /// <summary>The content of an attachment.</summary>
    public abstract ServiceCall<byte[]> ContentOf(Guid attachmentId);

    /// <summary>Writes the content of an attachment.</summary>
    public abstract ServiceRequest Write(Guid attachmentId, ReadOnlyMemory<byte> content, string etag);

    /// <summary>The printed form of an invoice.</summary>
    public abstract ServiceCall<byte[]> PdfOfInvoice(Guid invoiceId);

    public abstract ServiceRequest AddCustomerReference(Customer customer);

    public abstract ServiceRequest AddCustomerReference(Guid customerId);

    public abstract ServiceCall<Currency> CurrencyOfCustomer(Guid customerId);

    public abstract ServiceCall<PaymentTerm> PaymentTermOfCustomer(Guid customerId);

    public abstract ServiceCall<PaymentMethod> PaymentMethodOfCustomer(Guid customerId);

    public abstract ServiceCall<ShipmentMethod> ShipmentMethodOfCustomer(Guid customerId);

    /// <summary>The customer of a payment; <paramref name="journalId"/> is null for the flat set.</summary>
    public abstract ServiceCall<Customer> CustomerOfPayment(Guid? journalId, Guid paymentId);

    /// <summary>Creates a payment at an address that has its id in it.</summary>
    public abstract ServiceRequest CreatePaymentAt(Guid journalId, Guid paymentId, CustomerPayment payment);

    /// <summary>Posts all lines of a journal.</summary>
    public abstract ServiceRequest PostJournal(Guid journalId);

    public abstract ServiceRequest Run(Guid invoiceId, SalesInvoiceAction action);
}
