using Microsoft.Extensions.Logging;

namespace Financials.Client.Ledger.Sql.Dispatching;

/// <summary>The outbox's log entries. Their ids are for filters and alerts, so they keep their meaning.</summary>
internal static partial class OutboxLog
{
    [LoggerMessage(1, LogLevel.Information, "{Payments} payment(s) of the {Journal} are created")]
    public static partial void Sent(this ILogger log, int payments, PaymentJournalAddress journal);

    [LoggerMessage(2, LogLevel.Warning, "The payment {Reference} of the {Journal} is parked as {Id}: {Reason}")]
    public static partial void Parked(this ILogger log, string reference, PaymentJournalAddress journal, long id, string reason);

    [LoggerMessage(3, LogLevel.Warning, "The {Journal} failed and is worked on again after {Delay}")]
    public static partial void Failed(this ILogger log, Exception failure, PaymentJournalAddress journal, TimeSpan delay);

    [LoggerMessage(4, LogLevel.Information, "The {Journal} is another worker's now")]
    public static partial void TakenOver(this ILogger log, PaymentJournalAddress journal);

    [LoggerMessage(5, LogLevel.Error, "The outbox could not be read; the next try comes after {Delay}")]
    public static partial void Unreadable(this ILogger log, Exception failure, TimeSpan delay);

    [LoggerMessage(6, LogLevel.Warning, "Waiting for a notification failed; the outbox is polled until the next try")]
    public static partial void NotNotified(this ILogger log, Exception failure);
}
