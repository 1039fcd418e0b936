using Azure.Core;
using Azure.Identity;

namespace Financials.Client.Tests.Documentation.Snippets;

/// <summary>Clients with the credentials of docs/authentication.md. Nothing is sent by making one.</summary>
internal static class AuthenticationSnippets
{
    public static FinancialsClient OnYourOwnMachine()
    {
        // snippet: on your own machine
        var client = new FinancialsClient(FinancialsService.BusinessCentral("contoso.com", "sandbox"), new DefaultAzureCredential());
        // end
        return client;
    }

    public static FinancialsClient WithASecret(FinancialsService service, string tenant, string application, string secret)
    {
        // snippet: secret
        var client = new FinancialsClient(service, new ClientSecretCredential(tenant, application, secret));
        // end
        return client;
    }

    public static FinancialsClient WithAManagedIdentity(FinancialsService service)
    {
        // snippet: managed identity
        var client = new FinancialsClient(service, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));
        // end
        return client;
    }

    public static FinancialsClient ForAUser(FinancialsService service, string tenant, string application)
    {
        // snippet: delegated
        var options = new InteractiveBrowserCredentialOptions { TenantId = tenant, ClientId = application };
        var client = new FinancialsClient(service, new InteractiveBrowserCredential(options));
        // end
        return client;
    }

    public static TokenCredential OnBehalfOfACaller(FinancialsService service, string tenant, string application, string secret, string userAssertion)
    {
        // snippet: on behalf of
        var caller = new OnBehalfOfCredential(tenant, application, secret, userAssertion);
        using var client = new FinancialsClient(service, caller);
        // end
        return caller;
    }

    public static FinancialsService OnPremises(string tenant, string application)
    {
        // snippet: on premises
        var service = FinancialsService.BusinessCentral(
            new Uri("https://bc.contoso.com:7048/BC/api/v2.0"), scope: "https://api.businesscentral.dynamics.com/.default");
        var client = new FinancialsClient(service, new ClientCertificateCredential(tenant, application, "client.pem"));
        // end
        client.Dispose();
        return service;
    }

    public static FinancialsClient WithAToken(FinancialsService service, string token)
    {
        // snippet: token
        var client = new FinancialsClient(service, new StaticTokenCredential(token));
        // end
        return client;
    }
}
