using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Financials.Client.Ledger.Sql;

/// <summary>How the payments of an outbox are sent.</summary>
public sealed class PaymentOutboxOptions
{
    /// <summary>Which tables, and how long a journal is leased. Has to be set.</summary>
    public SqlLedgerOptions? Ledger { get; set; }

    /// <summary>Where the database is. Default: the container's <see cref="DbDataSource"/>.</summary>
    public Func<IServiceProvider, DbDataSource> DataSource { get; set; } = static provider => provider.GetRequiredService<DbDataSource>();

    /// <summary>Which client sends the payments of a journal. Default: the container's <see cref="FinancialsClient"/>.</summary>
    public Func<IServiceProvider, PaymentJournalAddress, FinancialsClient> Client { get; set; } =
        static (provider, _) => provider.GetRequiredService<FinancialsClient>();

    /// <summary>How many journals this worker works on at a time, from 1 to 1,000. Default: 4.</summary>
    public int MaxConcurrentJournals { get; set; } = 4;

    /// <summary>
    /// How many payments of one journal are under way at a time, from 1 to 1,000. Default: 5. They are begun in the order in which they
    /// were enqueued; only with 1 does each wait for the one before it.
    /// </summary>
    public int ConcurrentPayments { get; set; } = 5;

    /// <summary>How often the database is asked for payments when nothing else says that there are any; at least 10 milliseconds. Default: 5 seconds.</summary>
    public TimeSpan PollingInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Completes when there may be new payments, such as when a notification of the database arrives on
    /// <see cref="PaymentOutbox.NotificationChannel"/>. Polling goes on beside it, at <see cref="PollingInterval"/>. Default: null, for
    /// polling only.
    /// </summary>
    public Func<CancellationToken, Task>? WaitForWorkAsync { get; set; }

    /// <summary>Whether payments that exist are kept in the outbox. Default: false, and they are deleted.</summary>
    public bool KeepsDone { get; set; }

    /// <summary>The delay before a journal that failed is worked on again, doubled for each further failure. Default: 5 seconds.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest of these delays. Default: 5 minutes. A longer one that the service asks for is kept.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>For how long a payment may wait before <see cref="PaymentOutboxHealthCheck"/> is unhealthy. Default: 15 minutes.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>What is wrong with the options; null where nothing is.</summary>
    internal string? Problem() =>
        Ledger is null ? $"{nameof(Ledger)} has to be set."
        : Ledger.Problem() is { } problem ? $"{nameof(Ledger)}: {problem}"
        : DataSource is null || Client is null ? $"{nameof(DataSource)} and {nameof(Client)} cannot be null."
        : MaxConcurrentJournals is < 1 or > 1_000 ? $"{nameof(MaxConcurrentJournals)} has to be from 1 to 1,000."
        : ConcurrentPayments is < 1 or > 1_000 ? $"{nameof(ConcurrentPayments)} has to be from 1 to 1,000."
        : PollingInterval < TimeSpan.FromMilliseconds(10) ? $"{nameof(PollingInterval)} has to be at least 10 milliseconds."
        : BaseDelay < TimeSpan.Zero ? $"{nameof(BaseDelay)} has to be zero or longer."
        : MaxDelay < BaseDelay || MaxDelay > TimeSpan.FromDays(1) ? $"{nameof(MaxDelay)} has to be from {nameof(BaseDelay)} to one day."
        : null;
}
