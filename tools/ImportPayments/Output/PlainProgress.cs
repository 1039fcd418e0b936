using System.Globalization;

namespace ImportPayments.Output;

/// <summary>A line now and then, for logs and other programs.</summary>
internal sealed class PlainProgress(TextWriter output, TimeProvider time) : IProgressDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    public async Task ShowAsync(Pace pace, Func<Action, Task> work)
    {
        var last = time.GetTimestamp();
        await work(() =>
        {
            if (time.GetElapsedTime(last) >= Interval)
            {
                last = time.GetTimestamp();
                Write(pace);
            }
        });
    }

    private void Write(Pace pace) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{Words.Count(pace)} ({(double)pace.Done / pace.Total:P0}), {Words.Rate(pace.Rate)}, {Words.Left(pace)}"));
}
