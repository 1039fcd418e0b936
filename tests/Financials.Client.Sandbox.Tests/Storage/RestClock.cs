namespace Financials.Client.Sandbox.Tests.Storage;

/// <summary>A clock by which everything takes a second, and on which no wait ever ends by itself.</summary>
internal sealed class RestClock : TimeProvider
{
    private readonly TaskCompletionSource _resting = new();
    private long _seconds;

    public Task Resting => _resting.Task;

    public TimeSpan Rest { get; private set; }

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Interlocked.Increment(ref _seconds);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Rest = dueTime;
        _resting.TrySetResult();
        return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
    }
}
