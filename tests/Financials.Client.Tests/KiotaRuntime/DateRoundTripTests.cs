using Financials.Client.Tests.Support;
using Wire = Financials.Client.Generated.Documented.Models;

namespace Financials.Client.Tests.KiotaRuntime;

/// <summary>Dates to JSON and back, wherever the application runs, also where years are not western.</summary>
[TestFixtureSource(typeof(CultureAndZone), nameof(CultureAndZone.InGregorianYears))]
[TestFixtureSource(typeof(CultureAndZone), nameof(CultureAndZone.InPersianYears))]
[NonParallelizable] // The time zone is the whole process's.
public sealed class DateRoundTripTests(string culture, string? zone)
{
    private CultureAndZone _place = null!;

    [SetUp]
    public void Go() => _place = new CultureAndZone(culture, zone);

    [TearDown]
    public void Return() => _place.Dispose();

    [Test]
    public void Date_SentAndEchoed_StaysTheDay() => PropertyCheck.Holds(Dates.Any, day =>
    {
        var (sent, echoed) = WireTrips.Send(new Wire.CustomerPayment { PostingDate = day });

        Assert.That(sent.GetProperty("postingDate").GetString(), Is.EqualTo(Dates.ToText(day)));
        Assert.That(echoed.PostingDate ?? DateOnly.MinValue, Is.EqualTo(day));
    });
}
