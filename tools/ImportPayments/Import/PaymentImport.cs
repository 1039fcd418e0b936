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
/// <param name="open">Opens the journal.</param>
internal sealed class PaymentImport(
    ImportArguments arguments,
    Screen screen,
    IProgressDisplay progress,
    Interruption interruption,
    TimeProvider time,
    Func<CancellationToken, Task<Target>> open)
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

        // Of two imports of one file, the second one ends here: before it has taken the rejects of the first one away.
        using var ledger = arguments.DryRun ? null : new FilePaymentLedger(arguments.Ledger);
        using var rejects = new RowsWithReasons(arguments.Rejects, file);
        Check(file, rejects);
        if (ledger is null)
        {
            new Summary(screen.Out, arguments, _counts).WriteDryRun();
            return _counts.Rejected == 0 ? ExitCode.AllImported : ExitCode.SomeRejected;
        }

        using var unknown = new RowsWithReasons(arguments.Unknown, file);
        await using var target = await open(interruption.Now);
        screen.Out.WriteLine($"Into {target.Name}.");
        var sending = new Sending(file, rejects, unknown, _counts, interruption);
        return await ShowAsync((pace, moved) => sending.RunAsync(target, ledger, arguments.Concurrency, pace, moved));
    }

    private void Check(PaymentFile file, RowsWithReasons rejects)
    {
        foreach (var row in file.Rows())
        {
            _counts.AddRead(row);
            if (!row.IsGood)
            {
                rejects.Add(row.Source, row.Problems);
            }
        }
    }

    private async Task<int> ShowAsync(Func<Pace, Action, Task> sending)
    {
        var pace = new Pace(_counts.Good, time);
        using var hardships = new Hardships();
        var (exit, problem) = await EndOfAsync(pace, sending);
        new Summary(screen.Out, arguments, _counts).Write(pace, hardships);
        if (problem is not null)
        {
            screen.Error.WriteLine(problem);
        }

        return exit;
    }

    private async Task<(int ExitCode, string? Problem)> EndOfAsync(Pace pace, Func<Pace, Action, Task> sending)
    {
        const string Again = "Run the same command again: it goes on where it stopped.";
        try
        {
            await progress.ShowAsync(pace, moved => sending(pace, moved));
        }
        catch (FinancialsException stopped)
        {
            return (ExitCode.StoppedByService, $"{stopped.Message} {Again}");
        }
        catch (Exception other) when (other is InvalidOperationException or InvalidDataException)
        {
            // The ledger is another journal's or damaged, or a payment was changed after it had been sent.
            return (ExitCode.BadInput, other.Message);
        }
        catch (OperationCanceledException) when (interruption.Now.IsCancellationRequested)
        {
            // Like a stop after the payments under way: what these have left open, the next run looks up.
        }

        return pace.Done < pace.Total ? (ExitCode.Interrupted, $"Interrupted. {Again}")
            : (_counts.Unknown > 0 ? ExitCode.SomeUnknown : _counts.Rejected > 0 ? ExitCode.SomeRejected : ExitCode.AllImported, null);
    }
}
