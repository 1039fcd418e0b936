using System.Data.Common;

namespace Financials.Client.Ledger.Sql.Ledger;

/// <summary>The row of a journal: it is there before the first payment, and its lease has one holder.</summary>
/// <param name="database">The database.</param>
internal sealed class JournalRows(SqlDatabase database)
{
    private readonly string _insert = $"""
        INSERT INTO {database.Tables.Journals}
            (scope, service, company_id, journal_id, ledger_id, line_number_offset, last_line_number, owner, lease_until, fence, failures, retry_at, last_failure)
        SELECT @scope, @service, @company, @journal, @ledger, @offset, NULL, NULL, {database.Dialect.Now}, 0, 0, {database.Dialect.Now}, NULL
        WHERE NOT EXISTS (SELECT 1 FROM {database.Tables.Journals} WHERE scope = @scope)
        {database.Dialect.ExceptTaken}
        """;

    private readonly string _take = $"""
        UPDATE {database.Tables.Journals}
        SET fence = fence + 1, owner = @owner, lease_until = {database.Dialect.NowPlus("@lease")}
        {database.Dialect.Output("inserted", "ledger_id", "line_number_offset", "last_line_number", "fence")}
        WHERE scope = @scope AND lease_until <= {database.Dialect.Now}
        {database.Dialect.Returning("ledger_id", "line_number_offset", "last_line_number", "fence")}
        """;

    private readonly string _renew = $"""
        {database.Dialect.EndWhenIdle}UPDATE {database.Tables.Journals}
        SET lease_until = {database.Dialect.NowPlus("@lease")}, last_line_number = @last
        WHERE scope = @scope AND fence = @fence
        """;

    private readonly string _release = $"""
        UPDATE {database.Tables.Journals} SET lease_until = {database.Dialect.Now}, owner = NULL WHERE scope = @scope AND fence = @fence
        """;

    private readonly string _holder = $"SELECT owner, lease_until FROM {database.Tables.Journals} WHERE scope = @scope";

    private long LeaseMilliseconds => (long)database.Options.LeaseDuration.TotalMilliseconds;

    /// <summary>Adds the row of a journal where it is missing.</summary>
    public Task AddAsync(DbConnection connection, DbTransaction? transaction, PaymentJournalAddress journal, CancellationToken cancellationToken) =>
        SqlDatabase.ExecuteAsync(
            connection,
            transaction,
            _insert,
            [
                new("scope", SqlScope.Of(journal)), new("service", SqlScope.Service(journal)), new("company", journal.CompanyId), new("journal", journal.JournalId),
                new("ledger", Guid.NewGuid()), new("offset", PaymentLineNumbers.NewOffset()),
            ],
            cancellationToken);

    /// <exception cref="PaymentLedgerInUseException">Another worker holds the lease.</exception>
    public async Task<JournalLease> TakeAsync(PaymentJournalAddress journal, CancellationToken cancellationToken)
    {
        var scope = SqlScope.Of(journal);
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var close = connection.ConfigureAwait(false);
        for (var isNew = false; ;)
        {
            var began = database.Options.TimeProvider.GetTimestamp();
            var taken = await SqlDatabase.ListAsync(
                connection,
                null,
                _take,
                [new("scope", scope), new("owner", database.Options.Owner), new("lease", LeaseMilliseconds)],
                row => new JournalLease(
                    journal, scope, row.GetGuid(0), new PaymentLineNumbers(row.GetInt32(1)), Rows.Number(row, 2), row.GetInt64(3), began),
                cancellationToken).ConfigureAwait(false);
            if (taken is [var lease])
            {
                return lease;
            }

            var holders = await SqlDatabase.ListAsync(
                connection, null, _holder, [new("scope", scope)], row => (Owner: Rows.Text(row, 0), Until: row.GetFieldValue<DateTimeOffset>(1)), cancellationToken)
                .ConfigureAwait(false);
            if (holders is [var holder])
            {
                throw new PaymentLedgerInUseException(journal, holder.Owner, holder.Until);
            }

            if (isNew)
            {
                throw new InvalidOperationException($"The row of the {journal} was deleted while the journal was begun.");
            }

            isNew = true;
            await AddAsync(connection, null, journal, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>Whether the lease was still there.</returns>
    public async Task<bool> RenewAsync(DbConnection connection, DbTransaction transaction, JournalLease lease, CancellationToken cancellationToken) =>
        await SqlDatabase.ExecuteAsync(
            connection,
            transaction,
            _renew,
            [new("scope", lease.Scope), new("fence", lease.Fence), new("lease", LeaseMilliseconds), new("last", lease.LineNumbers.Last)],
            cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>Gives the lease back; nothing happens where it is another's by now.</summary>
    public Task ReleaseAsync(JournalLease lease, CancellationToken cancellationToken) =>
        database.ExecuteAsync(_release, [new("scope", lease.Scope), new("fence", lease.Fence)], cancellationToken);
}
