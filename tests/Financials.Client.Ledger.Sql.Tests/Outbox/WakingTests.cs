using Financials.Client.Ledger.Sql.Tests.Engines;
using Npgsql;

namespace Financials.Client.Ledger.Sql.Tests.Outbox;

/// <summary>A commit wakes the worker, however long it would sleep.</summary>
[CancelAfter(60_000)]
public class WakingTests
{
    [Test]
    public async Task Commit_OnPostgreSql_WakesAWorkerThatPollsOnceAnHour(CancellationToken guard)
    {
        await using var bench = await OutboxBench.StartAsync(TestDatabase.PostgreSql);
        await using var listener = await ((NpgsqlDataSource)bench.Database.Source).OpenConnectionAsync(guard);
        await using (var listen = new NpgsqlCommand($"LISTEN {bench.Outbox.NotificationChannel}", listener))
        {
            await listen.ExecuteNonQueryAsync(guard);
        }

        var waits = new TaskCompletionSource();
        await bench.RunUntilAsync(
            async () =>
            {
                if (waits.Task.IsCompleted && (await bench.Outbox.GetStatusAsync(guard)).Due == 0 && bench.Payments.Count == 0)
                {
                    await bench.EnqueueAsync(OutboxBench.Payment(1));
                }

                return bench.Payments.Count == 1;
            },
            guard,
            options =>
            {
                options.PollingInterval = TimeSpan.FromHours(1);
                options.WaitForWorkAsync = stopping =>
                {
                    waits.TrySetResult();
                    return listener.WaitAsync(stopping);
                };
            });
    }
}
