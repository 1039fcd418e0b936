using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// A customer. Immutable: change it with a <c>with</c> expression. A property that is null is one that has no value or that was
/// not read; a create sends the properties that are not null and leaves the others to the service.
/// </summary>
public sealed record Customer : IEntity<Customer>
{
    /// <summary>The service's id; null until it has been created.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that was read; null until it has been created.</summary>
    public string? ETag { get; init; }

    /// <summary>
    /// The customer number, at most 20 characters, stored in upper case and unique in the company. The service takes the next one
    /// of the company's number series when it is null; giving one makes a create safe to retry.
    /// </summary>
    public string? Number { get; init; }

    /// <summary>The name, at most 100 characters. Required to create a customer.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Whether the customer is a company or a person.</summary>
    public CustomerType? Type { get; init; }

    /// <summary>The postal address.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>The telephone number, at most 30 characters.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The e-mail address, at most 80 characters. The service refuses one that is malformed.</summary>
    public string? Email { get; init; }

    /// <summary>The address of the home page.</summary>
    public string? Website { get; init; }

    /// <summary>Whether sales tax is calculated for the customer.</summary>
    public bool? TaxLiable { get; init; }

    /// <summary>The tax area.</summary>
    public Guid? TaxAreaId { get; init; }

    /// <summary>The tax area's name.</summary>
    public string? TaxAreaDisplayName { get; internal init; }

    /// <summary>The tax registration number.</summary>
    public string? TaxRegistrationNumber { get; init; }

    /// <summary>The currency of the customer's documents; where given together with <see cref="CurrencyCode"/>, the two must agree.</summary>
    public Guid? CurrencyId { get; init; }

    /// <summary>The currency's code, for example <c>USD</c>.</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>The payment terms.</summary>
    public Guid? PaymentTermsId { get; init; }

    /// <summary>The shipment method.</summary>
    public Guid? ShipmentMethodId { get; init; }

    /// <summary>The payment method.</summary>
    public Guid? PaymentMethodId { get; init; }

    /// <summary>The payment terms as a value, the form of 2017. Business Central's API v2.0 refuses it and has <see cref="PaymentTermsId"/>.</summary>
    public CodeDescription? PaymentTerms { get; init; }

    /// <summary>The shipment method as a value, the form of 2017. Business Central's API v2.0 refuses it and has <see cref="ShipmentMethodId"/>.</summary>
    public CodeDescription? ShipmentMethod { get; init; }

    /// <summary>The payment method as a value, the form of 2017. Business Central's API v2.0 refuses it and has <see cref="PaymentMethodId"/>.</summary>
    public CodeDescription? PaymentMethod { get; init; }

    /// <summary>Which dealings with the customer are blocked.</summary>
    public CustomerBlocked? Blocked { get; init; }

    /// <summary>What the customer owes, in the company's currency; null in Business Central's API v2.0, which has <see cref="BalanceDue"/>.</summary>
    public decimal? Balance { get; internal init; }

    /// <summary>The part of <see cref="Balance"/> that is overdue; null in Business Central's API v2.0.</summary>
    public decimal? OverdueAmount { get; internal init; }

    /// <summary>All sales to the customer, without tax; null in Business Central's API v2.0.</summary>
    public decimal? TotalSalesExcludingTax { get; internal init; }

    /// <summary>When the customer was last changed.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    /// <summary>The currency; null unless the query asked to expand it.</summary>
    public Currency? Currency { get; internal init; }

    /// <summary>The payment terms; null unless the query asked to expand them.</summary>
    public PaymentTerm? PaymentTerm { get; internal init; }

    /// <summary>
    /// What the customer owes and has bought; null unless the query asked to expand it. In Business Central's API v2.0 only: elsewhere null.
    /// </summary>
    public CustomerFinancialDetails? FinancialDetails { get; internal init; }

    /// <summary>The code of the salesperson, at most 20 characters. In Business Central's API v2.0 only: elsewhere null when read, and refused when set.</summary>
    public string? SalespersonCode { get; init; }

    /// <summary>How much the customer may owe, in the company's currency. In Business Central's API v2.0 only: elsewhere null when read, and refused when set.</summary>
    public decimal? CreditLimit { get; init; }

    /// <summary>What the customer owes and is due. In Business Central's API v2.0 only: elsewhere null.</summary>
    public decimal? BalanceDue { get; internal init; }

    Original<Customer> IEntity<Customer>.Original { get; set; }
}
