namespace Financials.Client.Dialects;

/// <summary>What one company has in one service.</summary>
internal interface ICompanyDialect
{
    IEntityEndpoint<Customer> Customers { get; }

    IEntityEndpoint<PaymentJournal> PaymentJournals { get; }

    IEntityEndpoint<CustomerPayment> CustomerPayments { get; }

    IEntityEndpoint<SalesInvoice> SalesInvoices { get; }

    IEntityEndpoint<PaymentTerm> PaymentTerms { get; }

    IEntityEndpoint<PaymentMethod> PaymentMethods { get; }

    IEntityEndpoint<ShipmentMethod> ShipmentMethods { get; }

    IEntityEndpoint<Currency> Currencies { get; }

    IEntityEndpoint<CustomerPayment> PaymentsOf(Guid journalId);

    /// <returns>The customer, or null where the service answers without it.</returns>
    Task<Customer?> AddCustomerReferenceAsync(Customer customer, CancellationToken cancellationToken);

    Task AddCustomerReferenceAsync(Guid customerId, CancellationToken cancellationToken);

    Task<Currency> CurrencyOfCustomerAsync(Guid customerId, CancellationToken cancellationToken);

    Task<PaymentTerm> PaymentTermOfCustomerAsync(Guid customerId, CancellationToken cancellationToken);

    Task<PaymentMethod> PaymentMethodOfCustomerAsync(Guid customerId, CancellationToken cancellationToken);

    Task<ShipmentMethod> ShipmentMethodOfCustomerAsync(Guid customerId, CancellationToken cancellationToken);

    /// <summary>The customer of a payment; <paramref name="journalId"/> is null for the flat set.</summary>
    Task<Customer> CustomerOfPaymentAsync(Guid? journalId, Guid paymentId, CancellationToken cancellationToken);

    /// <returns>The payment, or null where the service answers without it.</returns>
    Task<CustomerPayment?> CreatePaymentAtAsync(Guid journalId, Guid paymentId, CustomerPayment payment, CancellationToken cancellationToken);

    /// <summary>The customer of an invoice: a single entity behind its own address, which has no id in it.</summary>
    IInvoiceCustomerEndpoint CustomerOfInvoice(Guid invoiceId);

    Task RunAsync(Guid invoiceId, SalesInvoiceAction action, CancellationToken cancellationToken);
}
