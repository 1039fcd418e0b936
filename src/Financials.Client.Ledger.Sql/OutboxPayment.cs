namespace Financials.Client.Ledger.Sql;

/// <summary>A payment in the outbox.</summary>
public sealed record OutboxPayment
{
    /// <summary>Its number in the outbox.</summary>
    public required long Id { get; init; }

    /// <summary>The journal that it is for.</summary>
    public required PaymentJournalAddress Journal { get; init; }

    /// <summary>Your own name for it.</summary>
    public required string Reference { get; init; }

    /// <summary>The payment; null where it was enqueued by a newer version of this package and cannot be read.</summary>
    public required CustomerPayment? Payment { get; init; }

    /// <summary>What it waits for.</summary>
    public required OutboxPaymentState State { get; init; }

    /// <summary>When it is to be sent at the earliest.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How often sending it failed.</summary>
    public required int Attempts { get; init; }

    /// <summary>Why sending it failed last; null where it did not.</summary>
    public required string? Reason { get; init; }

    /// <summary>When it was enqueued.</summary>
    public required DateTimeOffset EnqueuedAt { get; init; }
}
