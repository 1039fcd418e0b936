using System.Text.Json;
using Financials.Client;

namespace PaymentApi;

/// <summary>A payment as the bank tells of it.</summary>
internal sealed record PaymentReceived
{
    /// <summary>The bank's own id of the payment.</summary>
    public required string Reference { get; init; }

    /// <summary>Who paid.</summary>
    public required string CustomerNumber { get; init; }

    /// <summary>The invoice that it is for; null where the bank does not know.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>What was received, positive.</summary>
    public required decimal Amount { get; init; }

    /// <summary>When it was received.</summary>
    public required DateOnly Date { get; init; }

    /// <param name="body">The body of the delivery.</param>
    /// <param name="problems">What is wrong with it.</param>
    /// <returns>The payment; null where something is wrong with it.</returns>
    public static PaymentReceived? Read(byte[] body, out Dictionary<string, string[]> problems)
    {
        problems = [];
        try
        {
            if (JsonSerializer.Deserialize<PaymentReceived>(body, JsonSerializerOptions.Web) is not { } payment)
            {
                problems["$"] = ["The delivery is empty."];
                return null;
            }

            if (string.IsNullOrWhiteSpace(payment.Reference))
            {
                problems["reference"] = ["The bank's id of the payment is missing."];
            }

            if (payment.Amount <= 0)
            {
                problems["amount"] = ["What was received is more than zero."];
            }

            return problems.Count == 0 ? payment : null;
        }
        catch (JsonException unreadable)
        {
            problems[unreadable.Path ?? "$"] = [unreadable.Message];
            return null;
        }
    }

    /// <summary>In the journal, what a customer paid is negative. The document number finds the payment again when it is posted.</summary>
    public BatchPayment ToBatchPayment() => new(Reference, new CustomerPayment
    {
        CustomerNumber = CustomerNumber, AppliesToInvoiceNumber = InvoiceNumber, Amount = -Amount, PostingDate = Date,
    });
}
