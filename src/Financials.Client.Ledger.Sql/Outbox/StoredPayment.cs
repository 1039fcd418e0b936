using System.Text.Json;

namespace Financials.Client.Ledger.Sql.Outbox;

/// <summary>A payment as the outbox keeps it: what a caller can set, but for the line number, which the ledger chooses.</summary>
internal sealed record StoredPayment
{
    public string? JournalDisplayName { get; init; }

    public Guid? CustomerId { get; init; }

    public string? CustomerNumber { get; init; }

    public string? ContactId { get; init; }

    public DateOnly? PostingDate { get; init; }

    public string? DocumentNumber { get; init; }

    public string? ExternalDocumentNumber { get; init; }

    public decimal? Amount { get; init; }

    public Guid? AppliesToInvoiceId { get; init; }

    public string? AppliesToInvoiceNumber { get; init; }

    public string? Description { get; init; }

    public string? Comment { get; init; }

    public static string Write(CustomerPayment payment) => JsonSerializer.Serialize(
        new StoredPayment
        {
            JournalDisplayName = payment.JournalDisplayName,
            CustomerId = payment.CustomerId,
            CustomerNumber = payment.CustomerNumber,
            ContactId = payment.ContactId,
            PostingDate = payment.PostingDate,
            DocumentNumber = payment.DocumentNumber,
            ExternalDocumentNumber = payment.ExternalDocumentNumber,
            Amount = payment.Amount,
            AppliesToInvoiceId = payment.AppliesToInvoiceId,
            AppliesToInvoiceNumber = payment.AppliesToInvoiceNumber,
            Description = payment.Description,
            Comment = payment.Comment,
        },
        OutboxJsonContext.Default.StoredPayment);

    /// <returns>Null where the text is none that this version can read whole.</returns>
    public static CustomerPayment? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, OutboxJsonContext.Default.StoredPayment)?.ToPayment();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private CustomerPayment ToPayment() => new()
    {
        JournalDisplayName = JournalDisplayName,
        CustomerId = CustomerId,
        CustomerNumber = CustomerNumber,
        ContactId = ContactId,
        PostingDate = PostingDate,
        DocumentNumber = DocumentNumber,
        ExternalDocumentNumber = ExternalDocumentNumber,
        Amount = Amount,
        AppliesToInvoiceId = AppliesToInvoiceId,
        AppliesToInvoiceNumber = AppliesToInvoiceNumber,
        Description = Description,
        Comment = Comment,
    };
}
