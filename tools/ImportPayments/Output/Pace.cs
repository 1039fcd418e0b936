namespace ImportPayments.Output;

/// <summary>
/// How far an import is and how fast it goes. Rows that were imported earlier take no time and do not count for the rate.
/// </summary>
internal sealed class Pace(int total, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private int _sent;

    public int Total => total;

    public int Done { get; private set; }

    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>Rows sent per second; zero before the first.</summary>
    public double Rate => Elapsed > TimeSpan.Zero ? _sent / Elapsed.TotalSeconds : 0;

    /// <summary>How long the rest takes at this rate; null where that cannot be told yet.</summary>
    public TimeSpan? Left => Rate > 0 ? TimeSpan.FromSeconds(Math.Ceiling((Total - Done) / Rate)) : null;

    public void Advance(bool wasSent)
    {
        Done++;
        _sent += wasSent ? 1 : 0;
    }
}
