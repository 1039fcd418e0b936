using Azure.Core;
using Azure.Identity;

namespace Financials.Client.Sandbox.Tests.Live;

/// <summary>The same behaviours on the sandbox, on recordings, and on a real tenant where environment variables name one.</summary>
[TestFixture]
public sealed class SharedBehaviourTests
{
    private const string Company = "CRONUS USA, Inc.";

    [TestCaseSource(typeof(Behaviours), nameof(Behaviours.Names))]
    public async Task Behaviour_OfTheSandbox_IsTheServices(string behaviour)
    {
        await using var sandbox = await FinancialsSandbox.StartAsync();
        using var client = sandbox.CreateBusinessCentralClient();
        await Behaviours.TryAsync(behaviour, await Workplace.OpenAsync(client, Company, mayPost: true));
    }

    [TestCaseSource(typeof(Behaviours), nameof(Behaviours.Names))]
    public async Task Behaviour_RecordedOnce_IsReplayedWithoutAService(string behaviour)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{TestContext.CurrentContext.Test.ID}.json");
        try
        {
            await using (var sandbox = await FinancialsSandbox.StartAsync())
            {
                await RunAsync(new RecordingHandler(path, sandbox.BusinessCentralService, hide: [Company]), sandbox.BusinessCentralService, sandbox.Credential, Company, behaviour);
            }

            var service = FinancialsService.BusinessCentral("contoso.example");
            var replay = new ReplayingHandler(path, service, hide: ["Any name will do"]);
            await RunAsync(replay, service, new StaticTokenCredential("none"), "Any name will do", behaviour);
            Assert.That(replay.Remaining, Is.Zero);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Category("Live")]
    [TestCaseSource(typeof(Behaviours), nameof(Behaviours.Names))]
    public async Task Behaviour_OfALiveTenant_IsTheSandboxes(string behaviour)
    {
        if (LiveTenant.Find() is not { } live)
        {
            // It takes an account, which no build machine has. The same behaviour is tried on the sandbox and on a recording.
            Assert.Ignore(LiveTenant.HowTo);
            return;
        }

        var service = FinancialsService.BusinessCentral(live.Tenant, live.Environment);
        HttpMessageHandler? recording = LiveTenant.RecordTo is { } folder
            ? new RecordingHandler(
                Path.Combine(Directory.CreateDirectory(folder).FullName, $"{behaviour}.json"), service, hide: [live.Company, live.Tenant])
            : null;
        await RunAsync(recording, service, new DefaultAzureCredential(), live.Company, behaviour, LiveTenant.MayPost);
    }

    private static async Task RunAsync(
        HttpMessageHandler? transport, FinancialsService service, TokenCredential credential, string company, string behaviour, bool mayPost = true)
    {
        using (transport)
        {
            using var client = new FinancialsClient(service, credential, new() { Transport = transport });
            await Behaviours.TryAsync(behaviour, await Workplace.OpenAsync(client, company, mayPost));
        }
    }
}
