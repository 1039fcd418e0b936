using System.Net;
using Azure.Core;
using Financials.Client.Tests.Outbox;
using Financials.Client.Tests.SafeCreates;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience;

/// <summary>
/// A window's thread that blocks on a call cannot run what the call would post to it, so nothing may be posted. A call posts at
/// the first place where it has to wait, so each such place has a test in which nothing has waited before.
/// </summary>
[CancelAfter(10_000)]
public class SynchronisationContextTests
{
    private static readonly Customer First = new() { Number = "FIRST", DisplayName = "First" };
    private static readonly Customer Coho = new() { Number = "C0001", DisplayName = "Coho" };

    [Test]
    public async Task Create_FirstWaitsForTheToken_PostsNothing(CancellationToken guard)
    {
        using var transport = ScriptedTransport.Storing();
        var token = new TaskCompletionSource<AccessToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var client = ManualClients.Of(transport, credential: new ScriptedCredential(_ => new(token.Task)));

        var posts = await PostsAsync(
            () => client.Customers().CreateAsync(Coho, guard),
            () => token.SetResult(new AccessToken("token", DateTimeOffset.MaxValue)),
            guard);

        Assert.That(posts, Is.Zero);
    }

    [TestCase("Bearer")]
    [TestCase("Bearer claims=\"e30\"")]
    public async Task Create_FirstWaitsForAnotherToken_PostsNothing(string challenge, CancellationToken guard)
    {
        using var transport = new ScriptedTransport(request =>
            IsRefused(request) ? Refusal(challenge) : ScriptedTransport.Stored(request));
        var next = new TaskCompletionSource<AccessToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var client = ManualClients.Of(transport, credential: new ScriptedCredential(number => number == 1 ? Token(1) : new(next.Task)));
        await client.Customers().CreateAsync(First, guard);

        var posts = await PostsAsync(
            () => client.Customers().CreateAsync(Coho, guard),
            () => next.SetResult(new AccessToken("token-2", DateTimeOffset.MaxValue)),
            guard);

        Assert.That(posts, Is.Zero);
    }

    [Test]
    public async Task Create_FirstWaitsForItsSecondSend_PostsNothing(CancellationToken guard)
    {
        FinancialsClient? client = null;
        using var server = new ScriptedTransport(request =>
        {
            if (!IsRefused(request))
            {
                return ScriptedTransport.Stored(request);
            }

            // Another call meets the refusal first, so that this one finds a new token in the cache.
            if (request.Body.Contains(Coho.Number!, StringComparison.Ordinal))
            {
                Task.Run(() => client!.Customers().CreateAsync(Coho with { Number = "C0002" }, guard), guard).Wait(guard);
            }

            return Refusal("Bearer");
        });
        using var transport = new HoldingHandler(server);
        using var owner = client = ManualClients.Of(transport, credential: new ScriptedCredential(Token));
        await client.Customers().CreateAsync(First, guard);
        transport.HoldAfter = 3;

        Assert.That(await PostsAsync(() => client.Customers().CreateAsync(Coho, guard), transport.Release, guard), Is.Zero);
        Assert.That(server.Requests, Has.Count.EqualTo(5));
    }

    /// <summary>The requests are: what the highest line number is, the payment, and the look for it.</summary>
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public async Task CreatePayment_FirstWaitsForOneOfItsRequests_PostsNothing(int before, CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Now));
        using var transport = new HoldingHandler(server);
        using var client = ManualClients.Of(transport, server.Time);
        await client.Customers().FirstOrDefaultAsync(guard);
        transport.HoldAfter = before;

        var posts = await PostsAsync(() => client.Payments(Guid.NewGuid()).CreateAsync(new() { Amount = -1 }, guard), transport.Release, guard);

        Assert.That(posts, Is.Zero);
        Assert.That(server.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task LineNumbers_FirstWaitForAnotherCaller_PostNothing(CancellationToken guard)
    {
        using var server = new ModelServer();
        using var transport = new HoldingHandler(server) { HoldAfter = 0 };
        using var client = ManualClients.Of(transport, server.Time);
        var journal = Guid.NewGuid();
        var other = client.Payments(journal).CreateAsync(new() { Amount = -1 }, guard);

        var posts = await PostsAsync(() => client.Payments(journal).CreateAsync(new() { Amount = -2 }, guard), transport.Release, guard);

        Assert.That(posts, Is.Zero);
        await other;
    }

    [Test]
    public async Task Resume_FirstWaitsForTheLookUp_PostsNothing(CancellationToken guard)
    {
        using var server = new ModelServer();
        using var transport = new HoldingHandler(server);
        using var client = ManualClients.Of(transport, server.Time);
        var payments = client.Payments(Guid.NewGuid());
        var ledger = new ListLedger();
        await payments.RunAsync(Batches.Of(1), ledger, guard);
        ledger.Entries.RemoveAt(1);
        transport.HoldAfter = 0;

        var posts = await PostsAsync(
            async () =>
            {
                await foreach (var _ in payments.CreateAllAsync(Batches.Of(1).ToAsyncEnumerable(), ledger, cancellationToken: guard).ConfigureAwait(false))
                {
                }
            },
            transport.Release,
            guard);

        Assert.That(posts, Is.Zero);
        Assert.That(server.Sent("POST"), Is.EqualTo(1));
    }

    [Test]
    public async Task Create_FirstWaitsForTheReadingBack_PostsNothing(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Empty(ModelExecution.Now));
        using var transport = new HoldingHandler(server);
        using var client = ManualClients.Of(transport, server.Time);
        await client.Customers().FirstOrDefaultAsync(guard);
        transport.HoldAfter = 1;

        Assert.That(await PostsAsync(() => client.Customers().CreateAsync(Coho, guard), transport.Release, guard), Is.Zero);
        Assert.That(server.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Create_FirstWaitsToTryAgain_PostsNothing(CancellationToken guard)
    {
        using var server = new ModelServer().Script("POST", ModelFault.Reset(ModelExecution.Never));
        var time = new ManualTime();
        using var client = ManualClients.Of(server, time);
        await client.Customers().FirstOrDefaultAsync(guard);

        var posts = await PostsAsync(
            () => client.Customers().CreateAsync(Coho, guard),
            () => Task.Run(() => time.Advance(TimeSpan.FromSeconds(1)), guard).Wait(guard),
            guard);

        Assert.That(posts, Is.Zero);
        Assert.That(server.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Get_FirstWaitsForTheBody_PostsNothing(CancellationToken guard)
    {
        var body = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var transport = new ScriptedTransport(request =>
            request.Method == "GET"
                ? new(HttpStatusCode.OK) { Content = new SlowContent(body.Task) { Headers = { ContentType = new("application/json") } } }
                : ScriptedTransport.Stored(request));
        using var client = ManualClients.Of(transport);
        await client.Customers().CreateAsync(First, guard);

        var posts = await PostsAsync(
            () => client.Customers().GetAsync(Ids.Customer, guard),
            () => body.SetResult(System.Text.Encoding.UTF8.GetBytes($$"""{"id":"{{Ids.Customer}}","displayName":"Coho"}""")),
            guard);

        Assert.That(posts, Is.Zero);
    }

    [Test]
    public async Task Get_FirstWaitsForAPieceOfTheBody_PostsNothing([Values] bool isTheEnd, CancellationToken guard)
    {
        var wait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var json = System.Text.Encoding.UTF8.GetBytes($$"""{"id":"{{Ids.Customer}}","displayName":"Coho"}""");
        using var transport = new ScriptedTransport(request =>
            request.Method == "GET"
                ? new(HttpStatusCode.OK) { Content = new StreamContent(new WaitingStream(json, wait.Task, isTheEnd)) { Headers = { ContentType = new("application/json") } } }
                : ScriptedTransport.Stored(request));
        using var client = ManualClients.Of(transport);
        await client.Customers().CreateAsync(First, guard);

        Assert.That(await PostsAsync(() => client.Customers().GetAsync(Ids.Customer, guard), wait.SetResult, guard), Is.Zero);
    }

    [Test]
    public async Task List_FirstWaitsForItsPage_PostsNothing(CancellationToken guard)
    {
        using var server = ScriptedTransport.Answering("""{"value":[{"displayName":"Coho"}]}""");
        using var transport = new HoldingHandler(server);
        using var client = ManualClients.Of(transport);
        var coho = client.Customers().Where(c => c.DisplayName == "Coho");
        await coho.ToListAsync(guard);
        transport.HoldAfter = 0;

        Assert.That(await PostsAsync(() => coho.ToListAsync(guard), transport.Release, guard), Is.Zero);
    }

    /// <summary>Starts a call on a window's thread, ends what it waits for, and blocks the thread until it ends.</summary>
    internal static async Task<int> PostsAsync(Func<Task> call, Action endTheWait, CancellationToken guard) =>
        await PumpContext.RunAsync(context =>
        {
            var running = call();
            Assert.That(running.IsCompleted, Is.False, "The call has waited for nothing.");
            endTheWait();
            running.GetAwaiter().GetResult();
            return context.Posts;
        }).WaitAsync(guard);

    private static ValueTask<AccessToken> Token(int number) => new(new AccessToken($"token-{number}", DateTimeOffset.MaxValue));

    private static bool IsRefused(RecordedRequest request) =>
        request.Headers["Authorization"] == "Bearer token-1" && !request.Body.Contains(First.Number!, StringComparison.Ordinal);

    private static HttpResponseMessage Refusal(string challenge)
    {
        var refusal = new HttpResponseMessage(HttpStatusCode.Unauthorized);
        refusal.Headers.TryAddWithoutValidation("WWW-Authenticate", challenge);
        return refusal;
    }
}
