using System.Diagnostics;

namespace Financials.Client.Benchmarks.Ledgers;

/// <summary>
/// An import with a ledger in a file beside the same payments sent one by one without any ledger, to a service that takes 20 ms for each
/// request, 2 ms for each payment in it, and five requests at a time.
/// </summary>
internal static class ImportRuns
{
    private const int Imported = 20_000;
    private const int SentOneByOne = 1_000;
    private static readonly TimeSpan PerRequest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PerPayment = TimeSpan.FromMilliseconds(2);

    public static async Task<int> RunAsync()
    {
        var raw = await OneByOneAsync() / SentOneByOne;
        Print($"one by one, no ledger: {raw.TotalMilliseconds,6:0.00} ms a payment");
        foreach (var (size, concurrency) in ((int, int)[])[(100, 1), (1, 1), (1, 5)])
        {
            var count = size == 1 ? SentOneByOne * concurrency : Imported;
            var ours = await ImportAsync(count, size, concurrency) / count;
            Print($"{count,6:N0} with a ledger, up to {size,3} in a request, {concurrency} at a time: {ours.TotalMilliseconds,6:0.00} ms a payment, {raw / ours:0.0} times as fast");
        }

        return 0;
    }

    private static async Task<TimeSpan> OneByOneAsync()
    {
        using var http = new HttpMessageInvoker(new PaymentService(PerRequest, PerPayment));
        var started = Stopwatch.GetTimestamp();
        for (var place = 0; place < SentOneByOne; place++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, SampleData.BusinessCentral.BaseAddress) { Content = new StringContent("""{"customerNumber":"10000","amount":-100}""") };
            using var response = await http.SendAsync(request, CancellationToken.None);
            await response.Content.ReadAsByteArrayAsync();
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task<TimeSpan> ImportAsync(int count, int size, int concurrency)
    {
        var options = new FinancialsClientOptions { Transport = new PaymentService(PerRequest, PerPayment), Resilience = { MaxBatchSize = size } };
        using var client = new FinancialsClient(SampleData.BusinessCentral, new StaticTokenCredential(SampleData.Token), options);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var started = Stopwatch.GetTimestamp();
        using (var ledger = new FilePaymentLedger(path))
        {
            var payments = client.Companies[SampleData.CompanyId].PaymentJournals[SampleData.JournalId].Payments;
            await foreach (var result in payments.CreateAllAsync(LedgerImport.Batch(count), ledger, concurrency))
            {
                if (!result.IsCreated)
                {
                    throw result.Failure!;
                }
            }
        }

        File.Delete(path);
        return Stopwatch.GetElapsedTime(started);
    }

    private static void Print(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));
}
