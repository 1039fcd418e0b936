using Financials.Client.Operations;

namespace Financials.Client.Tests.Outbox;

/// <summary>Requests become as large and as many as the service bears, and no more than the limits.</summary>
public class BatchPaceTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(100);

    [Test]
    public void Size_ServiceIsFast_GrowsToTheLimit()
    {
        var pace = new BatchPace(100, 5, Timeout);
        var sizes = new List<int> { pace.Size };
        for (var request = 0; request < 4; request++)
        {
            pace.Took(TimeSpan.FromSeconds(9.9));
            sizes.Add(pace.Size);
        }

        Assert.That(sizes, Is.EqualTo((int[])[20, 40, 80, 100, 100]));
        Assert.That(pace.Concurrency, Is.EqualTo(1));
    }

    [Test]
    public void Size_RequestsComeNearToTheTimeout_ShrinksToTwoAndRecovers()
    {
        var pace = new BatchPace(100, 5, Timeout);
        var sizes = new List<int>();
        for (var request = 0; request < 5; request++)
        {
            pace.Took(TimeSpan.FromSeconds(25.1));
            sizes.Add(pace.Size);
        }

        pace.Took(TimeSpan.FromSeconds(10));
        sizes.Add(pace.Size);
        pace.Took(TimeSpan.FromSeconds(9.9));
        sizes.Add(pace.Size);

        Assert.That(sizes, Is.EqualTo((int[])[10, 5, 2, 2, 2, 2, 4]));
    }

    /// <summary>A service that takes a twelfth of the timeout for any request kept its small ones for ever after one slow one.</summary>
    [Test]
    public void Size_OneRequestWasSlow_RecoversFromIt()
    {
        var pace = new BatchPace(10, 5, Timeout);

        pace.Took(TimeSpan.FromSeconds(30));
        pace.Took(TimeSpan.FromSeconds(8));

        Assert.That(pace.Size, Is.EqualTo(10));
    }

    [Test]
    public void Size_LimitIsSmall_IsNeverAboveIt() => Assert.That(new BatchPace(7, 5, Timeout).Size, Is.EqualTo(7));

    [Test]
    public void Size_ServiceTakesNoBatches_StaysOneAndHasTheWholeConcurrency()
    {
        var pace = new BatchPace(100, 5, Timeout);

        pace.OneByOne();
        pace.Took(TimeSpan.Zero);

        Assert.That((pace.Size, pace.Concurrency), Is.EqualTo((1, 5)));
    }

    [Test]
    public void Concurrency_ServiceThrottles_IsHalvedAndComesBackSlowly()
    {
        var pace = new BatchPace(1, 5, Timeout);
        var course = new List<int>();
        for (var request = 0; request < 3; request++)
        {
            pace.Ended(throttlings: 1);
            course.Add(pace.Concurrency);
        }

        var untilAll = 0;
        while (pace.Concurrency < 5)
        {
            pace.Ended(throttlings: 0);
            untilAll++;
        }

        pace.Ended(throttlings: 0);

        Assert.That(course, Is.EqualTo((int[])[2, 1, 1]));
        Assert.That(untilAll, Is.EqualTo(4 + 8 + 12 + 16));
        Assert.That(pace.Concurrency, Is.EqualTo(5));
    }
}
