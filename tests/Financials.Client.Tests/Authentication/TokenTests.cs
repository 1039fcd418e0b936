using Azure.Core;
using Financials.Client.Authentication;
using Financials.Client.Tests.Support;
using Financials.Client.Transport;

namespace Financials.Client.Tests.Authentication;

public class TokenTests
{
    private static readonly Customer Coho = new() { DisplayName = "Coho" };

    [Test]
    public async Task Request_ToTheConfiguredService_CarriesTheCredentialsToken()
    {
        using var transport = ScriptedTransport.Storing();
        var credential = new RecordingCredential();
        using var client = new FinancialsClient(TestClients.Service, credential, new() { Transport = transport });

        await client.Companies[Guid.NewGuid()].Customers.CreateAsync(Coho);

        Assert.That(transport.Requests.Single().Headers["Authorization"], Is.EqualTo("Bearer fresh"));
        Assert.That(credential.Scopes, Is.EqualTo((string[])["https://service.example/.default"]));
    }

    [TestCase("https://service.example.evil.example/beta/financials", TestName = "Request_ToAHostThatBeginsAlike_IsNotSent")]
    [TestCase("https://elsewhere.example/next", TestName = "Request_ToAnotherHost_IsNotSent")]
    [TestCase("https://service.example:8443/next", TestName = "Request_ToAnotherPort_IsNotSent")]
    [TestCase("http://service.example/next", TestName = "Request_ToAnotherScheme_IsNotSent")]
    public async Task Request_ToAnotherOrigin_IsNotSent(string address)
    {
        using var transport = ScriptedTransport.Storing();
        using var http = new HttpTransport(TestClients.Service, transport, ownsHandler: false, new FinancialsClientOptions().MaxResponseBytes);
        var token = new CachedToken(new AccessToken("token", DateTimeOffset.MaxValue), DateTimeOffset.UnixEpoch);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => http.SendAsync(new ServiceRequest(HttpMethod.Get, new Uri(address)), "id", token, new CallOptions(TimeSpan.FromMinutes(5), null, null), takesReadIntent: false, CancellationToken.None).AsTask());

        Assert.That(error.Message, Does.Contain(new Uri(address).Host).And.Contain("https://service.example only"));
        Assert.That(transport.Requests, Is.Empty);
    }

    [TestCase("http://service.example/api")]
    [TestCase("ftp://127.0.0.1/api")]
    public void Service_AtAnAddressWithoutTls_IsRefused(string address)
    {
        var error = Assert.Throws<ArgumentException>(() => FinancialsService.Documented(new Uri(address), "scope"));

        Assert.That(error.Message, Does.Contain("cannot carry a bearer token").And.Contain(address));
    }

    [TestCase("http://127.0.0.1:5000/api")]
    [TestCase("http://[::1]:5000/api")]
    [TestCase("http://localhost/api")]
    [TestCase("https://service.example/api")]
    public void Service_OnLoopbackOrWithTls_IsAccepted(string address) =>
        Assert.That(FinancialsService.Documented(new Uri(address), "scope").BaseAddress, Is.EqualTo(new Uri(address)));

    [Test]
    public void Graph_ByDefault_IsTheBetaVersion() =>
        Assert.That(FinancialsService.Graph().BaseAddress.AbsoluteUri, Is.EqualTo("https://graph.microsoft.com/beta/financials"));

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("two words")]
    [TestCase("from-a-file\n")]
    [TestCase("d\u007Fel", TestName = "StaticToken_WithADelete_IsRefused")]
    [TestCase("tøken")]
    public void StaticToken_NotAToken_IsRefused(string token) =>
        Assert.That(() => new StaticTokenCredential(token), Throws.ArgumentException.With.Message.Contains("Trim it"));

    [TestCase("!")]
    [TestCase("~")]
    [TestCase("eyJ0eXAi.eyJhdWQi.c2ln-_+/=")]
    public async Task StaticToken_AnyVisibleCharacters_IsAToken(string token)
    {
        var given = await new StaticTokenCredential(token).GetTokenAsync(default, CancellationToken.None);

        Assert.That(given.Token, Is.EqualTo(token));
    }

    [Test]
    public async Task Client_Disposed_LeavesTheCallersTransportAlone()
    {
        using var transport = ScriptedTransport.Storing();
        TestClients.Facade(transport).Dispose();
        using var second = TestClients.Facade(transport);

        await second.Companies[Guid.NewGuid()].Customers.CreateAsync(Coho);

        Assert.That(transport.Requests, Has.Count.EqualTo(1));
    }

    private sealed class RecordingCredential : TokenCredential
    {
        public IReadOnlyList<string> Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new AssertionException("The client is asynchronous throughout.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new(new AccessToken("fresh", DateTimeOffset.MaxValue));
        }
    }
}
