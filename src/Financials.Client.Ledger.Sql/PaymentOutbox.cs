using System.Data.Common;
using System.Runtime.CompilerServices;
using Financials.Client.Ledger.Sql.Outbox;

namespace Financials.Client.Ledger.Sql;

/// <summary>
/// Payments that are stored in the application's own transaction and sent when it is committed, each exactly once. They are sent by
/// applications that call <c>AddFinancialsPaymentOutbox</c>. Thread-safe.
/// </summary>
public sealed class PaymentOutbox
{
    private const int PageSize = 200;

    private readonly SqlDatabase _database;
    private readonly OutboxRows _rows;
    private readonly EnqueueRows _enqueue;

    /// <summary>An outbox in a database. Its tables have to be there: see <see cref="SqlPaymentLedger.EnsureCreatedAsync"/>.</summary>
    /// <param name="dataSource">The database. It stays the caller's.</param>
    /// <param name="options">Which tables.</param>
    /// <exception cref="ArgumentException">An option cannot work.</exception>
    public PaymentOutbox(DbDataSource dataSource, SqlLedgerOptions options)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        ArgumentNullException.ThrowIfNull(options);
        _database = new(dataSource, options);
        _rows = new(_database);
        _enqueue = new(_database);
    }

    /// <summary>The channel on which PostgreSQL tells listeners of committed payments. Other databases have no such thing.</summary>
    public string NotificationChannel => _database.Tables.Channel;

    /// <summary>
    /// Stores a payment in a transaction. It is sent once the transaction is committed; when it is rolled back, nothing is sent. The same
    /// payment under the same reference may be enqueued any number of times, as where messages are delivered more than once: it is sent once.
    /// </summary>
    /// <param name="transaction">The application's transaction, on the database of the outbox.</param>
    /// <param name="journal">The journal; see <see cref="PaymentJournalClient.Address"/>.</param>
    /// <param name="payment">The payment, with a posting date and without a line number.</param>
    /// <param name="notBefore">When it is to be sent at the earliest. Default: at once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The payment lacks what it needs.</exception>
    /// <exception cref="DuplicatePaymentException">Another one with its reference or document number is in the outbox. Roll the transaction back.</exception>
    public Task EnqueueAsync(
        DbTransaction transaction, PaymentJournalAddress journal, BatchPayment payment, DateTimeOffset? notBefore = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return EnqueueAsync(transaction, journal, [payment], notBefore, cancellationToken);
    }

    /// <summary>Stores payments in a transaction, many with each statement.</summary>
    /// <param name="transaction">The application's transaction, on the database of the outbox.</param>
    /// <param name="journal">The journal; see <see cref="PaymentJournalClient.Address"/>.</param>
    /// <param name="payments">The payments, with posting dates and without line numbers. They are sent in this order.</param>
    /// <param name="notBefore">When they are to be sent at the earliest. Default: at once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">A payment lacks what it needs.</exception>
    /// <exception cref="DuplicatePaymentException">Another one with a payment's reference or document number is in the outbox. Roll the transaction back.</exception>
    public Task EnqueueAsync(
        DbTransaction transaction,
        PaymentJournalAddress journal,
        IReadOnlyCollection<BatchPayment> payments,
        DateTimeOffset? notBefore = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(payments);
        return _enqueue.AddAsync(transaction, journal, payments, notBefore, cancellationToken);
    }

    /// <summary>How much there is in the outbox.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<PaymentOutboxStatus> GetStatusAsync(CancellationToken cancellationToken = default) => _rows.StatusAsync(cancellationToken);

    /// <summary>The payments of one state, oldest first, read in pages as they are enumerated.</summary>
    /// <param name="state">The state.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async IAsyncEnumerable<OutboxPayment> ReadAsync(OutboxPaymentState state, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var after = 0L; ;)
        {
            var page = await _rows.PageAsync(state, after, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var payment in page)
            {
                yield return payment;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            after = page[^1].Id;
        }
    }

    /// <summary>
    /// Lets a parked payment be sent once more, before those that were enqueued after it. One whose outcome was unknown is looked for first, and
    /// parked again where nothing tells.
    /// </summary>
    /// <param name="id">The payment's <see cref="OutboxPayment.Id"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it was parked.</returns>
    public Task<bool> ReleaseAsync(long id, CancellationToken cancellationToken = default) => _rows.ReleaseAsync(id, cancellationToken);

    /// <summary>
    /// Removes a parked payment. It can be enqueued again under its reference where the service refused it; one whose outcome was unknown
    /// needs another reference, and a look at the service before.
    /// </summary>
    /// <param name="id">The payment's <see cref="OutboxPayment.Id"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it was parked.</returns>
    public Task<bool> RemoveAsync(long id, CancellationToken cancellationToken = default) => _rows.RemoveAsync(id, cancellationToken);

    /// <summary>Deletes payments that exist and were enqueued long ago. The ledger still knows that they were sent.</summary>
    /// <param name="age">How long ago, at least.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many were deleted.</returns>
    public Task<int> DeleteDoneAsync(TimeSpan age, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(age, TimeSpan.Zero);
        return _rows.DeleteDoneAsync(age, cancellationToken);
    }
}
