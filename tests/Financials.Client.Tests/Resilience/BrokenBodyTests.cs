using System.Net;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience;

/// <summary>A connection that is lost in the middle of an answer is a failed attempt, although the status said 200.</summary>
public class BrokenBodyTests
{
    private const string Coho = """{"displayName":"Coho"}""";

    [TestCase("")]
    [TestCase("{\"displayName\":\"Co")]
    [TestCase(Coho)]
    public async Task Get_BodyBreaksOff_IsRepeated(string beginning)
    {
        using var broken = new TrackedResponse(HttpStatusCode.OK, new BrokenContent(beginning));
        using var transport = new AsyncTransport((request, number, _) => Task.FromResult(number == 1 ? broken : ScriptedTransport.Record(request, Coho)));
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        var customer = await client.Customers().GetAsync(Guid.NewGuid());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(customer.DisplayName, Is.EqualTo("Coho"));
            Assert.That(transport.Requests, Has.Count.EqualTo(2));
            Assert.That(broken.IsDisposed && broken.BodyIsDisposed, Is.True);
        }
    }

    [Test]
    public async Task Get_BodyAlwaysBreaksOff_IsUnavailable()
    {
        using var transport = new AsyncTransport((_, _, _) => Task.FromResult(new HttpResponseMessage { Content = new BrokenContent("{") }));
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        var error = await Assert.CatchAsync(() => client.Customers().GetAsync(Guid.NewGuid()));

        Assert.That(error, Is.TypeOf<FinancialsUnavailableException>());
        Assert.That(((FinancialsException)error!).Attempts, Is.EqualTo(5));
    }

    [Test]
    public async Task Create_BodyBreaksOff_IsNotRepeatedAndIsAnErrorOfOurs()
    {
        using var transport = new AsyncTransport((_, _, _) => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.Created) { Content = new BrokenContent("{") }));
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        var error = await Assert.CatchAsync(() => client.Customers().CreateAsync(new Customer { DisplayName = "Coho" }));

        Assert.That(error, Is.InstanceOf<FinancialsException>());
        Assert.That(transport.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task Get_BodyShorterThanAnnouncedOverASocket_IsRepeated(CancellationToken guard)
    {
        await using var server = RawServer.BreakingOffOnce($$"""{"id":"{{Ids.Customer}}","displayName":"Coho"}""");
        using var transport = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new FinancialsClient(
            FinancialsService.Documented(server.Address, "scope"),
            new StaticTokenCredential("token"),
            new() { Transport = transport, TimeProvider = new ManualTime { SkipsDelays = true } });

        var customer = await client.Customers().GetAsync(Ids.Customer, guard);

        Assert.That(customer.DisplayName, Is.EqualTo("Coho"));
        Assert.That(server.Requests, Is.EqualTo(2));
    }
}
