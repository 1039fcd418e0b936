using Financials.Client;

namespace WorkerService;

/// <summary>One payment as a file in the inbox has it.</summary>
/// <param name="Reference">
/// The bank's own id of the payment, its own among those of all files: a payment that comes in two files, or in a file that is dropped
/// once more, is known by it.
/// </param>
/// <param name="CustomerNumber">Who paid.</param>
/// <param name="Amount">What was received, positive.</param>
/// <param name="PostingDate">When it was received. Left out, the service would take the date of the line before it, however old.</param>
/// <param name="DocumentNumber">
/// The number of the document, its own for each payment: posting takes the journal's lines away, and a payment is found by it then.
/// </param>
internal sealed record IncomingPayment(string Reference, string CustomerNumber, decimal Amount, DateOnly PostingDate, string DocumentNumber)
{
    /// <summary>In the journal, what a customer paid is negative.</summary>
    public BatchPayment ToBatchPayment() => new(Reference, new CustomerPayment
    {
        CustomerNumber = CustomerNumber,
        Amount = -Amount,
        PostingDate = PostingDate,
        DocumentNumber = DocumentNumber,
    });
}
