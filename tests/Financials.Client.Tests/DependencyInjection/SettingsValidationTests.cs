using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Financials.Client.Tests.DependencyInjection;

/// <summary>An application with settings that cannot work does not start, and says what to change.</summary>
public class SettingsValidationTests
{
    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case(
            "nothing", [],
            "Financials:Tenant is missing: give it for Business Central online, Financials:GraphVersion for Microsoft Graph, or Financials:BaseAddress and Financials:Scope for another address");
        yield return Case(
            "no address", [("Scope", "s")], "Financials:BaseAddress is missing: Financials:Scope is of no use without it");
        yield return Case(
            "no scope", [("BaseAddress", "https://a.example")], "Financials:Scope is missing: tokens for Financials:BaseAddress need one");
        yield return Case(
            "blank scope", [("BaseAddress", "https://a.example"), ("Scope", " ")], "Financials:Scope is blank: tokens for Financials:BaseAddress need one");
        yield return Case("no tenant", [("Environment", "sandbox")], "Financials:Tenant is missing: Financials:Environment is of no use without it");
        yield return Case("blank tenant", [("Tenant", " ")], "Financials:Tenant is blank: give a domain or an id");
        yield return Case(
            "blank environment",
            [("Tenant", "contoso.com"), ("Environment", "")],
            "Financials:Environment is blank: give a name, or leave it out for production");
        yield return Case(
            "a tenant and an address",
            [("Tenant", "contoso.com"), ("BaseAddress", "https://a.example")],
            "Financials:Tenant contradicts Financials:BaseAddress: keep Financials:Tenant for Business Central online, and leave Financials:BaseAddress out");
        yield return Case(
            "a surface alone", [("Surface", "BusinessCentral")], "Financials:BaseAddress is missing: Financials:Surface says what is served there");
        yield return Case(
            "an unknown surface",
            [("BaseAddress", "https://a.example"), ("Scope", "s"), ("Surface", "v2")],
            "Financials:Surface has to be BusinessCentral or Documented");
        yield return Case(
            "Graph and a surface",
            [("GraphVersion", "beta"), ("Surface", "Documented")],
            "Financials:GraphVersion contradicts Financials:Surface: leave Financials:Surface out for Microsoft Graph");
        yield return Case("a language that is none", [("Tenant", "contoso.com"), ("Language", "de DE")], "Financials:Language has to be a language tag such as de-DE");
        yield return Case("blank version", [("GraphVersion", "")], "Financials:GraphVersion is blank: give a version, for example beta");
        yield return Case("unknown version", [("GraphVersion", "v9")], "Financials:GraphVersion has to be beta or v1.0, and only beta has these resources");
        yield return Case(
            "not secure", [("BaseAddress", "http://a.example"), ("Scope", "s")],
            "Financials:BaseAddress has to be an absolute https address; http is for loopback addresses only");
        yield return Case(
            "no address at all", [("BaseAddress", "a.example"), ("Scope", "s")],
            "Financials:BaseAddress has to be an absolute https address; http is for loopback addresses only");
        yield return Case(
            "two services", [("GraphVersion", "beta"), ("BaseAddress", "https://a.example"), ("Scope", "s")],
            "Financials:GraphVersion contradicts Financials:BaseAddress: keep Financials:GraphVersion for Microsoft Graph, or Financials:BaseAddress and Financials:Scope for another address");
        yield return Case(
            "scope for Graph", [("GraphVersion", "beta"), ("Scope", "s")],
            "Financials:GraphVersion contradicts Financials:Scope: keep Financials:GraphVersion for Microsoft Graph, or Financials:BaseAddress and Financials:Scope for another address");
        yield return Case(
            "misspelt", [("GraphVersion", "beta"), ("BaseAdress", "https://a.example")],
            "Financials:BaseAdress is not a setting; there are Tenant, Environment, GraphVersion, BaseAddress, Scope, Surface, Language, ReadIntent, Resilience");
        yield return Case(
            "forms that cannot be read",
            [("Resilience:TotalTimeout", "2minutes"), ("Resilience:MaxRetries", "many"), ("Resilience:BaseDelay", "00:00:01")],
            "Financials:Resilience:TotalTimeout is '2minutes', which is no time: write hours:minutes:seconds, for example 00:02:00 for two minutes",
            "Financials:Resilience:MaxRetries is 'many', which is no whole number");
        yield return Case(
            "a read intent that is none", [("Tenant", "contoso.com"), ("ReadIntent", "soon")], "Financials:ReadIntent is 'soon': write ReadOnly or ReadWrite");
        yield return Case(
            "a read intent by an unknown number", [("Tenant", "contoso.com"), ("ReadIntent", "7")], "Financials:ReadIntent is '7': write ReadOnly or ReadWrite");
        yield return Case(
            "all at once", [("Resilience:MaxRetries", "-1"), ("Resilience:AttemptTimeout", "00:10:00"), ("Resilience:Retries", "3")],
            "Financials:Resilience:Retries is not a setting; there are TotalTimeout, AttemptTimeout, BaseDelay, MaxDelay, MaxRetries, MaxConcurrentRequests, MaxBatchSize",
            "Financials:Tenant is missing: give it for Business Central online, Financials:GraphVersion for Microsoft Graph, or Financials:BaseAddress and Financials:Scope for another address",
            "Financials:Resilience:AttemptTimeout has to be no longer than TotalTimeout",
            "Financials:Resilience:MaxRetries has to be from 0 to 100");
    }

    [TestCaseSource(nameof(Wrong))]
    public async Task Application_WithWrongSettings_DoesNotStartAndNamesThem(Dictionary<string, string?> settings, string[] problems)
    {
        using var host = HostWith(settings);

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.That(error.Message, Is.EqualTo($"The Financials client cannot work with these settings. {string.Join(". ", problems)}."));
    }

    [Test]
    public async Task Application_WithSettingsOfCode_NamesThemWithoutASection()
    {
        var services = new ServiceCollection();
        services.AddFinancialsClient(settings => settings.Scope = "s");
        await using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<FinancialsClient>());

        Assert.That(error!.Message, Does.EndWith("BaseAddress is missing: Scope is of no use without it."));
    }

    [Test]
    public async Task Application_WithOneGoodAndOneBadClient_NamesTheBadOnesKeysOnly()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddFinancialsClient(Applications.Section(Applications.Working));
        builder.Services.AddFinancialsClient("emea", settings => settings.BaseAddress = "https://emea.example");
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.That(error.Message, Is.EqualTo("The Financials client cannot work with these settings. Scope is missing: tokens for BaseAddress need one."));
    }

    [Test]
    public async Task Application_WithEverySetting_Starts()
    {
        using var host = HostWith(new(Applications.Working)
        {
            ["Financials:Resilience:TotalTimeout"] = "00:02:00",
            ["Financials:Resilience:AttemptTimeout"] = "00:00:30",
            ["Financials:Resilience:MaxRetries"] = "3",
            ["Financials:Resilience:MaxConcurrentRequests"] = "4",
        });

        await host.StartAsync();

        var settings = host.Services.GetRequiredService<IOptionsMonitor<FinancialsSettings>>().Get("Financials.Client");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Resilience.TotalTimeout, Is.EqualTo(TimeSpan.FromMinutes(2)));
            Assert.That(settings.Resilience.AttemptTimeout, Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(settings.Resilience.MaxRetries, Is.EqualTo(3));
        }

        await host.StopAsync();
    }

    private static TestCaseData Case(string name, (string Key, string Value)[] settings, params string[] problems) =>
        new TestCaseData(settings.ToDictionary(setting => $"Financials:{setting.Key}", setting => (string?)setting.Value), problems)
            .SetArgDisplayNames(name);

    private static IHost HostWith(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddFinancialsClient(Applications.Section(settings)).UseCredential(new StaticTokenCredential("token"));
        return builder.Build();
    }
}
