using Azure.Core;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Authentication;

/// <summary>Business Central online: where it is, and whose tokens are requested.</summary>
public class TenantTests
{
    [TestCase("contoso.com", "contoso.com")]
    [TestCase("bb6d48b6-c7b2-4a38-9a93-ad5506407f12", "bb6d48b6-c7b2-4a38-9a93-ad5506407f12")]
    [TestCase("common", null)]
    public async Task Request_ToATenant_AsksForItsTokenAndGoesToItsAddress(string tenant, string? requested)
    {
        using var transport = ScriptedTransport.Answering("""{"value":[]}""");
        var credential = new ScriptedCredential(_ => new(new AccessToken("token", DateTimeOffset.MaxValue)));
        using var client = new FinancialsClient(FinancialsService.BusinessCentral(tenant, "test 1"), credential, TestClients.Once(transport));

        await client.Companies.ToListAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(credential.Requests.Single().TenantId, Is.EqualTo(requested));
            Assert.That(credential.Requests.Single().Scopes.Single(), Is.EqualTo("https://api.businesscentral.dynamics.com/.default"));
            Assert.That(
                transport.Requests.Single().Target.AbsoluteUri,
                Is.EqualTo($"https://api.businesscentral.dynamics.com/v2.0/{tenant}/test%201/api/v2.0/companies"));
        }
    }

    [Test]
    public async Task Request_CredentialOfAnotherTenant_NamesTheTenant()
    {
        using var transport = ScriptedTransport.Echo();
        var credential = new ScriptedCredential(_ => throw new InvalidOperationException("The tenant is not allowed."));
        using var client = new FinancialsClient(FinancialsService.BusinessCentral("contoso.com"), credential, TestClients.Once(transport));

        var error = await Assert.ThrowsAsync<FinancialsUnauthorizedException>(() => client.Companies.ToListAsync());

        Assert.That(error.Message, Is.EqualTo(
            "No token could be had from ScriptedCredential for the scope https://api.businesscentral.dynamics.com/.default and the tenant contoso.com, so nothing was sent. " +
            "Check the credential's settings. It says: The tenant is not allowed."));
        Assert.That(transport.Requests, Is.Empty);
    }

    [TestCase("", "production")]
    [TestCase("contoso.com", " ")]
    public void Service_WithABlankName_IsRefused(string tenant, string environment) =>
        Assert.That(() => FinancialsService.BusinessCentral(tenant, environment), Throws.ArgumentException);
}
