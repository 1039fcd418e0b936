namespace Financials.Client.Dialects;

/// <summary>What can be done with an invoice besides changing it.</summary>
internal enum SalesInvoiceAction
{
    Post,
    Send,
    PostAndSend,
    Cancel,
    CancelAndSend,
}
