using System.Diagnostics;
using System.Globalization;

namespace Financials.Client.Benchmarks.Ledgers;

/// <summary>Imports payments with a ledger, and says what it took of time and memory. In a process of its own, whose memory is the client's.</summary>
internal static class LedgerImport
{
    public const string Switch = "--ledger-import";
    public const string InFile = "file";
    public const string InMemory = "memory";

    /// <summary>How often the heap is looked at, in payments.</summary>
    private const int Between = 500;

    private const int WarmUp = 1_000;

    private static readonly CustomerPayment Payment = SampleData.PaymentToCreate() with { LineNumber = null, DocumentNumber = null };

    /// <param name="kind">Where the ledger is.</param>
    /// <param name="payments">How many payments.</param>
    /// <param name="concurrency">How many are under way at a time.</param>
    public static async Task<int> RunAsync(string kind, string payments, string concurrency)
    {
        var (count, atATime) = (int.Parse(payments, CultureInfo.InvariantCulture), int.Parse(concurrency, CultureInfo.InvariantCulture));
        await ImportAsync(kind, WarmUp, atATime);
        var started = Stopwatch.GetTimestamp();
        var heap = await ImportAsync(kind, count, atATime);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds} {process.PeakWorkingSet64} {heap}"));
        return 0;
    }

    /// <returns>The most bytes that were on the heap.</returns>
    private static async Task<long> ImportAsync(string kind, int count, int concurrency)
    {
        using var service = new PaymentService();
        using var client = new FinancialsClient(SampleData.BusinessCentral, new StaticTokenCredential(SampleData.Token), new() { Transport = service });
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var file = kind == InFile ? new FilePaymentLedger(path) : null;
        try
        {
            var (done, heap) = (0, 0L);
            var payments = client.Companies[SampleData.CompanyId].PaymentJournals[SampleData.JournalId].Payments;
            await foreach (var result in payments.CreateAllAsync(Batch(count), file ?? (PaymentLedger)new InMemoryLedger(), concurrency))
            {
                if (!result.IsCreated)
                {
                    throw result.Failure!;
                }

                if (++done % Between == 0)
                {
                    heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false));
                }
            }

            return done == count && service.Created == count ? heap : throw new InvalidOperationException($"{done} of {count} payments were created, with {service.Created} requests.");
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static IEnumerable<BatchPayment> Batch(int count) => Enumerable.Range(0, count).Select(place => new BatchPayment(
        string.Create(CultureInfo.InvariantCulture, $"2026-01-31/{place}"), Payment with { Amount = -100 - (place % 1_000) }));
}
