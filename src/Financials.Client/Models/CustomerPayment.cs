using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// A customer payment: a line of a payment journal, not posted yet. Immutable: change it with a <c>with</c> expression. A property that is null is one that has no value or that was
/// not read; a create sends the properties that are not null and leaves the others to the service.
/// </summary>
public sealed record CustomerPayment : IEntity<CustomerPayment>
{
    /// <summary>The service's id; null until it has been created.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that was read; null until it has been created.</summary>
    public string? ETag { get; init; }

    /// <summary>
    /// The name of the payment's journal, which the service sets from the journal itself. Setting it is for services that take it
    /// in the request; most refuse it.
    /// </summary>
    public string? JournalDisplayName { get; init; }

    /// <summary>
    /// The place in the journal and, with the journal, the payment's key. Leave it null: a payment that is created through its journal gets
    /// one above the journal's highest before it is first sent, by which it can be found if the response is lost.
    /// </summary>
    public int? LineNumber { get; init; }

    /// <summary>The customer who pays; where given together with <see cref="CustomerNumber"/>, the two must agree.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>The number of the customer who pays, at most 20 characters.</summary>
    public string? CustomerNumber { get; init; }

    /// <summary>The contact, at most 250 characters. Business Central's API v2.0 has none: null when read, and refused when set.</summary>
    public string? ContactId { get; init; }

    /// <summary>The day on which the payment is to be posted.</summary>
    public DateOnly? PostingDate { get; init; }

    /// <summary>The document number, at most 20 characters; the service makes one when it is null. Not unique.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The number in the payer's or the bank's own system, at most 35 characters. Not unique.</summary>
    public string? ExternalDocumentNumber { get; init; }

    /// <summary>The amount, sent and returned with the sign you give. A payment that is received has to be negative to be posted.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The posted invoice that is paid; where given together with <see cref="AppliesToInvoiceNumber"/>, the two must agree.</summary>
    public Guid? AppliesToInvoiceId { get; init; }

    /// <summary>The number of the posted invoice that is paid, at most 20 characters.</summary>
    public string? AppliesToInvoiceNumber { get; init; }

    /// <summary>The description, at most 100 characters; the service fills it in when it is null.</summary>
    public string? Description { get; init; }

    /// <summary>A comment, at most 250 characters.</summary>
    public string? Comment { get; init; }

    /// <summary>When the payment was last changed.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    /// <summary>The customer who pays; null unless the query asked to expand it.</summary>
    public Customer? Customer { get; internal init; }

    /// <summary>The journal that the payment is in; null where the service does not say.</summary>
    public Guid? JournalId { get; internal init; }

    Original<CustomerPayment> IEntity<CustomerPayment>.Original { get; set; }
}
