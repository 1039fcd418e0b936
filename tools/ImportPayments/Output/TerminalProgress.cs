using Spectre.Console;

namespace ImportPayments.Output;

/// <summary>A bar that moves, with count, rate and time left.</summary>
internal sealed class TerminalProgress(IAnsiConsole console) : IProgressDisplay
{
    public async Task ShowAsync(Pace pace, Func<Action, Task> work) => await console.Progress()
        .Columns(
            new ProgressBarColumn(),
            new PercentageColumn(),
            new PaceColumn(() => Words.Count(pace)),
            new PaceColumn(() => Words.Rate(pace.Rate)),
            new PaceColumn(() => Words.Left(pace)))
        .StartAsync(async context =>
        {
            var task = context.AddTask("payments", maxValue: pace.Total);
            await work(() => task.Value = pace.Done);
        });
}
