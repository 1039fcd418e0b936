using Financials.Client;
using ImportPayments.Arguments;
using ImportPayments.Output;
using ImportPayments.Rows;
using ImportPayments.Service;

namespace ImportPayments.Import;

/// <summary>One import: reads the file once to check it, and once more to send it.</summary>
/// <param name="arguments">What the user asked for.</param>
/// <param name="screen">Where it says what it does.</param>
/// <param name="progress">What shows how it goes.</param>
/// <param name="interruption">The user's wish to stop.</param>
/// <param name="time">The clock.</param>
/// <param name="open">Opens the journal; given what the ledger has.</param>
internal sealed class PaymentImport(
    ImportArguments arguments,
    Screen screen,
    IProgressDisplay progress,
    Interruption interruption,
    TimeProvider time,
    Func<IReadOnlyList<PaymentLedgerEntry>, CancellationToken, Task<Target>> open)
{
    // The client keeps to the number of requests. With more payments than that begun, those that wait to be sent again, after a
    // lost answer or because the service asked for it, do not hold the others up.
    private const int PaymentsPerRequest = 10;

    private readonly ImportCounts _counts = new();

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync()
    {
        var file = new PaymentFile(arguments);
        if (file.Columns.Ignored.Count > 0)
        {
            screen.Out.WriteLine($"Not imported are the columns {string.Join(", ", file.Columns.Ignored.Select(name => $"'{name}'"))}.");
        }

        using var rejects = new RejectsFile(arguments.Rejects, file);
        if (arguments.DryRun)
        {
            Check(file, rejects, earlier: null);
            new Summary(screen.Out, arguments, _counts).WriteDryRun();
            return WhenDone();
        }

        using var ledger = new FilePaymentLedger(arguments.Ledger);
        var entries = await ledger.ReadAsync(interruption.Now);
        await using var target = await open(entries, interruption.Now);
        screen.Out.WriteLine($"Into {target.Name}.");
        var references = new PaymentReferences(target.Identity, file.Columns.Has(PaymentField.Reference));
        var earlier = new EarlierRuns(entries, references, arguments.Ledger);
        Check(file, rejects, earlier);
        return await SendAsync(file, rejects, ledger, target.Payments, references, earlier);
    }

    private int WhenDone() => _counts.Rejected == 0 ? ExitCode.AllImported : ExitCode.SomeRejected;

    private void Check(PaymentFile file, RejectsFile rejects, EarlierRuns? earlier)
    {
        var changed = new List<string>();
        foreach (var row in file.Rows())
        {
            _counts.AddRead(row);
            if (!row.IsGood)
            {
                rejects.Add(row.Source, row.Problems);
            }

            if (earlier?.HasSentOther(row) == true)
            {
                changed.Add(row.Name);
            }
        }

        if (changed.Count > 0)
        {
            throw new LedgerMismatchException(
                $"Changed since they were sent: {changed.Count}, the first is {changed[0]}. Nothing was sent now. " +
                $"Restore what was sent, or, if this is another file, move '{arguments.Ledger}' away.");
        }
    }

    private async Task<int> SendAsync(
        PaymentFile file, RejectsFile rejects, FilePaymentLedger ledger, JournalPaymentsClient payments, PaymentReferences references, EarlierRuns earlier)
    {
        var pace = new Pace(_counts.Good, time);
        var summary = new Summary(screen.Out, arguments, _counts);
        try
        {
            await progress.ShowAsync(pace, SendRowsAsync);
        }
        catch (FinancialsException failure)
        {
            summary.Write(pace);
            screen.Error.WriteLine(failure.Message);
            screen.Error.WriteLine("Run the same command again: it goes on where it stopped.");
            return ExitCode.StoppedByService;
        }
        catch (OperationCanceledException) when (interruption.Now.IsCancellationRequested)
        {
        }

        summary.Write(pace);
        if (pace.Done < pace.Total)
        {
            screen.Error.WriteLine("Interrupted. Run the same command again: it goes on where it stopped.");
            return ExitCode.Interrupted;
        }

        return WhenDone();

        async Task SendRowsAsync(Action moved)
        {
            var underWay = new Dictionary<string, PaymentRow>(StringComparer.Ordinal);
            var batch = Batch(file, references, underWay).ToAsyncEnumerable();
            await foreach (var result in payments.CreateAllAsync(batch, ledger, arguments.Concurrency * PaymentsPerRequest, interruption.Now))
            {
                underWay.Remove(result.Reference, out var row);
                var alreadyThere = earlier.HasCreated(row!);
                Count(row!, result, alreadyThere, rejects);
                pace.Advance(wasSent: !alreadyThere);
                moved();
            }
        }
    }

    /// <summary>The payments to send. It ends early when the user wants to stop; those under way come to their ends.</summary>
    private IEnumerable<BatchPayment> Batch(PaymentFile file, PaymentReferences references, Dictionary<string, PaymentRow> underWay)
    {
        foreach (var row in file.Rows().Where(row => row.IsGood).TakeWhile(_ => !interruption.IsRequested))
        {
            var reference = references.Of(row);
            underWay.Add(reference, row);
            yield return new(reference, row.Payment);
        }
    }

    private void Count(PaymentRow row, BatchPaymentResult result, bool alreadyThere, RejectsFile rejects)
    {
        if (result.Refusal is not { } refusal)
        {
            _counts.AddImported(row, alreadyThere);
            return;
        }

        RowProblem[] problems = [new(
            $"refused by the service: {refusal.Code ?? "no code"}", $"refused by the service: {refusal.ServiceMessage ?? refusal.Message}")];
        _counts.AddRejected(problems);
        rejects.Add(row.Source, problems);
    }
}
