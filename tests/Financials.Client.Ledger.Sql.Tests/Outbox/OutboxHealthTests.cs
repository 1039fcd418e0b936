using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Financials.Client.Ledger.Sql.Tests.Engines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Financials.Client.Ledger.Sql.Tests.Outbox;

[CancelAfter(60_000)]
public class OutboxHealthTests
{
    private OutboxBench _bench = null!;

    [SetUp]
    public async Task StartAsync() => _bench = await OutboxBench.StartAsync(TestDatabase.Sqlite);

    [TearDown]
    public ValueTask EndAsync() => _bench?.DisposeAsync() ?? default;

    [Test]
    public async Task HealthCheck_TellsOfLateAndOfParkedPayments(CancellationToken guard)
    {
        using var worker = _bench.Worker(options => options.LongestWait = TimeSpan.FromHours(1));
        var health = worker.Services.GetRequiredService<HealthCheckService>();
        Assert.That((await health.CheckHealthAsync(guard)).Status, Is.EqualTo(HealthStatus.Healthy));

        await _bench.EnqueueAsync(OutboxBench.Payment(1, customer: "NOBODY"));
        Assert.That((await health.CheckHealthAsync(guard)).Status, Is.EqualTo(HealthStatus.Healthy));
        await _bench.Database.ExecuteAsync($"UPDATE {_bench.Database.Table("payment_outbox")} SET due_at = '2020-01-01 00:00:00.000'");
        var late = (await health.CheckHealthAsync(guard)).Entries["payments"];
        Assert.That((late.Status, late.Description), Is.EqualTo((HealthStatus.Unhealthy, late.Description)));
        Assert.That(late.Description, Does.StartWith("1 payment(s) wait, the oldest for "));

        await _bench.RunAsync(guard);
        var parked = (await health.CheckHealthAsync(guard)).Entries["payments"];
        Assert.That((parked.Status, parked.Description), Is.EqualTo((HealthStatus.Degraded, "1 payment(s) are parked. Release or remove them.")));
        Assert.That(parked.Data["parked"], Is.EqualTo(1L));
    }

    [Test]
    public async Task Metrics_TellWhatWaitsAndWhatWasSent(CancellationToken guard)
    {
        var measured = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == SqlLedgerTelemetry.MeterName)
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.AddOrUpdate(
            tags.Length == 0 ? instrument.Name : $"{instrument.Name} {tags[0].Value}", value, (_, before) => instrument is Counter<long> ? before + value : value));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.Start();
        await _bench.Database.InTransactionAsync(transaction => _bench.Outbox.EnqueueAsync(
            transaction, _bench.Journal, OutboxBench.Payment(9), DateTimeOffset.UtcNow.AddDays(1), guard));
        await _bench.EnqueueAsync(OutboxBench.Payment(1), OutboxBench.Payment(2, customer: "NOBODY"));

        await _bench.RunUntilAsync(
            () =>
            {
                listener.RecordObservableInstruments();
                return Task.FromResult(measured.ContainsKey("financials.outbox.payments created") && measured.ContainsKey("financials.outbox.payments refused"));
            },
            guard);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(measured["financials.outbox.due"], Is.EqualTo(3));
            Assert.That(measured["financials.outbox.parked"], Is.Zero);
            Assert.That(measured["financials.outbox.oldest_due.age"], Is.GreaterThanOrEqualTo(0));
            Assert.That(measured["financials.outbox.payments created"], Is.EqualTo(1));
            Assert.That(measured["financials.outbox.payments refused"], Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Options_ThatCannotWork_StopTheApplicationAtItsStart(CancellationToken guard)
    {
        (Action<PaymentOutboxOptions> Wrong, string Problem)[] cases =
        [
            (options => options.Ledger = null, "Ledger has to be set."),
            (options => options.Ledger = new() { Dialect = SqlLedgerDialect.PostgreSql, TablePrefix = "a;b" }, "Ledger: TablePrefix has to be of letters"),
            (options => options.Ledger = new() { Dialect = SqlLedgerDialect.PostgreSql, Schema = "a\"b" }, "Ledger: Schema has to be of letters"),
            (options => options.Ledger = new() { Dialect = SqlLedgerDialect.Sqlite, Schema = "own" }, "Ledger: SQLite has no schemas"),
            (options => options.Ledger = new() { Dialect = SqlLedgerDialect.Sqlite, LeaseDuration = TimeSpan.Zero }, "Ledger: LeaseDuration has to be from"),
            (options => options.Ledger = new() { Dialect = SqlLedgerDialect.Sqlite, Owner = "" }, "Ledger: Owner has to be"),
            (options => options.MaxConcurrentJournals = 0, "MaxConcurrentJournals has to be from 1"),
            (options => options.ConcurrentPayments = 0, "ConcurrentPayments has to be from 1"),
            (options => options.PollingInterval = TimeSpan.Zero, "PollingInterval has to be at least"),
            (options => options.BaseDelay = TimeSpan.FromSeconds(-1), "BaseDelay has to be zero"),
            (options => options.MaxDelay = TimeSpan.FromDays(2), "MaxDelay has to be from BaseDelay"),
        ];

        foreach (var (wrong, problem) in cases)
        {
            using var worker = _bench.Worker(wrong);
            var error = await Assert.ThrowsAsync<OptionsValidationException>(() => worker.StartAsync(guard));
            Assert.That(error.Message, Does.Contain(problem));
        }
    }
}
