using Financials.Client;
using ImportPayments.Output;
using ImportPayments.Rows;

namespace ImportPayments.Import;

/// <summary>Sends the good rows of a file, in one batch with a ledger.</summary>
/// <param name="file">The file.</param>
/// <param name="rejects">Where refused rows go.</param>
/// <param name="references">The names of the payments in the ledger.</param>
/// <param name="earlier">What earlier runs have sent.</param>
/// <param name="counts">Where rows are counted.</param>
/// <param name="interruption">The user's wish to stop.</param>
internal sealed class Sending(
    PaymentFile file, RejectsFile rejects, PaymentReferences references, EarlierRuns earlier, ImportCounts counts, Interruption interruption)
{
    // The client keeps to the number of requests. With more payments than that begun, those that wait for a retry, after a lost
    // response or because the service asked for it, do not hold the others up.
    private const int PaymentsPerRequest = 10;

    private readonly Dictionary<string, PaymentRow> _underWay = new(StringComparer.Ordinal);

    /// <param name="payments">The journal's payments.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="requests">How many requests are in flight at a time.</param>
    /// <param name="pace">Told of each row.</param>
    /// <param name="moved">Called after each row.</param>
    public async Task RunAsync(JournalPaymentsClient payments, IPaymentLedger ledger, int requests, Pace pace, Action moved)
    {
        var batch = Batch().ToAsyncEnumerable();
        await foreach (var result in payments.CreateAllAsync(batch, ledger, requests * PaymentsPerRequest, interruption.Now))
        {
            var row = _underWay[result.Reference];
            _underWay.Remove(result.Reference);
            var wasThere = earlier.HasCreated(row);
            if (result.Refusal is { } refusal)
            {
                Reject(row, refusal);
            }
            else
            {
                counts.AddImported(row, wasThere);
            }

            pace.Advance(wasSent: !wasThere);
            moved();
        }
    }

    /// <summary>The payments to send. It ends early when the user wants to stop; those under way then come to their ends.</summary>
    private IEnumerable<BatchPayment> Batch()
    {
        foreach (var row in file.Rows().Where(row => row.IsGood).TakeWhile(_ => !interruption.IsRequested))
        {
            var reference = references.Of(row);
            _underWay.Add(reference, row);
            yield return new(reference, row.Payment);
        }
    }

    private void Reject(PaymentRow row, FinancialsException refusal)
    {
        RowProblem problem = new(
            $"refused by the service: {refusal.Code ?? "no code"}",
            $"refused by the service: {refusal.ServiceMessage ?? refusal.Message}");
        counts.AddRejected([problem]);
        rejects.Add(row.Source, [problem]);
    }
}
