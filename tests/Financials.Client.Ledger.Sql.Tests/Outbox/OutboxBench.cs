using System.Globalization;
using Financials.Client.Ledger.Sql.Tests.Engines;
using Financials.Client.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Financials.Client.Ledger.Sql.Tests.Outbox;

/// <summary>A database with an outbox, a service, and workers that send from one to the other.</summary>
internal sealed class OutboxBench : IAsyncDisposable
{
    private readonly FinancialsClient _client;

    private OutboxBench(TestDatabase database, FinancialsSandbox sandbox)
    {
        (Database, Sandbox) = (database, sandbox);
        _client = sandbox.CreateBusinessCentralClient(new() { Resilience = new() { BaseDelay = TimeSpan.Zero } });
        Outbox = new(database.Source, database.Options());
    }

    public TestDatabase Database { get; }

    public FinancialsSandbox Sandbox { get; }

    public PaymentOutbox Outbox { get; }

    public Guid JournalId => Sandbox.Company.DefaultJournal.Id!.Value;

    public PaymentJournalAddress Journal => _client.Companies[Sandbox.Company.Id].PaymentJournals[JournalId].Address;

    public IReadOnlyList<CustomerPayment> Payments => Sandbox.Company.Payments(JournalId);

    public static async Task<OutboxBench> StartAsync(string engine)
    {
        var database = await TestDatabase.CreateAsync(engine);
        var sandbox = await FinancialsSandbox.StartAsync(new() { SampleData = false });
        var bench = new OutboxBench(database, sandbox);
        await bench._client.Companies[sandbox.Company.Id].Customers.CreateAsync(new() { Number = "C1", DisplayName = "Coho" });
        return bench;
    }

    public static BatchPayment Payment(int number, string customer = "C1") => new(
        string.Create(CultureInfo.InvariantCulture, $"payment {number}"),
        new CustomerPayment
        {
            CustomerNumber = customer,
            Amount = -number,
            PostingDate = new DateOnly(2026, 3, 1),
            DocumentNumber = string.Create(CultureInfo.InvariantCulture, $"B-{number}"),
        });

    public Task EnqueueAsync(params BatchPayment[] payments) =>
        Database.InTransactionAsync(transaction => Outbox.EnqueueAsync(transaction, Journal, payments));

    public Task<List<OutboxPayment>> ReadAsync(OutboxPaymentState state) => Outbox.ReadAsync(state).ToListAsync().AsTask();

    /// <summary>Runs a worker until something is so.</summary>
    public async Task RunUntilAsync(Func<Task<bool>> isSo, CancellationToken guard, Action<PaymentOutboxOptions>? configure = null)
    {
        using var worker = Worker(configure);
        await worker.StartAsync(guard);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await isSo())
        {
            await look.WaitForNextTickAsync(guard);
        }

        await worker.StopAsync(guard);
    }

    /// <summary>Runs a worker until no payment is due.</summary>
    public Task RunAsync(CancellationToken guard, Action<PaymentOutboxOptions>? configure = null) =>
        RunUntilAsync(async () => (await Outbox.GetStatusAsync(guard)).Due == 0, guard, configure);

    public IHost Worker(Action<PaymentOutboxOptions>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton(Database.Source).AddSingleton(_client);
        builder.Services.AddHealthChecks().AddCheck<PaymentOutboxHealthCheck>("payments");
        builder.Services.AddFinancialsPaymentOutbox(options =>
        {
            options.Ledger = Database.Options();
            options.PollingInterval = TimeSpan.FromMilliseconds(20);
            options.BaseDelay = TimeSpan.Zero;
            configure?.Invoke(options);
        });
        return builder.Build();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Sandbox.DisposeAsync();
        await Database.DisposeAsync();
    }
}
