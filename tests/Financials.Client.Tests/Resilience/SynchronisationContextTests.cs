using Azure.Core;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience;

/// <summary>A window's thread that blocks on a call cannot run what the call would post to it, so nothing may be posted.</summary>
[CancelAfter(10_000)]
public class SynchronisationContextTests
{
    [Test]
    public async Task Create_BlockedOnWithASingleThread_Ends(CancellationToken guard)
    {
        using var transport = new AsyncTransport(async (request, number, _) =>
        {
            await Task.Delay(TimeSpan.FromTicks(1), CancellationToken.None).ConfigureAwait(false);
            return number switch
            {
                1 => new HttpResponseMessage(System.Net.HttpStatusCode.Unauthorized),
                2 => new HttpResponseMessage(System.Net.HttpStatusCode.TooManyRequests),
                _ => ScriptedTransport.Stored(request),
            };
        });
        var credential = new ScriptedCredential(async number =>
        {
            await Task.Yield();
            return new AccessToken($"token-{number}", DateTimeOffset.MaxValue);
        });
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true }, credential: credential);

        var posts = await PumpContext.RunAsync(context =>
        {
            client.Customers().CreateAsync(new Customer { DisplayName = "Coho" }, guard).GetAwaiter().GetResult();
            return context.Posts;
        }).WaitAsync(guard);

        Assert.That(posts, Is.Zero);
        Assert.That(transport.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task List_BlockedOnWithASingleThread_Ends(CancellationToken guard)
    {
        using var transport = ScriptedTransport.Answering("""{"value":[{"displayName":"Coho"}]}""");
        using var client = ManualClients.Of(transport);

        var count = await PumpContext.RunAsync(
            _ => client.Customers().Where(c => c.DisplayName == "Coho").ToListAsync(guard).GetAwaiter().GetResult().Count).WaitAsync(guard);

        Assert.That(count, Is.EqualTo(1));
    }
}
