using System.Data.Common;
using Financials.Client.Ledger.Sql.Ledger;

namespace Financials.Client.Ledger.Sql;

/// <summary>
/// The ledger of any number of journals in a database, for any number of workers: each journal is leased to one of them at a time, and
/// a worker whose lease another has taken over can write nothing more. Thread-safe.
/// </summary>
public sealed class SqlPaymentLedger : PaymentLedger
{
    private readonly SqlDatabase _database;
    private readonly JournalRows _journals;
    private readonly EntryRows _entries;

    /// <summary>A ledger in a database. Its tables have to be there: see <see cref="EnsureCreatedAsync"/> and <see cref="CreateScript"/>.</summary>
    /// <param name="dataSource">The database. It stays the caller's. Commits have to reach the disk, as they do by default.</param>
    /// <param name="options">Which tables, and how long a journal is leased.</param>
    /// <exception cref="ArgumentException">An option cannot work.</exception>
    public SqlPaymentLedger(DbDataSource dataSource, SqlLedgerOptions options)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        ArgumentNullException.ThrowIfNull(options);
        _database = new(dataSource, options);
        _journals = new(_database);
        _entries = new(_database);
    }

    /// <summary>The script that creates the tables of the ledger and of its outbox where they are missing.</summary>
    /// <param name="options">Which tables.</param>
    /// <exception cref="ArgumentException">An option cannot work.</exception>
    public static string CreateScript(SqlLedgerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Dialect.Script(new SqlTables(options.Checked())).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>Creates the tables of the ledger and of its outbox where they are missing. Several workers may do it at the same time.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task EnsureCreatedAsync(CancellationToken cancellationToken = default)
    {
        var connection = await _database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var close = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var end = transaction.ConfigureAwait(false);
        string?[] statements = [_database.Dialect.LockForCreation, CreateScript(_database.Options)];
        foreach (var statement in statements.OfType<string>())
        {
            await SqlDatabase.ExecuteAsync(connection, transaction, statement, [], cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes the lease of a journal and begins a batch. The lease is given back when the batch ends.</summary>
    /// <param name="journal">The journal that the batch writes to.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the batch works with.</returns>
    /// <exception cref="PaymentLedgerInUseException">Another worker, or another batch of this one, is using the journal.</exception>
    public override async Task<PaymentLedgerBatch> BeginAsync(PaymentJournalAddress journal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(journal);
        var lease = await _journals.TakeAsync(journal, cancellationToken).ConfigureAwait(false);
        return new SqlLedgerBatch(_database, _journals, _entries, lease);
    }

    /// <summary>The last entry of each payment of a journal, ordered by reference. Batches may use the ledger meanwhile.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public IAsyncEnumerable<PaymentLedgerEntry> ReadAllAsync(PaymentJournalAddress journal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return _entries.ReadAllAsync(SqlScope.Of(journal), cancellationToken);
    }

    /// <summary>
    /// Deletes what the ledger knows of payments that were created long ago. Such a payment would be created once more if it were given
    /// under the same reference again, so do this only when that cannot happen any more, such as after the period is closed. Line numbers
    /// are not given out again. Payments that wait in the outbox are kept.
    /// </summary>
    /// <param name="journal">The journal.</param>
    /// <param name="age">How long ago they have to have been created, at least.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many were deleted.</returns>
    public Task<int> DeleteCreatedAsync(PaymentJournalAddress journal, TimeSpan age, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentOutOfRangeException.ThrowIfLessThan(age, TimeSpan.Zero);
        return _entries.DeleteCreatedAsync(SqlScope.Of(journal), age, cancellationToken);
    }
}
