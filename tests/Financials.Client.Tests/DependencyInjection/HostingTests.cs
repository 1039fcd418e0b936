using Azure.Core;
using Financials.Client.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Financials.Client.Tests.DependencyInjection;

/// <summary>Clients that an application's container makes.</summary>
public class HostingTests
{
    [Test]
    public async Task Client_FromConfiguration_TalksToTheConfiguredService()
    {
        using var transport = ScriptedTransport.Answering("""{"value":[]}""");
        await using var services = Applications.With(transport);

        await services.Customers().ToListAsync();

        Assert.That(transport.Requests.Single().Target.AbsoluteUri, Does.StartWith(TestClients.BaseAddress.AbsoluteUri + "/companies/"));
        Assert.That(transport.Requests.Single().Headers["Authorization"], Is.EqualTo("Bearer token"));
    }

    [TestCase("Tenant=contoso.com", "https://api.businesscentral.dynamics.com/v2.0/contoso.com/production/api/v2.0/companies")]
    [TestCase("Tenant=contoso.com;Environment=test", "https://api.businesscentral.dynamics.com/v2.0/contoso.com/test/api/v2.0/companies")]
    [TestCase("BaseAddress=https://a.example/api/v2.0;Scope=s;Surface=businessCentral", "https://a.example/api/v2.0/companies")]
    public async Task Client_OfBusinessCentral_TalksToTheConfiguredPlace(string settings, string address)
    {
        using var transport = ScriptedTransport.Answering("""{"value":[]}""");
        var services = new ServiceCollection();
        var section = Applications.Section(settings.Split(';').Select(setting => setting.Split('=')).ToDictionary(setting => $"Financials:{setting[0]}", setting => (string?)setting[1]));
        services.AddFinancialsClient(section).UseCredential(new StaticTokenCredential("token")).ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<FinancialsClient>();

        await client.Companies.ToListAsync();
        await client.Companies[Ids.Company].Customers.ToListAsync();

        Assert.That(
            transport.Requests.Select(request => request.Target.AbsoluteUri), Is.EqualTo(new[] { address, $"{address}({Ids.Company})/customers" }));
    }

    [Test]
    public async Task Client_ResolvedTwice_SharesOneTokenCache()
    {
        using var transport = ScriptedTransport.Answering("""{"value":[]}""");
        var credential = new ScriptedCredential();
        await using var services = Applications.With(transport, client => client.UseCredential(credential));

        await using (var one = services.CreateAsyncScope())
        {
            await one.ServiceProvider.Customers().ToListAsync();
        }

        await using (var other = services.CreateAsyncScope())
        {
            await other.ServiceProvider.Customers().ToListAsync();
        }

        Assert.That(transport.Requests, Has.Count.EqualTo(2));
        Assert.That(credential.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Clients_UnderKeys_HaveTheirOwnServicesAndTokens()
    {
        using var transport = ScriptedTransport.Answering("""{"value":[]}""");
        var services = new ServiceCollection();
        foreach (var region in (string[])["emea", "apac"])
        {
            services.AddFinancialsClient(region, settings =>
            {
                settings.BaseAddress = $"https://{region}.example/financials";
                settings.Scope = $"https://{region}.example/.default";
            }).UseCredential(new StaticTokenCredential(region)).ConfigurePrimaryHttpMessageHandler(() => transport);
        }

        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredKeyedService<FinancialsClient>("emea").Customers().ToListAsync();
        await provider.GetRequiredKeyedService<FinancialsClient>("apac").Customers().ToListAsync();

        Assert.That(
            transport.Requests.Select(request => (request.Target.Host, request.Headers["Authorization"])),
            Is.EqualTo(new[] { ("emea.example", "Bearer emea"), ("apac.example", "Bearer apac") }));
        Assert.That(provider.GetService<FinancialsClient>(), Is.Null);
    }

    [Test]
    public async Task Client_WithoutACredentialOfItsOwn_UsesTheContainers()
    {
        using var transport = ScriptedTransport.Answering("""{"value":[]}""");
        var services = new ServiceCollection();
        services.AddSingleton<TokenCredential>(new StaticTokenCredential("the-containers"));
        services.AddFinancialsClient(Applications.Section(Applications.Working)).ConfigurePrimaryHttpMessageHandler(() => transport);
        await using var provider = services.BuildServiceProvider();

        await provider.Customers().ToListAsync();

        Assert.That(transport.Requests.Single().Headers["Authorization"], Is.EqualTo("Bearer the-containers"));
    }

    [Test]
    public async Task ConfigureResilience_BesideConfiguration_ComesLast()
    {
        using var transport = new ScriptedTransport(_ => new(System.Net.HttpStatusCode.ServiceUnavailable));
        await using var services = Applications.With(transport, client => client.ConfigureResilience(resilience => resilience.MaxRetries = 2));

        await Assert.CatchAsync<FinancialsUnavailableException>(() => services.Customers().ToListAsync());

        Assert.That(transport.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Handlers_OfTheApplication_SeeEveryAttemptWithItsToken()
    {
        var attempts = 0;
        using var transport = new ScriptedTransport(request => ++attempts < 3
            ? new(System.Net.HttpStatusCode.ServiceUnavailable)
            : ScriptedTransport.Json("""{"value":[]}"""));
        await using var services = Applications.With(transport, client => client.AddHttpMessageHandler(() => new StampingHandler()));

        await services.Customers().ToListAsync();

        Assert.That(transport.Requests.Select(request => request.Headers["x-stamp"]), Is.EqualTo(["Bearer", "Bearer", "Bearer"]));
    }

    [Test]
    public async Task LogEntries_OfAClient_GoToTheContainersLoggersAndNoOthersOfHttpDo()
    {
        using var transport = ScriptedTransport.Answering("""{"value":[]}""");
        using var loggers = new RecordingLoggers();
        await using var services = Applications.With(transport, client => client.Services.AddSingleton<ILoggerFactory>(loggers));

        await services.Customers().ToListAsync();

        Assert.That(loggers.Entries.Select(entry => entry.Id.Name), Is.EqualTo(["TokenObtained", "Succeeded"]));
    }

    [Test]
    public async Task Registration_MadeTwice_IsOneClientThatWorks()
    {
        using var transport = ScriptedTransport.Answering("""{"value":[]}""");
        await using var services = Applications.With(
            transport, client => client.Services.AddFinancialsClient(Applications.Section(Applications.Working)));

        await services.Customers().ToListAsync();

        Assert.That(services.GetServices<FinancialsClient>().Count(), Is.EqualTo(1));
        Assert.That(transport.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Container_GivenTheClientsPartsItself_ResolvesOneOfItsConstructors(bool withOptions)
    {
        using var transport = ScriptedTransport.Answering("""{"value":[]}""");
        var services = new ServiceCollection();
        services.AddSingleton(TestClients.Service).AddSingleton<TokenCredential>(new StaticTokenCredential("token")).AddSingleton<FinancialsClient>();
        if (withOptions)
        {
            services.AddSingleton(new FinancialsClientOptions { Transport = transport });
        }

        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<FinancialsClient>();

        Assert.That(withOptions ? await client.Customers().ToListAsync() : [], Is.Empty);
        Assert.That(transport.Requests, Has.Count.EqualTo(withOptions ? 1 : 0));
    }

    [Test]
    public void Arguments_ThatAreMissing_AreNamed()
    {
        var services = new ServiceCollection();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Assert.Throws<ArgumentException>(() => services.AddFinancialsClient("", _ => { }))!.ParamName, Is.EqualTo("name"));
            Assert.That(
                Assert.Throws<ArgumentException>(() => services.AddFinancialsClient((Action<FinancialsSettings>)null!))!.ParamName,
                Is.EqualTo("configure"));
        }
    }

    /// <summary>Adds a header that says which scheme of authorisation the request has when it comes by.</summary>
    private sealed class StampingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Remove("x-stamp");
            request.Headers.TryAddWithoutValidation("x-stamp", request.Headers.Authorization?.Scheme);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
