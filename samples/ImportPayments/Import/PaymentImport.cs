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
/// <param name="open">Opens the journal; given the file and the ledger.</param>
internal sealed class PaymentImport(
    ImportArguments arguments,
    Screen screen,
    IProgressDisplay progress,
    Interruption interruption,
    TimeProvider time,
    Func<PaymentFile, IPaymentLedger, CancellationToken, Task<Target>> open)
{
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
        await using var target = await open(file, ledger, interruption.Now);
        screen.Out.WriteLine($"Into {target.Name}.");
        var references = new PaymentReferences(target.Identity, file.Columns.Has(PaymentField.Reference));
        var earlier = new EarlierRuns(await ledger.ReadAsync(interruption.Now), references, arguments.Ledger);
        Check(file, rejects, earlier);
        var sending = new Sending(file, rejects, references, earlier, _counts, interruption);
        return await ShowAsync((pace, moved) => sending.RunAsync(target.Payments, ledger, arguments.Concurrency, pace, moved));
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

    private async Task<int> ShowAsync(Func<Pace, Action, Task> sending)
    {
        var pace = new Pace(_counts.Good, time);
        FinancialsException? failure = null;
        try
        {
            await progress.ShowAsync(pace, moved => sending(pace, moved));
        }
        catch (FinancialsException stopped)
        {
            failure = stopped;
        }
        catch (OperationCanceledException) when (interruption.Now.IsCancellationRequested)
        {
            // Like a stop after the payments under way: what these have left open, the next run looks up.
        }

        new Summary(screen.Out, arguments, _counts).Write(pace);
        if (pace.Done == pace.Total)
        {
            return WhenDone();
        }

        screen.Error.WriteLine($"{failure?.Message ?? "Interrupted."} Run the same command again: it goes on where it stopped.");
        return failure is null ? ExitCode.Interrupted : ExitCode.StoppedByService;
    }
}
