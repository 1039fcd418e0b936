namespace Financials.Client.Tests.Outbox;

/// <summary>The line numbers of one writer: spaced as the service's, with an offset of their own, and enough of them.</summary>
public class PaymentLineNumbersTests
{
    private const int LastOfRound = 2_147_470_000;

    [TestCase(0, 10_007)]
    [TestCase(7, 10_007)]
    [TestCase(10_000, 20_007)]
    [TestCase(10_007, 20_007)]
    [TestCase(10_008, 20_007)]
    [TestCase(19_999, 20_007)]
    public void Next_AboveTheHighest_IsTheFirstOfItsOwn(int highest, int expected) =>
        Assert.That(new PaymentLineNumbers(7).Next(highest, steps: 1), Is.EqualTo(expected));

    [Test]
    public void Next_WithoutAHigherOne_GoesOn()
    {
        var numbers = new PaymentLineNumbers(9_999);

        Assert.That(Enumerable.Range(0, 3).Select(_ => numbers.Next(highest: 0, steps: 1)), Is.EqualTo((int[])[19_999, 29_999, 39_999]));
    }

    [Test]
    public void Next_WithSteps_GoesFarther()
    {
        var numbers = new PaymentLineNumbers(7);

        Assert.That(((int[])[1, 2, 4, 8]).Select(steps => numbers.Next(highest: 0, steps)), Is.EqualTo((int[])[10_007, 30_007, 70_007, 150_007]));
    }

    /// <summary>A journal may have a line near the end of the range, and an import more lines than fit into one round.</summary>
    [TestCase(2_147_479_000)]
    [TestCase(int.MaxValue)]
    public void Next_NearTheEndOfTheRange_StartsAgainWithTheNextOffset(int highest)
    {
        var numbers = new PaymentLineNumbers(7);

        Assert.That(Enumerable.Range(0, 2).Select(_ => numbers.Next(highest, steps: 1)), Is.EqualTo((int[])[10_008, 20_008]));
    }

    [Test]
    public void Next_AfterTheLastOffset_IsTheFirst() =>
        Assert.That(new PaymentLineNumbers(9_999).Next(int.MaxValue, steps: 1), Is.EqualTo(10_001));

    [TestCase(0)]
    [TestCase(50_000)]
    [TestCase(int.MaxValue)]
    public void Last_SkippedByTheNextRun_GoesOnWhereTheFirstEnded(int highest)
    {
        var (first, whole) = (new PaymentLineNumbers(7), new PaymentLineNumbers(7));
        Assert.That(first.Last, Is.Null);
        Assert.That(first.Next(highest, steps: 1), Is.EqualTo(whole.Next(highest, steps: 1)));
        Assert.That(first.Last, Is.EqualTo(whole.Last).And.Not.Null);
        var second = new PaymentLineNumbers(7);

        second.Skip(first.Last!.Value);

        Assert.That(second.Next(highest: 0, steps: 1), Is.EqualTo(whole.Next(highest: 0, steps: 1)));
    }

    [Test]
    public void Next_ThroughThreeRounds_NeverGivesANumberTwice()
    {
        var numbers = new PaymentLineNumbers(9_998);
        const int Count = 3 * 214_747;

        var given = Enumerable.Range(0, Count).Select(_ => numbers.Next(highest: 0, steps: 1)).ToHashSet();

        Assert.That(given, Has.Count.EqualTo(Count));
        Assert.That(given, Has.All.GreaterThan(10_000));
    }

    [TestCase(10_007, 20_007)]
    [TestCase(LastOfRound + 7, 10_008)]
    [TestCase(10_008, 20_008, Description = "of the second round")]
    [TestCase(10_006, 20_006, Description = "of the last round")]
    [TestCase(10_000, 10_007, Description = "of somebody else")]
    [TestCase(7, 10_007, Description = "of somebody else")]
    [TestCase(8, 10_007, Description = "of somebody else")]
    public void Next_AfterANumberOfAnEarlierRun_FollowsIt(int skipped, int expected)
    {
        var numbers = new PaymentLineNumbers(7);

        numbers.Skip(skipped);

        Assert.That(numbers.Next(highest: 0, steps: 1), Is.EqualTo(expected));
    }

    [TestCase(0)]
    [TestCase(10_000)]
    public void Offset_OutsideTheStep_IsRefused(int offset) => Assert.Throws<ArgumentOutOfRangeException>(() => new PaymentLineNumbers(offset));

    /// <summary>Each client of a process has an offset of its own, for as long as there are such.</summary>
    [TestCase(0, 1)]
    [TestCase(1, 2)]
    [TestCase(9_998, 9_999)]
    [TestCase(9_999, 1)]
    [TestCase(int.MinValue, 8_418, Description = "a count that ran over")]
    public void OffsetOf_SoManyOthers_IsTheNext(int others, int expected) => Assert.That(PaymentLineNumbers.OffsetOf(others), Is.EqualTo(expected));

    [TestCase(7, true)]
    [TestCase(10_007, true)]
    [TestCase(10_008, false)]
    [TestCase(10_000, false)]
    public void HasOffsetOf_ANumber_ComparesWhatIsLeftOfTheStep(int lineNumber, bool expected) =>
        Assert.That(new PaymentLineNumbers(7).HasOffsetOf(lineNumber), Is.EqualTo(expected));

    [Test]
    public void NewOffset_IsInsideTheStep() => Assert.That(Enumerable.Range(0, 1_000).Select(_ => PaymentLineNumbers.NewOffset()), Has.All.InRange(1, 9_999));
}
