using System.Globalization;
using Financials.Client.Queries;

namespace Financials.Client.Tests.Changes;

/// <summary>From where on a set's changes are read again, and what is remembered of them.</summary>
public class ChangeTrackerTests
{
    private const ulong Set = 2;

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Precision = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(1);

    /// <summary>A change may become visible as late as the overlap says, by a clock that may be wrong by an hour.</summary>
    [Test]
    public void Settle_LastChangeIsRecent_GoesBackByTheOverlap([Values(0, 1)] long ticksLater)
    {
        var last = (Now - ClockTolerance - Overlap).AddTicks(ticksLater);

        Assert.That(FromAfter(last), Is.EqualTo(last - Precision - Overlap));
    }

    [Test]
    public void Settle_LastChangeIsLongPast_GoesBackByTheServicesPrecisionOnly()
    {
        var last = (Now - ClockTolerance - Overlap).AddTicks(-1);

        Assert.That(FromAfter(last), Is.EqualTo(last - Precision));
    }

    /// <summary>Applications store watermarks, so a later version has to understand their texts. The bytes were put together by hand.</summary>
    [Test]
    public void Watermark_ItsText_IsThatOfEarlierVersions()
    {
        const string Text = "AQAAAAAAAABkAAAAAAAAAAIBAgMEBQYHCAkKCwwNDg8QAAAAAAAAAMgREhMUFRYXGBkaGxwdHh8gAAAAAAAAASw=";
        var (first, second) = (UInt128.Parse("0102030405060708090A0B0C0D0E0F10", NumberStyles.HexNumber, null), UInt128.Parse("1112131415161718191A1B1C1D1E1F20", NumberStyles.HexNumber, null));
        var history = new ChangeHistory(100, Set, new Dictionary<UInt128, long> { [second] = 300, [first] = 200 });

        var read = ChangeHistory.TryParse(Text);

        Assert.That(history.ToString(), Is.EqualTo(Text));
        Assert.That((read!.From, read.Set), Is.EqualTo((100L, Set)));
        Assert.That(read.Seen, Is.EquivalentTo(history.Seen));
        Assert.That(read.Newest, Is.EqualTo(new DateTimeOffset(300, TimeSpan.Zero)));
    }

    private static DateTimeOffset FromAfter(DateTimeOffset last)
    {
        var tracker = new ChangeTracker(ChangeHistory.None, Set, Overlap);
        tracker.Add(Guid.NewGuid(), last.UtcTicks, "W/\"1\"");

        tracker.Settle(Now);

        return new(tracker.From, TimeSpan.Zero);
    }
}
