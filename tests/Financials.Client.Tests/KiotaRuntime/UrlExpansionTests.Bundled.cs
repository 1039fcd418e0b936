using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.KiotaRuntime;

// Where Kiota's own expansion departs from the RFC (packages 2.0.2, Std.UriTemplate 2.0.11).
public sealed partial class UrlExpansionTests
{
    /// <summary>Kiota loses a '%' before another one and does not encode '\', '"', '&lt;' and control characters.</summary>
    [Test]
    public void ReservedExpansion_AnyText_IsTheOneOfTheRfcLetterForLetter() => PropertyCheck.HoldsForTexts(text =>
    {
        var values = new Dictionary<string, object> { ["x"] = text, ["list"] = new[] { text, "", text } };
        var url = new UrlCase("https://service.example/{+x}/{+list}/{+list*}/{+x,none,list}", values, []);

        Assert.That(url.ByTheRuntime().OriginalString, Is.EqualTo(url.ByTheRfc()));
    });

    /// <summary>Kiota encodes text like "%C3%98" again, which is how <see cref="Uri.AbsoluteUri"/> writes an 'Ø'.</summary>
    [Test]
    public void BaseAddress_WithEncodedNonAsciiText_IsNotEncodedAgain()
    {
        var values = new Dictionary<string, object> { ["baseurl"] = new Uri("https://service.example/Ørsted").AbsoluteUri };

        Assert.That(
            new UrlCase("{+baseurl}/companies", values, []).ByTheRuntime().AbsoluteUri,
            Is.EqualTo("https://service.example/%C3%98rsted/companies"));
    }

    /// <summary>Kiota writes dates in the years of the current culture.</summary>
    [Test]
    public void Address_WithADateInPersianYears_IsTheOneOfTheRfc() => DatesExpandAsTheyAre("fa-IR");
}
