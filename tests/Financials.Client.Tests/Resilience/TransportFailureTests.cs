using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience;

/// <summary>What a failure on the way says about a create that has no key: not executed, so that it is retried; or nobody knows.</summary>
[CancelAfter(20_000)]
public class TransportFailureTests
{
    private static readonly HttpRequestError[] NotExecuted =
    [
        HttpRequestError.NameResolutionError, HttpRequestError.ConnectionError, HttpRequestError.SecureConnectionError, HttpRequestError.ProxyTunnelError,
    ];

    private static IEnumerable<TestCaseData> Unclear =>
    [
        Case(new HttpRequestException(HttpRequestError.ResponseEnded), "The connection broke off before the response had arrived (the response ended too early)."),
        Case(new HttpRequestException(HttpRequestError.Unknown), "The connection broke off before the response had arrived (the connection was lost)."),
        Case(new HttpRequestException(HttpRequestError.InvalidResponse), "The connection broke off before the response had arrived (the connection was lost)."),
        Case(new IOException("reset"), "The connection broke off before the response had arrived (the connection was lost)."),
        Case(new ObjectDisposedException("connection"), "The connection broke off before the response had arrived (the response could not be decoded)."),
        Case(new TaskCanceledException("too slow"), "The connection broke off before the response had arrived (the response could not be decoded)."),
    ];

    [TestCaseSource(nameof(NotExecuted))]
    public async Task Create_ConnectionNeverMade_IsRetried(HttpRequestError kind, CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(_ => throw new HttpRequestException(kind), ScriptedTransport.Stored);
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        await client.Customers().CreateAsync(new() { DisplayName = "Coho" }, guard);

        Assert.That(transport.Methods, Is.EqualTo("POST POST"));
    }

    [Test]
    public async Task Create_ConnectionNeverMadeAtAll_SaysWhatCannotBeReached(CancellationToken guard)
    {
        using var transport = new ScriptedTransport(Reply.Unreachable);
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        var error = await Assert.ThrowsAsync<FinancialsUnavailableException>(() => client.Customers().CreateAsync(new() { DisplayName = "Coho" }, guard));

        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            "https://service.example could not be reached (no connection could be made). Check the service's address, the network and the proxy. " +
            "[POST /beta/financials/companies/{company}/customers]"));
        Assert.That((error.Attempts, error.InnerException!.GetType()), Is.EqualTo((5, typeof(HttpRequestException))));
    }

    [TestCaseSource(nameof(Unclear))]
    public async Task Create_AnythingElse_IsUnknown(Exception failure, string message, CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(_ => throw failure);
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        var error = await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Customers().CreateAsync(new() { DisplayName = "Coho" }, guard));

        Assert.That(Ids.Named(error.Message), Does.EndWith($"The last failure: {message} [POST /beta/financials/companies/{{company}}/customers]"));
        Assert.That(error.InnerException!.InnerException, Is.SameAs(failure));
    }

    [TestCaseSource(nameof(Unclear))]
    public async Task Read_AnythingElse_IsRetried(Exception failure, string _, CancellationToken guard)
    {
        using var transport = ScriptedTransport.InOrder(_ => throw failure, request => ScriptedTransport.Record(request));
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        await client.Customers().GetAsync(Ids.Customer, guard);

        Assert.That(transport.Methods, Is.EqualTo("GET GET"));
    }

    [Test]
    public async Task Call_FaultOfTheApplicationsHandler_IsPassedOnAsItIs(CancellationToken guard)
    {
        var bug = new InvalidOperationException("a bug of the application's");
        using var transport = ScriptedTransport.InOrder(_ => throw bug);
        using var client = ManualClients.Of(transport, new ManualTime { SkipsDelays = true });

        Assert.That(await Assert.CatchAsync<Exception>(() => client.Customers().GetAsync(Ids.Customer, guard)), Is.SameAs(bug));
    }

    private static TestCaseData Case(Exception failure, string message) => new TestCaseData(failure, message).SetArgDisplayNames(failure.GetType().Name, failure.Message.ReplaceLineEndings(" "));
}
