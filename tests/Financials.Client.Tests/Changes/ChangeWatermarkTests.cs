using Financials.Client.Tests.Support;
using FsCheck.Fluent;

namespace Financials.Client.Tests.Changes;

/// <summary>A watermark outlives its process as a text, and no other text is taken for one.</summary>
public class ChangeWatermarkTests
{
    private static readonly DateTimeOffset Moment = new DateTimeOffset(2026, 3, 1, 13, 0, 0, TimeSpan.FromHours(1)).AddTicks(1_234_567);

    private static IEnumerable<string?> OtherTexts() =>
    [
        null, "", " ", "2026-03-01T12:00:00Z", "AQ==", "AAAA", "not base 64!",
        ChangeWatermark.At(Moment).ToString()[..^4],
        ChangeWatermark.At(Moment) + "AAAA",
        "Ag" + ChangeWatermark.At(Moment).ToString()[2..],
        Convert.ToBase64String([1, .. Enumerable.Repeat((byte)0xFF, 16)]),
        Convert.ToBase64String([1, .. new byte[16 + 16], .. Enumerable.Repeat((byte)0xFF, 8)]),
    ];

    [Test]
    public void Beginning_IsTheDefaultAndHasAText()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(default(ChangeWatermark), Is.EqualTo(ChangeWatermark.Beginning));
            Assert.That(ChangeWatermark.Parse(ChangeWatermark.Beginning.ToString()), Is.EqualTo(ChangeWatermark.Beginning));
            Assert.That(ChangeWatermark.Beginning.NewestChange, Is.Null);
        }
    }

    [Test]
    public void At_AMoment_IsTheSameInEveryZone()
    {
        var watermark = ChangeWatermark.At(Moment);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(watermark, Is.EqualTo(ChangeWatermark.At(Moment.ToUniversalTime())));
            Assert.That(watermark == ChangeWatermark.Parse(watermark.ToString()), Is.True);
            Assert.That(watermark != ChangeWatermark.At(Moment.AddTicks(1)), Is.True);
            Assert.That(watermark.GetHashCode(), Is.EqualTo(ChangeWatermark.At(Moment.ToUniversalTime()).GetHashCode()));
            Assert.That(watermark.NewestChange, Is.Null);
        }
    }

    [TestCaseSource(nameof(OtherTexts))]
    public void Parse_AnotherText_IsRefused(string? text)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ChangeWatermark.TryParse(text, out var watermark), Is.False);
            Assert.That(watermark, Is.EqualTo(ChangeWatermark.Beginning));
            Assert.That(() => ChangeWatermark.Parse(text!), text is null ? Throws.ArgumentNullException : Throws.InstanceOf<FormatException>());
        }
    }

    [Test]
    public void TryParse_AnyText_NeverThrowsAndGivesItsOwnTextBack() => PropertyCheck.HoldsForTexts(text =>
        Assert.That(!ChangeWatermark.TryParse(text, out var watermark) || ChangeWatermark.Parse(watermark.ToString()) == watermark));

    [Test]
    public void Parse_AnyMomentsText_GivesTheSame() => PropertyCheck.Holds(
        from ticks in Gen.Choose(0, int.MaxValue)
        select DateTimeOffset.UnixEpoch.AddTicks(ticks * 123_456_789L),
        moment => Assert.That(Parsed<ChangeWatermark>(ChangeWatermark.At(moment).ToString()), Is.EqualTo(ChangeWatermark.At(moment))));

    [Test]
    public void Parse_TheLastMoment_GivesTheSame()
    {
        var last = ChangeWatermark.At(DateTimeOffset.MaxValue);

        Assert.That(ChangeWatermark.Parse(last.ToString()), Is.EqualTo(last));
    }

    [Test]
    public void Parse_AnotherText_SaysWhichToGive() => Assert.That(
        () => ChangeWatermark.Parse("yesterday"),
        Throws.InstanceOf<FormatException>().With.Message.EqualTo("This is not the text of a watermark. Give the text that ToString of a watermark gave, whole."));

    /// <summary>As configuration binders and web frameworks parse.</summary>
    private static T Parsed<T>(string text)
        where T : IParsable<T> => T.TryParse(text, null, out var parsed) && parsed.Equals(T.Parse(text, null)) ? parsed : throw new FormatException(text);
}
