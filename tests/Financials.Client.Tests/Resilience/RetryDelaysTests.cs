using Financials.Client.Operations;

namespace Financials.Client.Tests.Resilience;

/// <summary>How long a retry is delayed.</summary>
public class RetryDelaysTests
{
    private static readonly ResilienceOptions Defaults = new();

    [TestCase(0, 500, 1000)]
    [TestCase(1, 1000, 2000)]
    [TestCase(3, 4000, 8000)]
    [TestCase(60, 15_000, 30_000)]
    public void Next_NothingAskedFor_IsSpreadOverTheUpperHalf(int retries, double least, double most)
    {
        var delays = Enumerable.Range(0, 500).Select(_ => RetryDelays.Next(Defaults, retries, null, TimeSpan.Zero).TotalMilliseconds).ToList();

        Assert.That(delays, Is.All.InRange(least, most));
        Assert.That(delays.Min(), Is.LessThan(least + ((most - least) / 10)));
        Assert.That(delays.Max(), Is.GreaterThan(most - ((most - least) / 10)));
    }

    [Test]
    public void Next_MoreAskedForThanTheBackOff_IsThat() =>
        Assert.That(RetryDelays.Next(Defaults, 0, TimeSpan.FromSeconds(45), TimeSpan.Zero), Is.EqualTo(TimeSpan.FromSeconds(45)));

    [Test]
    public void Next_FractionsOfAMillisecondAskedFor_AreRoundedUp() =>
        Assert.That(RetryDelays.Next(Defaults, 0, TimeSpan.FromMilliseconds(2000.25), TimeSpan.Zero), Is.EqualTo(TimeSpan.FromMilliseconds(2001)));

    [Test]
    public void Next_SomeOfItWaitedAlready_IsTheRest() =>
        Assert.That(RetryDelays.Next(Defaults, 0, TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(44)), Is.EqualTo(TimeSpan.FromSeconds(1)));

    [Test]
    public void Next_MoreWaitedAlready_IsNone() =>
        Assert.That(RetryDelays.Next(Defaults, 0, null, TimeSpan.FromSeconds(44)), Is.EqualTo(TimeSpan.Zero));

    [Test]
    public void Next_LongerThanAnyTime_IsTheLongestTime() =>
        Assert.That(RetryDelays.Next(Defaults, 0, TimeSpan.MaxValue, TimeSpan.Zero), Is.EqualTo(TimeSpan.MaxValue));

    [TestCase(1.5, 2)]
    [TestCase(2, 2)]
    public void Whole_AnyTime_IsAsLongAtLeast(double milliseconds, int whole) =>
        Assert.That(RetryDelays.Whole(TimeSpan.FromMilliseconds(milliseconds)), Is.EqualTo(TimeSpan.FromMilliseconds(whole)));
}
