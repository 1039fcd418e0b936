using System.Collections.Concurrent;
using Financials.Client;
using ImportPayments.Output;
using ImportPayments.Rows;
using ImportPayments.Service;

namespace ImportPayments.Import;

/// <summary>Sends the good rows of a file, in one batch with a ledger.</summary>
/// <param name="file">The file.</param>
/// <param name="rejects">Where refused rows go.</param>
/// <param name="unknown">Where rows go whose outcome is unknown.</param>
/// <param name="counts">Where rows are counted.</param>
/// <param name="interruption">The user's wish to stop.</param>
internal sealed class Sending(PaymentFile file, RowsWithReasons rejects, RowsWithReasons unknown, ImportCounts counts, Interruption interruption)
{
    // The client keeps to the number of requests. With more payments than that begun, those that wait for a retry, after a lost
    // response or because the service asked for it, do not hold the others up.
    private const int PaymentsPerRequest = 10;

    private readonly ConcurrentDictionary<string, PaymentRow> _underWay = new(StringComparer.Ordinal);

    /// <param name="target">The journal.</param>
    /// <param name="ledgerFile">The ledger.</param>
    /// <param name="requests">How many requests are in flight at a time.</param>
    /// <param name="pace">Told of each row.</param>
    /// <param name="moved">Called after each row.</param>
    public async Task RunAsync(Target target, PaymentLedger ledgerFile, int requests, Pace pace, Action moved)
    {
        var ledger = new ImportLedger(ledgerFile, target, reference => _underWay[reference]);
        await foreach (var result in target.Payments.CreateAllAsync(Batch(), ledger, requests * PaymentsPerRequest, interruption.Now))
        {
            _underWay.Remove(result.Reference, out var row);
            var wasThere = ledger.TakeWasThere(result.Reference);
            Count(result, row!, wasThere);
            counts.Lost = ledger.Lost;
            pace.Advance(wasSent: !wasThere);
            moved();
        }
    }

    /// <summary>The payments to send. It ends early when the user wants to stop; those under way then come to their ends.</summary>
    private IEnumerable<BatchPayment> Batch()
    {
        foreach (var row in file.Rows().Where(row => row.IsGood).TakeWhile(_ => !interruption.IsRequested))
        {
            _underWay[row.Name] = row;
            yield return new(row.Name, row.Payment);
        }
    }

    private void Count(BatchPaymentResult result, PaymentRow row, bool wasThere)
    {
        switch (result)
        {
            case { Outcome: BatchPaymentOutcome.Unknown, Failure: { } open }:
                counts.AddUnknown();
                unknown.Add(row.Source, [new("outcome unknown", FormattableString.Invariant(
                    $"outcome unknown: {open.Message} Look for line {result.LineNumber} of the journal and for document {result.DocumentNumber} among what was posted."))]);
                break;
            case { Failure: { } refusal }:
                var reason = $"refused by the service: {refusal.ServiceMessage ?? refusal.Message}";
                counts.AddRejected([new(reason, reason)]);
                rejects.Add(row.Source, [new(reason, reason)]);
                break;
            default:
                counts.AddImported(row, wasThere);
                break;
        }
    }
}
