using System.Data.Common;
using System.Globalization;

namespace Financials.Client.Ledger.Sql.Outbox;

/// <summary>The rows of the outbox, for those who look at them.</summary>
/// <param name="database">The database.</param>
internal sealed class OutboxRows(SqlDatabase database)
{
    private readonly string _read = $"""
        SELECT waiting.id, journal.service, journal.company_id, journal.journal_id, waiting.reference, waiting.payment, waiting.state,
            waiting.due_at, waiting.attempts, waiting.reason, waiting.enqueued_at
        FROM {database.Tables.Outbox} AS waiting JOIN {database.Tables.Journals} AS journal ON journal.scope = waiting.scope
        WHERE waiting.state = @state AND waiting.id > @after
        ORDER BY waiting.id {database.Dialect.First("@count")}
        """;

    private readonly string _status = $"""
        SELECT
            (SELECT COUNT(*) FROM {database.Tables.Outbox} WHERE state = 'due'),
            (SELECT COUNT(*) FROM {database.Tables.Outbox} WHERE state = 'parked'),
            (SELECT MIN(due_at) FROM {database.Tables.Outbox} WHERE state = 'due'),
            {database.Dialect.Now}
        """;

    private readonly string _release = $"""
        UPDATE {database.Tables.Outbox} SET state = 'due', due_at = {database.Dialect.Now} WHERE id = @id AND state = 'parked'
        """;

    private readonly string _remove = $"DELETE FROM {database.Tables.Outbox} WHERE id = @id AND state = 'parked'";

    private readonly string _deleteDone = $"""
        DELETE FROM {database.Tables.Outbox} WHERE state = 'done' AND enqueued_at <= {database.Dialect.NowPlus("@age")}
        """;

    public Task<List<OutboxPayment>> PageAsync(OutboxPaymentState state, long after, int count, CancellationToken cancellationToken) =>
        database.ListAsync(_read, [new("state", Name(state)), new("after", after), new("count", count)], Read, cancellationToken);

    public async Task<PaymentOutboxStatus> StatusAsync(CancellationToken cancellationToken)
    {
        var status = await database.ListAsync(
            _status,
            [],
            row => new PaymentOutboxStatus
            {
                Due = Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture),
                Parked = Convert.ToInt64(row.GetValue(1), CultureInfo.InvariantCulture),
                OldestDueAge = row.IsDBNull(2) ? null : Age(row.GetFieldValue<DateTimeOffset>(2), row.GetFieldValue<DateTimeOffset>(3)),
            },
            cancellationToken).ConfigureAwait(false);
        return status[0];
    }

    public async Task<bool> ReleaseAsync(long id, CancellationToken cancellationToken)
    {
        var released = await database.ExecuteAsync(_release, [new("id", id)], cancellationToken).ConfigureAwait(false) == 1;
        if (released && database.Dialect.Notify(database.Tables.Channel) is { } notify)
        {
            await database.ExecuteAsync(notify, [], cancellationToken).ConfigureAwait(false);
        }

        return released;
    }

    public async Task<bool> RemoveAsync(long id, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(_remove, [new("id", id)], cancellationToken).ConfigureAwait(false) == 1;

    public Task<int> DeleteDoneAsync(TimeSpan age, CancellationToken cancellationToken) =>
        database.ExecuteAsync(_deleteDone, [new("age", -(long)age.TotalMilliseconds)], cancellationToken);

    public static string Name(OutboxPaymentState state) => state switch
    {
        OutboxPaymentState.Due => "due",
        OutboxPaymentState.Parked => "parked",
        OutboxPaymentState.Done => "done",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static TimeSpan? Age(DateTimeOffset dueAt, DateTimeOffset now) => dueAt <= now ? now - dueAt : null;

    private static OutboxPayment Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Journal = new() { Service = new Uri(row.GetString(1)), CompanyId = row.GetGuid(2), JournalId = row.GetGuid(3) },
        Reference = row.GetString(4),
        Payment = StoredPayment.Read(row.GetString(5)),
        State = Enum.Parse<OutboxPaymentState>(row.GetString(6), ignoreCase: true),
        DueAt = row.GetFieldValue<DateTimeOffset>(7),
        Attempts = row.GetInt32(8),
        Reason = Rows.Text(row, 9),
        EnqueuedAt = row.GetFieldValue<DateTimeOffset>(10),
    };
}
