namespace Financials.Client.Sandbox.Rules.Posting;

/// <summary>What all entries of one document have in common.</summary>
/// <param name="DocumentType">Its type, as the service names it.</param>
/// <param name="DocumentNumber">Its number.</param>
/// <param name="PostingDate">The date it counts for.</param>
/// <param name="Description">What it says.</param>
internal sealed record Posted(string DocumentType, string DocumentNumber, string PostingDate, string Description)
{
    public const string Payment = "Payment";
    public const string Invoice = "Invoice";
    public const string CreditMemo = "Credit Memo";

    public string ExternalDocumentNumber { get; init; } = "";

    /// <summary>The line or document that is posted, whose dimensions its entries take over; zero for none.</summary>
    public Guid SourceId { get; init; }
}
