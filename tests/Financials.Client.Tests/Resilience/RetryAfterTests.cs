using Financials.Client.Transport;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience;

/// <summary>Every form of <c>Retry-After</c> that services send, and what must not be mistaken for one.</summary>
public class RetryAfterTests
{
    /// <summary>17:00:00 in Greenwich, on a Tuesday.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 17, 0, 0, TimeSpan.Zero);

    [TestCase("0", 0)]
    [TestCase("1", 1)]
    [TestCase("120", 120)]
    [TestCase("2.128", 2.128)]
    [TestCase("0.5", 0.5)]
    [TestCase("00005", 5)]
    [TestCase("86400", 86400)]
    [TestCase("99999999999", 99999999999)]
    [TestCase("Tue, 24 Nov 2026 17:00:20 GMT", 20)]
    [TestCase("Tue, 24 Nov 2026 17:01:30 GMT", 90)]
    [TestCase("Wed, 25 Nov 2026 17:00:00 GMT", 86400)]
    [TestCase("Tue, 24 Nov 2026 16:59:59 GMT", 0)]
    [TestCase("Thu, 01 Jan 1970 00:00:00 GMT", 0)]
    [TestCase("Tuesday, 24-Nov-26 17:00:20 GMT", 20)]
    [TestCase("Tue Nov 24 17:00:20 2026", 20)]
    [TestCase("Tue Dec  1 17:00:00 2026", 7 * 86400)]
    public void Read_SecondsOrDate_IsTheTimeToWait(string header, double seconds) =>
        Assert.That(ReadEverywhere(header), Has.All.EqualTo(TimeSpan.FromSeconds(seconds)));

    [TestCase("9999999999999")]
    [TestCase("99999999999999999999999999999999999999")]
    public void Read_LongerThanAnyTime_IsTheLongestTime(string header) =>
        Assert.That(ReadEverywhere(header), Has.All.EqualTo(TimeSpan.MaxValue));

    [TestCase("")]
    [TestCase("-5")]
    [TestCase("+5")]
    [TestCase("soon")]
    [TestCase("5 seconds")]
    [TestCase("1,5")]
    [TestCase("1,000")]
    [TestCase("1e3")]
    [TestCase("0x10")]
    [TestCase("۵")]
    [TestCase("NaN")]
    [TestCase("Infinity")]
    [TestCase("∞")]
    [TestCase("2026-11-24T17:00:20Z")]
    [TestCase("Tue, 24 Nov 2026 17:00:20 +0100")]
    [TestCase("Tue, 24 Nov 2026 17:00:20")]
    [TestCase("Tue, 32 Nov 2026 17:00:20 GMT")]
    [TestCase("Tue, 24 Nov 20")]
    public void Read_AnythingElse_IsNothing(string header) => Assert.That(ReadEverywhere(header), Has.All.Null);

    [Test]
    public void Read_NoHeader_IsNothing()
    {
        using var response = new HttpResponseMessage();

        Assert.That(RetryAfterHeader.Read(response.Headers, Now), Is.Null);
    }

    /// <summary>A wait does not depend on where the client runs.</summary>
    private static TimeSpan?[] ReadEverywhere(string header)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", header);
        return [.. CultureAndZone.Everywhere.Select(place => Read(response, (string)place.Arguments[0]!, (string?)place.Arguments[1]))];
    }

    private static TimeSpan? Read(HttpResponseMessage response, string culture, string? zone)
    {
        using var _ = new CultureAndZone(culture, zone);
        return RetryAfterHeader.Read(response.Headers, Now);
    }
}
