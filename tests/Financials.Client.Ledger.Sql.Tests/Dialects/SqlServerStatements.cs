using Financials.Client.Ledger.Sql.Dispatching;
using Financials.Client.Ledger.Sql.Outbox;
using Financials.Client.Ledger.Sql.Tests.Outbox;

namespace Financials.Client.Ledger.Sql.Tests.Dialects;

/// <summary>Every statement that the package sends to SQL Server, once.</summary>
internal static class SqlServerStatements
{
    private static readonly PaymentJournalAddress Journal = new()
    {
        Service = new Uri("https://service.example/api/v2.0"), CompanyId = Guid.Empty, JournalId = Guid.Empty,
    };

    public static async Task<IReadOnlyList<string>> AllAsync(CancellationToken guard)
    {
        await using var source = new RecordingDataSource();
        var options = new SqlLedgerOptions { Dialect = SqlLedgerDialect.SqlServer, Schema = "payments" };
        var (ledger, outbox) = (new SqlPaymentLedger(source, options), new PaymentOutbox(source, options));
        await ledger.EnsureCreatedAsync(guard);

        // The journal is neither free nor leased, so it is added; then it is free.
        source.Rows.Enqueue([]);
        source.Rows.Enqueue([]);
        source.Rows.Enqueue([Guid.Empty, 7, null, 1L]);
        await using (var batch = await ledger.BeginAsync(Journal, guard))
        {
            var entry = new PaymentLedgerEntry { Reference = "a", State = PaymentLedgerState.Sending, LineNumber = 10_007, Digest = "D" };
            await batch.FindAsync("a", guard);
            await batch.WriteAsync([entry, entry with { Reference = "b", LineNumber = 20_007 }], guard);
        }

        await ledger.ReadAllAsync(Journal, guard).ToListAsync(guard);
        await ledger.DeleteCreatedAsync(Journal, TimeSpan.FromDays(1), guard);
        await using (var connection = await source.OpenConnectionAsync(guard))
        {
            await using var transaction = await connection.BeginTransactionAsync(guard);
            source.Rows.Enqueue(["payment 1"]);
            await outbox.EnqueueAsync(transaction, Journal, OutboxBench.Payment(1), cancellationToken: guard);
            source.Rows.Enqueue(["payment 1"]);
            await outbox.EnqueueAsync(transaction, Journal, OutboxBench.Payment(1), DateTimeOffset.UnixEpoch, guard);

            // It is there already.
            source.Rows.Enqueue([]);
            source.Rows.Enqueue(["payment 1", StoredPayment.Write(OutboxBench.Payment(1).Payment)]);
            await outbox.EnqueueAsync(transaction, Journal, OutboxBench.Payment(1), cancellationToken: guard);
        }

        source.Rows.Enqueue([0, 0, null, DateTimeOffset.UnixEpoch]);
        await outbox.GetStatusAsync(guard);
        await outbox.ReadAsync(OutboxPaymentState.Parked, guard).ToListAsync(guard);
        await outbox.ReleaseAsync(1, guard);
        await outbox.RemoveAsync(1, guard);
        await outbox.DeleteDoneAsync(TimeSpan.FromDays(1), guard);
        foreach (var keepsDone in (bool[])[false, true])
        {
            var rows = new DispatchRows(new SqlDatabase(source, options), keepsDone);
            await rows.DoneAsync([1, 2], guard);
            await rows.WaitingAsync(4, guard);
            await rows.DueAsync(Guid.Empty, 0, 200, guard);
            await rows.ParkAsync(1, "reason", guard);
            await rows.FailAsync(Guid.Empty, [1], "reason", TimeSpan.FromSeconds(1), guard);
            await rows.RecoverAsync(Guid.Empty, guard);
        }

        return [.. source.Statements.Distinct().Select(statement => statement.ReplaceLineEndings("\n").Trim())];
    }
}
