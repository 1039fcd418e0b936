using System.Globalization;

namespace Financials.Client.Ledger.Sql;

/// <summary>Another worker is using the journal. This is normal where several workers run: take another journal, or try later.</summary>
public class PaymentLedgerInUseException : InvalidOperationException
{
    /// <summary>The error for a journal.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="owner">Who holds its lease; null where that is not known.</param>
    /// <param name="leasedUntil">When the lease ends unless it is renewed, by the database's clock.</param>
    public PaymentLedgerInUseException(PaymentJournalAddress journal, string? owner, DateTimeOffset leasedUntil)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"The {journal} is in use by {owner ?? "another worker"} until {leasedUntil.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff}Z, and longer if it goes on."))
    {
        Owner = owner;
        LeasedUntil = leasedUntil;
    }

    /// <summary>Who holds the lease; null where that is not known.</summary>
    public string? Owner { get; }

    /// <summary>When the lease ends unless it is renewed, by the database's clock.</summary>
    public DateTimeOffset LeasedUntil { get; }
}
