using System.Net;
using System.Security.Authentication;
using System.Text;
using Financials.Client.Tests.Queries;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Errors;

/// <summary>What a person reads whose client was made with an address that is not that of the service.</summary>
public class WrongAddressTests
{
    [Test]
    public async Task NotFound_OfAWebServer_BlamesTheAddressAndNotTheRecord()
    {
        using var transport = new ScriptedTransport(_ => new(HttpStatusCode.NotFound) { Content = new StringContent("<html>", Encoding.UTF8, "text/html") });
        using var client = TestClients.Facade(transport);

        var error = await Assert.ThrowsAsync<FinancialsException>(() => client.Company().Customers.GetAsync(Ids.Customer));

        Assert.That(error!.Message, Does.StartWith("There is no such service at this address:").And.Contain("Check the address that the client was made with."));
    }

    [Test]
    public async Task Certificate_ThatIsNotTrusted_IsNamed_AndNotTriedAgain()
    {
        using var transport = new ScriptedTransport(_ => throw new HttpRequestException(
            HttpRequestError.SecureConnectionError, "TLS", new AuthenticationException("The remote certificate is invalid: UntrustedRoot")));
        using var client = TestClients.Facade(new FinancialsClientOptions { Transport = transport });

        var error = await Assert.ThrowsAsync<FinancialsUnavailableException>(() => client.Company().Customers.GetAsync(Ids.Customer));

        Assert.That(error!.Message, Does.Contain("no secure connection could be made: The remote certificate is invalid: UntrustedRoot"));
        Assert.That(transport.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void Proxy_BesideATransport_IsRefused()
    {
        using var transport = ScriptedTransport.Answering("{}");

        Assert.That(
            () => TestClients.Facade(new FinancialsClientOptions { Transport = transport, Proxy = new WebProxy("http://proxy.example:8080") }),
            Throws.ArgumentException.With.Message.Contains("Proxy is for the client's own connections"));
    }

    [Test]
    public void Timeout_OfDays_SaysHowSecondsAreWritten() => Assert.That(
        () => TestClients.Facade(new FinancialsClientOptions { Resilience = { TotalTimeout = TimeSpan.FromDays(10) } }),
        Throws.ArgumentException.With.Message.Contains("and this is 10 days: write ten seconds as 00:00:10"));
}
