using Microsoft.Kiota.Abstractions;

namespace Financials.Client.Tests.KiotaRuntime;

public sealed class Rfc6570Tests
{
    /// <summary>The judge itself, before it judges anything.</summary>
    [TestCaseSource(typeof(Rfc6570Examples), nameof(Rfc6570Examples.All))]
    public void Oracle_ExampleOfTheRfc_ExpandsAsTheRfcSays(string template, string expansion) =>
        Assert.That(Rfc6570.Expand(template, Rfc6570Examples.Values.GetValueOrDefault), Is.EqualTo(expansion));

    [TestCaseSource(typeof(Rfc6570Examples), nameof(Rfc6570Examples.InKiotasForms))]
    public void RequestInformation_ExampleOfTheRfc_ExpandsAsTheRfcSays(string template, string expansion)
    {
        const string Address = "https://service.example/";
        var request = new RequestInformation(Method.GET, Address + template, Rfc6570Examples.Values);

        Assert.That(request.URI.AbsoluteUri, Is.EqualTo(new Uri(Address + expansion).AbsoluteUri));
    }
}
