using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Financials.Client.Ledger.Sql.Tests.Engines;
using Financials.Client.Sandbox;

namespace Financials.Client.Ledger.Sql.Tests.Workers;

/// <summary>Worker processes beside each other on one database and one service.</summary>
internal sealed class WorkerBench : IAsyncDisposable
{
    private readonly List<Process> _workers = [];
    private readonly TimeSpan _lease;
    private readonly List<PaymentJournalAddress> _journals = [];

    private WorkerBench(TestDatabase database, FinancialsSandbox sandbox, TimeSpan lease)
    {
        (Database, Sandbox, _lease) = (database, sandbox, lease);
        Outbox = new(database.Source, database.Options());
    }

    public TestDatabase Database { get; }

    public FinancialsSandbox Sandbox { get; }

    public PaymentOutbox Outbox { get; }

    public IReadOnlyList<Process> Workers => _workers;

    /// <summary>What the workers have logged.</summary>
    public ConcurrentQueue<string> Log { get; } = [];

    /// <param name="engine">The database's.</param>
    /// <param name="journals">How many.</param>
    /// <param name="lease">How long a worker holds a journal.</param>
    /// <param name="processing">How long the service takes for a request, however many it has.</param>
    public static async Task<WorkerBench> StartAsync(string engine, int journals, TimeSpan lease, TimeSpan processing = default)
    {
        var database = await TestDatabase.CreateAsync(engine);
        var limits = processing == TimeSpan.Zero
            ? null
            : new SandboxLimits { ConcurrentRequests = 1_000, RequestsPerWindow = int.MaxValue, ProcessingTime = processing };
        var sandbox = await FinancialsSandbox.StartAsync(new() { SampleData = false, Limits = limits, MaxRecordedRequests = 100, Token = "token" });
        var bench = new WorkerBench(database, sandbox, lease);
        using var client = sandbox.CreateBusinessCentralClient();
        var company = client.Companies[sandbox.Company.Id];
        await company.Customers.CreateAsync(new() { Number = "C1", DisplayName = "Coho" });
        for (var number = 1; number <= journals; number++)
        {
            var journal = await company.PaymentJournals.CreateAsync(new() { Code = string.Create(CultureInfo.InvariantCulture, $"J{number}") });
            bench._journals.Add(company.PaymentJournals[journal.Id!.Value].Address);
        }

        return bench;
    }

    /// <summary>Enqueues payments for all journals, at most 500 with each commit.</summary>
    /// <param name="count">How many.</param>
    /// <param name="first">The number of the first.</param>
    public async Task EnqueueAsync(int count, int first = 1)
    {
        var number = first;
        for (var turn = 0; number < first + count; turn++)
        {
            var size = Math.Min(Math.Clamp(count / _journals.Count, 1, 500), first + count - number);
            var journal = _journals[turn % _journals.Count];
            var payments = Enumerable.Range(number, size).Select(Payment).ToList();
            await Database.InTransactionAsync(transaction => Outbox.EnqueueAsync(transaction, journal, payments));
            number += size;
        }

        static BatchPayment Payment(int number) => new(
            string.Create(CultureInfo.InvariantCulture, $"payment {number}"),
            new CustomerPayment { CustomerNumber = "C1", Amount = -100, PostingDate = new DateOnly(2026, 3, 1), ExternalDocumentNumber = Number(number) });
    }

    public static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"E{number}");

    public Process StartWorker(string name, int maxBatchSize = 100)
    {
        var worker = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet",
            [
                Path.Combine(TestContext.CurrentContext.TestDirectory, "Financials.Client.Ledger.Sql.Worker.dll"),
                .. Database.Engine.Arguments,
                Sandbox.BusinessCentralAddress.AbsoluteUri,
                _lease.TotalSeconds.ToString(CultureInfo.InvariantCulture),
                name,
                maxBatchSize.ToString(CultureInfo.InvariantCulture),
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        worker.OutputDataReceived += (_, line) => Keep(line.Data);
        worker.ErrorDataReceived += (_, line) => Keep(line.Data);
        worker.BeginOutputReadLine();
        worker.BeginErrorReadLine();
        _workers.Add(worker);
        return worker;

        void Keep(string? line)
        {
            if (line is not null)
            {
                Log.Enqueue($"{name}: {line}");
            }
        }
    }

    public void Kill(Process worker)
    {
        worker.Kill();
        worker.WaitForExit();
        _workers.Remove(worker);
        worker.Dispose();
    }

    /// <summary>Whether everything was sent. What was parked is released, as somebody would who has looked at it.</summary>
    public async Task<bool> IsAllSentAsync()
    {
        var status = await Outbox.GetStatusAsync();
        if (status.Parked > 0)
        {
            foreach (var parked in await Outbox.ReadAsync(OutboxPaymentState.Parked).ToListAsync())
            {
                Released.Add(parked.Reason!);
                await Outbox.ReleaseAsync(parked.Id);
            }
        }

        return status is { Due: 0, Parked: 0 };
    }

    /// <summary>The reasons why payments were parked.</summary>
    public List<string> Released { get; } = [];

    public void AssertEachIsThereOnce(int count)
    {
        var sent = Sandbox.Company.AllPayments;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent.GroupBy(payment => payment.ExternalDocumentNumber).Where(same => same.Count() > 1).Select(same => same.Key), Is.Empty, "paid twice");
            Assert.That(sent, Has.Count.EqualTo(count), "lost");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers.ToList())
        {
            Kill(worker);
        }

        await Sandbox.DisposeAsync();
        await Database.DisposeAsync();
    }
}
