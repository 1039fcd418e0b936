using System.Globalization;

namespace Financials.Client.Ledger.Sql.Dispatching;

/// <summary>The rows of the outbox, for those who send its payments.</summary>
/// <param name="database">The database.</param>
/// <param name="keepsDone">Whether payments that exist are kept.</param>
internal sealed class DispatchRows(SqlDatabase database, bool keepsDone)
{
    private const int LongestReason = 2_000;

    private readonly string _waiting = $"""
        SELECT journal.scope, journal.service, journal.company_id, journal.journal_id, journal.failures
        FROM {database.Tables.Journals} AS journal
        WHERE journal.lease_until <= {database.Dialect.Now} AND journal.retry_at <= {database.Dialect.Now}
        AND EXISTS (
            SELECT 1 FROM {database.Tables.Outbox} AS waiting
            WHERE waiting.scope = journal.scope AND waiting.state = 'due' AND waiting.due_at <= {database.Dialect.Now})
        ORDER BY (SELECT MIN(waiting.id) FROM {database.Tables.Outbox} AS waiting WHERE waiting.scope = journal.scope AND waiting.state = 'due')
        {database.Dialect.First("@count")}
        """;

    private readonly string _due = $"""
        SELECT id, reference, payment FROM {database.Tables.Outbox}
        WHERE scope = @scope AND state = 'due' AND id > @after AND due_at <= {database.Dialect.Now}
        ORDER BY id {database.Dialect.First("@count")}
        """;

    private readonly string _park = $"""
        UPDATE {database.Tables.Outbox} SET state = 'parked', attempts = attempts + 1, reason = @reason WHERE id = @id AND state = 'due'
        """;

    private readonly string _fail = $"""
        UPDATE {database.Tables.Journals}
        SET failures = failures + 1, retry_at = {database.Dialect.NowPlus("@delay")}, last_failure = @reason
        WHERE scope = @scope
        """;

    private readonly string _recover = $"UPDATE {database.Tables.Journals} SET failures = 0, last_failure = NULL WHERE scope = @scope";

    /// <summary>The journals whose payments wait and can be sent, that with the oldest payment first.</summary>
    public Task<List<WaitingJournal>> WaitingAsync(int count, CancellationToken cancellationToken) => database.ListAsync(
        _waiting,
        [new("count", count)],
        row => new WaitingJournal(
            row.GetGuid(0), new() { Service = new Uri(row.GetString(1)), CompanyId = row.GetGuid(2), JournalId = row.GetGuid(3) }, row.GetInt32(4)),
        cancellationToken);

    /// <summary>The next payments of a journal that are due, in their order.</summary>
    public Task<List<DuePayment>> DueAsync(Guid scope, long after, int count, CancellationToken cancellationToken) => database.ListAsync(
        _due,
        [new("scope", scope), new("after", after), new("count", count)],
        row => new DuePayment(row.GetInt64(0), row.GetString(1), Outbox.StoredPayment.Read(row.GetString(2))),
        cancellationToken);

    /// <summary>Says that payments exist.</summary>
    public Task DoneAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) => OnAsync(
        ids,
        keepsDone
            ? $"UPDATE {database.Tables.Outbox} SET state = 'done', reason = NULL WHERE id IN "
            : $"DELETE FROM {database.Tables.Outbox} WHERE id IN ",
        [],
        cancellationToken);

    /// <summary>Puts a payment aside until somebody has decided about it.</summary>
    public Task ParkAsync(long id, string reason, CancellationToken cancellationToken) =>
        database.ExecuteAsync(_park, [new("id", id), new("reason", Shortened(reason))], cancellationToken);

    /// <summary>Lets a journal wait, for all workers, and tells why at those of its payments that were under way.</summary>
    public async Task FailAsync(Guid scope, IReadOnlyCollection<long> underWay, string reason, TimeSpan delay, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(
            _fail, [new("scope", scope), new("delay", (long)delay.TotalMilliseconds), new("reason", Shortened(reason))], cancellationToken).ConfigureAwait(false);
        await OnAsync(
            underWay,
            $"UPDATE {database.Tables.Outbox} SET attempts = attempts + 1, reason = @reason WHERE state = 'due' AND id IN ",
            [new("reason", Shortened(reason))],
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says that a journal works again.</summary>
    public Task RecoverAsync(Guid scope, CancellationToken cancellationToken) => database.ExecuteAsync(_recover, [new("scope", scope)], cancellationToken);

    private async Task OnAsync(IReadOnlyCollection<long> ids, string statement, SqlArgument[] arguments, CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Chunk(1_000))
        {
            var numbers = string.Join(", ", chunk.Select(id => id.ToString(CultureInfo.InvariantCulture)));
            await database.ExecuteAsync($"{statement}({numbers})", arguments, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Shortened(string reason) => reason.Length <= LongestReason ? reason : reason[..LongestReason];
}
