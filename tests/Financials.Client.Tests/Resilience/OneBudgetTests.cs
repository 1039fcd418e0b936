using System.Globalization;
using System.Net;
using Financials.Client.Tests.SafeCreates;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience;

/// <summary>Attempts and time are counted once for a call, whatever belongs to it.</summary>
[CancelAfter(20_000)]
public class OneBudgetTests
{
    private static readonly Customer Coho = new() { Number = "C0001", DisplayName = "Coho" };

    // Retries below and above a create multiplied: MaxRetries = 4 sent 25 POSTs.
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(4)]
    public async Task Create_NeverExecuted_SendsOnePostMoreThanItsRetries(int retries, CancellationToken guard)
    {
        using var server = new ModelServer { Chooser = request => request.Method == "POST" ? ModelFault.Status(504, ModelExecution.Never) : ModelFault.None };
        using var client = ManualClients.Of(server, server.Time, new() { MaxRetries = retries });

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Customers().CreateAsync(Coho, guard));

        Assert.That(server.Sent("POST"), Is.EqualTo(retries + 1));
        Assert.That(error.Attempts, Is.EqualTo(retries + 1));
    }

    // Each request had the whole time for itself: with a total of 2 s a create took 5.2 s.
    [Test]
    public async Task Create_ServiceThatHangs_TakesNoLongerThanTheTotal(CancellationToken guard)
    {
        var time = new ManualTime { SkipsDelays = true };
        using var transport = Taking(time, TimeSpan.FromDays(1), request => ScriptedTransport.Stored(request));
        using var client = ManualClients.Of(transport, time, new() { TotalTimeout = TimeSpan.FromSeconds(2), AttemptTimeout = TimeSpan.FromSeconds(1) });

        await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Customers().CreateAsync(Coho, guard));

        Assert.That(time.Elapsed, Is.LessThanOrEqualTo(TimeSpan.FromSeconds(2)));
    }

    // Ten allocations had ten totals: with one of 1 s the call took 18 s.
    [Test]
    public async Task CreatePayment_EveryNumberTaken_TakesNoLongerThanTheTotal(CancellationToken guard)
    {
        var time = new ManualTime { SkipsDelays = true };
        using var transport = Taking(time, TimeSpan.FromMilliseconds(400), request => request.Method == "GET"
            ? ScriptedTransport.Json("""{"value":[]}""")
            : ScriptedTransport.Json("""{"error":{"code":"Internal_EntityWithSameKeyExists","message":"No."}}""", HttpStatusCode.BadRequest));
        using var client = ManualClients.Of(transport, time, new() { TotalTimeout = TimeSpan.FromSeconds(1), AttemptTimeout = TimeSpan.FromSeconds(1) });

        await Assert.CatchAsync<FinancialsException>(() => client.Payments(Guid.NewGuid()).CreateAsync(new() { Amount = -1m }, guard));

        Assert.That(time.Elapsed, Is.LessThanOrEqualTo(TimeSpan.FromSeconds(1)));
    }

    // Empty pages with ever new next links went on for ever.
    [TestCase("first")]
    [TestCase("list")]
    [TestCase("create")]
    public async Task Pages_EmptyAndEndless_EndWithTheTotal(string call, CancellationToken guard)
    {
        var time = new ManualTime { SkipsDelays = true };
        var page = 0;
        using var transport = Taking(time, TimeSpan.FromSeconds(10), request => request.Method == "POST"
            ? new HttpResponseMessage(HttpStatusCode.GatewayTimeout)
            : ScriptedTransport.Json(string.Create(CultureInfo.InvariantCulture, $$"""{"value":[],"@odata.nextLink":"{{TestClients.BaseAddress}}/next?$skiptoken={{++page}}"}""")));
        using var client = ManualClients.Of(transport, time);

        var error = await Assert.CatchAsync<FinancialsException>(() => call switch
        {
            "first" => client.Customers().FirstOrDefaultAsync(guard),
            "list" => client.Customers().ToListAsync(guard),
            _ => client.Customers().CreateAsync(Coho, guard),
        });

        Assert.That(error!.Message, Does.Contain("Resilience.TotalTimeout"));
        Assert.That(time.Elapsed, Is.LessThanOrEqualTo(TimeSpan.FromMinutes(5)));
    }

    // What the caller does with a page takes time of its own.
    [Test]
    public async Task Pages_ReadOverHours_EachHaveATotalOfTheirOwn(CancellationToken guard)
    {
        var time = new ManualTime { SkipsDelays = true };
        var page = 0;
        using var transport = Taking(time, TimeSpan.FromSeconds(10), _ => ScriptedTransport.Json(++page == 5
            ? """{"value":[{"displayName":"Coho"}]}"""
            : string.Create(CultureInfo.InvariantCulture, $$"""{"value":[{"displayName":"Coho"}],"@odata.nextLink":"{{TestClients.BaseAddress}}/next?$skiptoken={{page}}"}""")));
        using var client = ManualClients.Of(transport, time);
        var read = 0;

        await foreach (var _ in client.Customers().WithCancellation(guard))
        {
            read++;
            time.Advance(TimeSpan.FromHours(1));
        }

        Assert.That(read, Is.EqualTo(5));
    }

    // Options were read again with each call: MaxRetries changed from 1 to 7 after the client was made sent 8 POSTs, unchecked.
    [Test]
    public async Task Options_ChangedAfterTheClientWasMade_ChangeNothing(CancellationToken guard)
    {
        using var transport = ScriptedTransport.Answering("", HttpStatusCode.TooManyRequests);
        var options = new FinancialsClientOptions { Transport = transport, TimeProvider = new ManualTime { SkipsDelays = true }, Resilience = { MaxRetries = 1 } };
        using var client = new FinancialsClient(TestClients.Service, new StaticTokenCredential("token"), options);
        options.Resilience.MaxRetries = 7;
        options.MaxResponseBytes = -1;

        await Assert.ThrowsAsync<FinancialsThrottledException>(() => client.Customers().CreateAsync(Coho, guard));

        Assert.That(transport.Requests, Has.Count.EqualTo(2));
    }

    private static AsyncTransport Taking(ManualTime time, TimeSpan duration, Func<RecordedRequest, HttpResponseMessage> answer) => new(
        async (request, _, token) =>
        {
            await Task.Delay(duration, time, token);
            return answer(request);
        },
        time);
}
