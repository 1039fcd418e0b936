using System.Data.Common;
using Financials.Client.Ledger.Sql.Tests.Engines;
using Financials.Client.Ledger.Sql.Tests.Outbox;
using Financials.Client.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Financials.Client.Ledger.Sql.Tests.Readme;

/// <summary>The C# of the package's README, word for word, compiled and run.</summary>
public class ReadmeTests
{
    [Test]
    public void Readme_EveryCSharpFence_IsOneOfTheSnippetsBelow()
    {
        var fences = MarkedText.Fences(File.ReadAllText(Repository.PathOf("src/Financials.Client.Ledger.Sql/README.md")));
        var snippets = MarkedText.Snippets(File.ReadAllText(Repository.PathOf("tests/Financials.Client.Ledger.Sql.Tests/Readme/ReadmeTests.cs")));
        Assert.That(fences, Is.EquivalentTo(snippets.Values).And.Not.Empty);
    }

    [Test]
    public void Readme_Lines_FitOnAScreen() =>
        Assert.That(File.ReadAllLines(Repository.PathOf("src/Financials.Client.Ledger.Sql/README.md")).Where(line => line.Length > 125), Is.Empty);

    [Test]
    public async Task Snippets_RunOneAfterTheOther_Work()
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var database = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);
        await using var bench = await OutboxBench.StartAsync(TestDatabase.PostgreSql);
        using var client = bench.Sandbox.CreateBusinessCentralClient();
        var (company, journalId) = (client.Companies[bench.Sandbox.Company.Id], bench.JournalId);
        var journal = company.PaymentJournals[journalId];
        await using var npgsqlDataSource = NpgsqlDataSource.Create($"{database.Engine.ConnectionString};Search Path={database.Engine.Schema}");
        var dataSource = npgsqlDataSource;
        BatchPayment[] payments = [OutboxBench.Payment(1)];

        // snippet: ledger
        var ledger = new SqlPaymentLedger(dataSource, new SqlLedgerOptions { Dialect = SqlLedgerDialect.PostgreSql });
        await ledger.EnsureCreatedAsync();

        JournalPaymentsClient target = company.PaymentJournals[journalId].Payments;
        await foreach (BatchPaymentResult result in target.CreateAllAsync(payments, ledger, concurrency: 5))
        {
            Console.WriteLine($"{result.Reference}: {result.Outcome}");
        }
        // end
        Assert.That(bench.Payments, Has.Count.EqualTo(1));

        var outbox = new PaymentOutbox(dataSource, new() { Dialect = SqlLedgerDialect.PostgreSql });
        var payment = OutboxBench.Payment(2, customer: "NOBODY").Payment;
        await using var connection = await dataSource.OpenConnectionAsync(guard.Token);

        // snippet: enqueue
        await using DbTransaction transaction = await connection.BeginTransactionAsync();
        // … your own changes …
        await outbox.EnqueueAsync(transaction, journal.Address, new BatchPayment("invoice 103001", payment));
        await transaction.CommitAsync();
        // end

        var builder = Host.CreateEmptyApplicationBuilder(new());
        var services = builder.Services.AddSingleton(client);

        // snippet: dispatch
        services.AddSingleton<DbDataSource>(dataSource);
        services.AddFinancialsPaymentOutbox(options =>
        {
            options.Ledger = new SqlLedgerOptions { Dialect = SqlLedgerDialect.PostgreSql };
        });
        services.AddHealthChecks().AddCheck<PaymentOutboxHealthCheck>("payments");
        // end

        var options = new PaymentOutboxOptions();

        // snippet: listen
        NpgsqlConnection listener = await npgsqlDataSource.OpenConnectionAsync();
        await using var listen = new NpgsqlCommand("LISTEN financials_payment_outbox", listener);
        await listen.ExecuteNonQueryAsync();
        options.WaitForWorkAsync = listener.WaitAsync;
        // end
        services.Configure<PaymentOutboxOptions>(all => all.WaitForWorkAsync = options.WaitForWorkAsync);

        using var worker = builder.Build();
        await worker.StartAsync(guard.Token);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while ((await outbox.GetStatusAsync(guard.Token)).Parked == 0)
        {
            await look.WaitForNextTickAsync(guard.Token);
        }

        await worker.StopAsync(guard.Token);

        // snippet: parked
        await foreach (OutboxPayment parked in outbox.ReadAsync(OutboxPaymentState.Parked))
        {
            Console.WriteLine($"{parked.Id} {parked.Reference}: {parked.Reason}");
            await outbox.ReleaseAsync(parked.Id); // or RemoveAsync
        }
        // end
        Assert.That((await outbox.GetStatusAsync(guard.Token)).Due, Is.EqualTo(1));
        await listener.DisposeAsync();
    }
}
