using System.Collections.Concurrent;
using System.Globalization;

namespace Financials.Client.KillTarget;

/// <summary>Creates payments that are the same in every process, several at a time.</summary>
internal sealed class Writer(JournalPaymentsClient payments, int count)
{
    private const int AtATime = 5;

    /// <summary>How often a batch is run that the service does not let come to its end.</summary>
    private const int MostRuns = 20;

    public async Task<IReadOnlyCollection<WriterResult>> CreateEachAsync()
    {
        var results = new ConcurrentQueue<WriterResult>();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (place, _) =>
            results.Enqueue(await CreateAsync(place)));
        return results;
    }

    public async Task<IReadOnlyCollection<WriterResult>> RunBatchAsync(string path)
    {
        using var ledger = new FilePaymentLedger(path);
        for (var run = 1; ; run++)
        {
            try
            {
                return await RunOnceAsync(ledger);
            }
            catch (FinancialsException) when (run < MostRuns)
            {
                // As its documentation says: run the batch again.
            }
        }
    }

    private async Task<List<WriterResult>> RunOnceAsync(FilePaymentLedger ledger)
    {
        var results = new List<WriterResult>();
        var batch = Enumerable.Range(0, count).Select(place => new BatchPayment(string.Create(CultureInfo.InvariantCulture, $"line {place + 1}"), Payment(place)));
        await foreach (var result in payments.CreateAllAsync(batch, ledger, AtATime))
        {
            var place = int.Parse(result.Reference.AsSpan("line ".Length), CultureInfo.InvariantCulture) - 1;
            results.Add(new(result.Outcome.ToString(), Payment(place).Amount!.Value, result.LineNumber, result.PaymentId, result.DocumentNumber));
        }

        return results;
    }

    private async Task<WriterResult> CreateAsync(int place)
    {
        var payment = Payment(place);
        try
        {
            var created = await payments.CreateAsync(payment);
            return new("Created", payment.Amount!.Value, created.LineNumber, created.Id, DocumentNumber: null);
        }
        catch (FinancialsOutcomeUnknownException unknown)
        {
            return new("Unknown", payment.Amount!.Value, (unknown.Entity as CustomerPayment)?.LineNumber, PaymentId: null, DocumentNumber: null);
        }
        catch (FinancialsException)
        {
            return new("Refused", payment.Amount!.Value, LineNumber: null, PaymentId: null, DocumentNumber: null);
        }
    }

    /// <summary>Every second is the same as the one before it.</summary>
    private static CustomerPayment Payment(int place) => new() { CustomerNumber = "C0001", Amount = -100 - (place / 2), PostingDate = new DateOnly(2026, 3, 1) };
}
