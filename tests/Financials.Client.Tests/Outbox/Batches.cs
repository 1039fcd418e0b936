using System.Globalization;

namespace Financials.Client.Tests.Outbox;

/// <summary>Batches of payments, and what came of them.</summary>
internal static class Batches
{
    /// <summary>Payments of which every second is the same as the one before it, but for its reference.</summary>
    public static List<BatchPayment> Of(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new BatchPayment(
            string.Create(CultureInfo.InvariantCulture, $"line {i + 1}"),
            new CustomerPayment { CustomerNumber = "C0001", Amount = -100 - (i / 2), PostingDate = new DateOnly(2026, 3, 1) }))];

    public static async Task<List<BatchPaymentResult>> RunAsync(
        this JournalPaymentsClient payments, IEnumerable<BatchPayment> batch, PaymentLedger ledger, CancellationToken cancellationToken, int concurrency = 1)
    {
        var results = new List<BatchPaymentResult>();
        await foreach (var result in payments.CreateAllAsync(batch, ledger, concurrency, cancellationToken))
        {
            results.Add(result);
        }

        return results;
    }
}
