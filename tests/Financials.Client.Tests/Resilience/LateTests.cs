using System.Net;
using Azure.Core;
using Financials.Client.Operations;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Resilience;

/// <summary>What does not come in time: which option is named, what is known of the request, and how the time of an attempt is kept.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[CancelAfter(20_000)]
public class LateTests
{
    private const string Path = "/beta/financials/companies/{company}/customers";

    private readonly ManualTime _time = new() { SkipsDelays = true };

    [Test]
    public async Task Read_NoResponse_NamesTheTotalOnceItIsWhatIsLeft(CancellationToken guard)
    {
        using var transport = Hanging();
        using var client = ManualClients.Of(transport, _time);

        var error = await Assert.ThrowsAsync<FinancialsTimeoutException>(() => client.Customers().GetAsync(Ids.Customer, guard));

        Assert.That(Ids.Named(error.Message), Is.EqualTo($"The response did not come within 300 seconds. The option Resilience.TotalTimeout sets this time. [GET {Path}/{{customer}}]"));
    }

    [Test]
    public async Task Read_NoResponseAndOneAttempt_NamesTheAttempt(CancellationToken guard)
    {
        using var transport = Hanging();
        using var client = ManualClients.Of(transport, _time, new() { MaxRetries = 0 });

        var error = await Assert.ThrowsAsync<FinancialsTimeoutException>(() => client.Customers().GetAsync(Ids.Customer, guard));

        Assert.That(Ids.Named(error.Message), Is.EqualTo($"The response did not come within 100 seconds. The option Resilience.AttemptTimeout sets this time. [GET {Path}/{{customer}}]"));
    }

    [Test]
    public async Task Read_NoResponseWhereBothTimesAreTheSame_NamesTheAttempt(CancellationToken guard)
    {
        using var transport = Hanging();
        using var client = ManualClients.Of(transport, _time, new() { TotalTimeout = TimeSpan.FromSeconds(7), AttemptTimeout = TimeSpan.FromSeconds(7) });

        var error = await Assert.ThrowsAsync<FinancialsTimeoutException>(() => client.Customers().GetAsync(Ids.Customer, guard));

        Assert.That(error.Message, Does.Contain("within 7 seconds. The option Resilience.AttemptTimeout sets this time."));
        Assert.That((error.Attempts, _time.Elapsed), Is.EqualTo((1, TimeSpan.FromSeconds(7))));
    }

    [Test]
    public async Task Create_NoResponse_IsUnknown(CancellationToken guard)
    {
        using var transport = Hanging();
        using var client = ManualClients.Of(transport, _time);

        await Assert.ThrowsAsync<FinancialsOutcomeUnknownException>(() => client.Customers().CreateAsync(new() { DisplayName = "Coho" }, guard));
    }

    [Test]
    public async Task Create_NoTokenInWhatIsLeftOfTheCall_WasCertainlyNotExecuted(CancellationToken guard)
    {
        var time = new ManualTime();
        var (waiting, asked) = (new TaskCompletionSource(), new TaskCompletionSource());
        time.DelayBegun += _ => waiting.TrySetResult();

        // The first token serves the first attempt; the second is asked for when fifty seconds are left.
        var credential = new ScriptedCredential(number =>
        {
            if (number == 1)
            {
                return new(new AccessToken("token-1", time.GetUtcNow().AddSeconds(200)));
            }

            asked.SetResult();
            return new(new TaskCompletionSource<AccessToken>().Task);
        });
        using var transport = ScriptedTransport.InOrder(Reply.Status(429, "250"));
        using var client = ManualClients.Of(transport, time, credential: credential);
        var call = client.Customers().CreateAsync(new() { DisplayName = "Coho" }, guard);
        await waiting.Task.WaitAsync(guard);
        time.Advance(TimeSpan.FromSeconds(250));
        await asked.Task.WaitAsync(guard);

        time.Advance(TimeSpan.FromSeconds(50));

        var error = await Assert.ThrowsAsync<FinancialsTimeoutException>(() => call);
        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            $"A token from ScriptedCredential did not come within 300 seconds. The option Resilience.TotalTimeout sets this time. [POST {Path}]"));
        Assert.That(error.Attempts, Is.EqualTo(1));
    }

    [Test]
    public async Task Create_NoPlaceInTime_WasCertainlyNotExecuted(CancellationToken guard)
    {
        var time = new ManualTime();
        var isOver = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var transport = new AsyncTransport(async (_, _, _) =>
        {
            // It keeps its place until the other has given up, whatever its own time says.
            await isOver.Task;
            return new HttpResponseMessage(HttpStatusCode.NotFound);
        });
        using var client = ManualClients.Of(
            transport, time, new() { MaxConcurrentRequests = 1, AttemptTimeout = TimeSpan.FromMinutes(5) });
        var first = client.Customers().GetAsync(Ids.Customer, guard);
        await transport.Arrivals.WaitAsync(guard);
        var second = client.Customers().CreateAsync(new() { DisplayName = "Coho" }, guard);

        time.Advance(TimeSpan.FromMinutes(5));

        var error = await Assert.ThrowsAsync<FinancialsTimeoutException>(() => second);
        isOver.SetResult();
        await Assert.CatchAsync<FinancialsException>(() => first);
        Assert.That(Ids.Named(error.Message), Is.EqualTo(
            $"A place among the requests in flight (Resilience.MaxConcurrentRequests) did not come within 300 seconds. The option Resilience.TotalTimeout sets this time. [POST {Path}]"));
        Assert.That(time.PendingTimers, Is.Zero);
    }

    // The exception of a call that was cancelled while it waited for a place named another token than its caller's.
    [TestCase(false)]
    [TestCase(true)]
    public async Task Call_CancelledWhileItWaitsForAPlace_EndsWithTheCallersToken(bool isCancelledBefore, CancellationToken guard)
    {
        using var caller = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        using var transport = new AsyncTransport(async (request, _, _) =>
        {
            await release.Task.WaitAsync(guard);
            return ScriptedTransport.Record(request);
        });
        using var client = ManualClients.Of(transport, resilience: new() { MaxConcurrentRequests = 1 });
        var first = client.Customers().GetAsync(Ids.Customer, guard);
        await transport.Arrivals.WaitAsync(guard);
        if (isCancelledBefore)
        {
            await caller.CancelAsync();
        }

        var waiting = client.Customers().GetAsync(Ids.Customer, caller.Token);
        await caller.CancelAsync();

        var error = await Assert.CatchAsync<OperationCanceledException>(() => waiting);
        release.SetResult();
        await first;
        Assert.That(error!.CancellationToken, Is.EqualTo(caller.Token));
        Assert.That(transport.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void Deadline_LongOver_HasNothingLeft()
    {
        var deadline = new Deadline(_time, TimeSpan.FromSeconds(5));
        _time.Advance(TimeSpan.FromSeconds(2));
        var (elapsed, left) = (deadline.Elapsed, deadline.Left);

        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.That((elapsed, left), Is.EqualTo((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3))));
        Assert.That((deadline.Elapsed, deadline.Left), Is.EqualTo((TimeSpan.FromSeconds(12), TimeSpan.Zero)));
    }

    [Test]
    public void Timer_OfAnAttemptThatIsOver_IsUsedAgain()
    {
        var timers = new AttemptTimers(TimeProvider.System);
        var first = timers.Start(TimeSpan.FromHours(1), CancellationToken.None);
        var token = first.Token;
        first.Dispose();

        using var second = timers.Start(TimeSpan.FromHours(1), CancellationToken.None);

        Assert.That(second.Token, Is.EqualTo(token));
    }

    [Test]
    public void Timers_OfManyAttempts_AreKeptUpToSixteen()
    {
        var timers = new AttemptTimers(TimeProvider.System);
        var first = Start();

        var second = Start();

        Assert.That(second.Tokens.Intersect(first.Tokens).Count(), Is.EqualTo(16));
        Assert.That((first.Disposed, second.Disposed), Is.EqualTo((4, 4)), "The others are given back to the system.");

        (List<CancellationToken> Tokens, int Disposed) Start()
        {
            var started = Enumerable.Range(0, 20).Select(_ => timers.Start(TimeSpan.FromHours(1), CancellationToken.None)).ToList();
            var tokens = started.ConvertAll(timer => timer.Token);
            started.ForEach(timer => timer.Dispose());
            return (tokens, started.Count(timer => Catch(() => timer.Token) is ObjectDisposedException));
        }

        static Exception? Catch(Func<CancellationToken> get)
        {
            try
            {
                get();
                return null;
            }
            catch (ObjectDisposedException disposed)
            {
                return disposed;
            }
        }
    }

    [Test]
    public async Task Timer_UsedAgain_EndsAtItsOwnTime()
    {
        var timers = new AttemptTimers(TimeProvider.System);
        timers.Start(TimeSpan.FromHours(1), CancellationToken.None).Dispose();
        using var second = timers.Start(TimeSpan.Zero, CancellationToken.None);

        var over = new TaskCompletionSource();
        await using var registration = second.Token.Register(over.SetResult);

        await over.Task;
        Assert.That(second.Token.IsCancellationRequested, Is.True);
    }

    [Test]
    public async Task Timer_CancelledByItsCaller_IsNotUsedAgain()
    {
        using var caller = new CancellationTokenSource();
        var timers = new AttemptTimers(TimeProvider.System);
        var first = timers.Start(TimeSpan.FromHours(1), caller.Token);
        await caller.CancelAsync();
        var isCancelled = first.Token.IsCancellationRequested;
        first.Dispose();

        using var second = timers.Start(TimeSpan.FromHours(1), CancellationToken.None);

        Assert.That((isCancelled, second.Token.IsCancellationRequested), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task Timer_CallerWhoGivesUpLater_DoesNotReachTheNextAttempt()
    {
        using var caller = new CancellationTokenSource();
        var timers = new AttemptTimers(TimeProvider.System);
        timers.Start(TimeSpan.FromHours(1), caller.Token).Dispose();
        using var second = timers.Start(TimeSpan.FromHours(1), CancellationToken.None);

        await caller.CancelAsync();

        Assert.That(second.Token.IsCancellationRequested, Is.False);
    }

    private AsyncTransport Hanging() => new(
        async (_, _, token) =>
        {
            await Task.Delay(TimeSpan.FromDays(1), _time, token);
            return null!;
        },
        _time);
}
