using System.Globalization;
using System.Net;
using Financials.Client.Errors;
using Financials.Client.Http;
using Financials.Client.Telemetry;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Financials.Client.Resilience;

/// <summary>
/// Repeats, limits and gives up, in this order from outside in: total timeout, repetition, turn-taking, circuit breaker,
/// attempt timeout. An attempt ends when its answer has been read whole, so an answer that breaks off is a failed attempt.
/// </summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<Call> CallKey = new("call");

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly SemaphoreSlim _turns;
    private readonly TimeProvider _time;
    private readonly ClientTelemetry _telemetry;
    private readonly TimeSpan _totalTimeout;

    public ResilienceHandler(ResilienceOptions options, TimeProvider time, ClientTelemetry telemetry)
    {
        _time = time;
        _telemetry = telemetry;
        _totalTimeout = options.TotalTimeout;
        _turns = new SemaphoreSlim(options.MaxConcurrentRequests, options.MaxConcurrentRequests);

        var outer = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.TotalTimeout, Name = nameof(options.TotalTimeout) });
        if (options.MaxRetries > 0)
        {
            outer.AddRetry(Repetition(options, new RepetitionDelays(options, time)));
        }

        Attempts = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                FailureRatio = options.BreakerFailureRatio,
                MinimumThroughput = options.BreakerMinimumAttempts,
                SamplingDuration = options.BreakerWindow,
                BreakDuration = options.BreakerPause,
                ShouldHandle = static args => new(
                    !args.Context.CancellationToken.IsCancellationRequested && RepetitionRules.OutcomeOf(args.Outcome) is not AttemptOutcome.Final),
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.AttemptTimeout, Name = nameof(options.AttemptTimeout) })
            .Build();
        _pipeline = outer.Build();
    }

    private ResiliencePipeline<HttpResponseMessage> Attempts { get; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ForbidTheTransportToRepeat(request);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        var call = new Call(this, request, _time.GetTimestamp());
        context.Properties.Set(CallKey, call);
        try
        {
            return await _pipeline.ExecuteAsync(static (context, call) => call.Handler.TakeTurnAsync(context, call), context, call)
                .ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || IsTransportGivingUp(failure, cancellationToken))
        {
            throw ServiceErrors.Unreachable(request, failure, RepetitionRules.OutcomeOf(failure) is AttemptOutcome.Unknown);
        }
        catch (TimeoutRejectedException timeout)
        {
            throw ServiceErrors.TimedOut(request, timeout, timeout.Timeout, timeout.TelemetrySource?.StrategyName ?? nameof(ResilienceOptions.TotalTimeout));
        }
        catch (BrokenCircuitException paused)
        {
            throw ServiceErrors.Paused(request, paused, paused.RetryAfter);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>
    /// Where a connection ends without an answer, SocketsHttpHandler sends a request without content again, up to three times
    /// and whatever the verb: an invoice would be posted twice, and nobody would know. It never repeats one that has content.
    /// </summary>
    private static void ForbidTheTransportToRepeat(HttpRequestMessage request)
    {
        if (request.Method != HttpMethod.Get)
        {
            request.Content ??= new ByteArrayContent([]);
        }
    }

    private async ValueTask<HttpResponseMessage> TakeTurnAsync(ResilienceContext context, Call call)
    {
        await _turns.WaitAsync(context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext);
        try
        {
            return await Attempts.ExecuteAsync(static (context, call) => call.Handler.AttemptAsync(call, context.CancellationToken), context, call)
                .ConfigureAwait(context.ContinueOnCapturedContext);
        }
        finally
        {
            _turns.Release();
        }
    }

    private async ValueTask<HttpResponseMessage> AttemptAsync(Call call, CancellationToken cancellationToken)
    {
        var request = call.IsSent ? await RequestCopy.OfAsync(call.Request, cancellationToken).ConfigureAwait(false) : call.Request;
        call.IsSent = true;
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode is HttpStatusCode.TooManyRequests)
        {
            ClientTelemetry.Throttled(call.Request);
        }

        try
        {
            await BufferedContent.OfAsync(response, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private RetryStrategyOptions<HttpResponseMessage> Repetition(ResilienceOptions options, RepetitionDelays delays) => new()
    {
        MaxRetryAttempts = options.MaxRetries,
        ShouldHandle = args =>
        {
            var call = args.Context.Properties.GetValue(CallKey, null!);
            var outcome = RepetitionRules.OutcomeOf(args.Outcome);
            return new(
                !args.Context.CancellationToken.IsCancellationRequested &&
                RepetitionRules.MayRepeat(call.Request.Method, outcome) &&
                IsWorthWaitingFor(args.Outcome.Result, call));
        },
        DelayGenerator = args => new(delays.Next(args.AttemptNumber, AskedFor(args.Outcome.Result))),
        OnRetry = args =>
        {
            var call = args.Context.Properties.GetValue(CallKey, null!);
            _telemetry.Repeating(call.Request, args.AttemptNumber + 1, Reason(args.Outcome), args.RetryDelay);

            // Where nobody has begun a history this begins it, before the first copy is made, so that all copies share it.
            RequestHistory.Of(call.Request).MayHaveBeenExecuted |= RepetitionRules.OutcomeOf(args.Outcome) is AttemptOutcome.Unknown;
            return default;
        },
    };

    /// <summary>A wait that would outlast the call is not begun: the caller learns at once what the service asked for.</summary>
    private bool IsWorthWaitingFor(HttpResponseMessage? response, Call call) =>
        (AskedFor(response) ?? TimeSpan.Zero) < _totalTimeout - _time.GetElapsedTime(call.Started);

    private static string Reason(Outcome<HttpResponseMessage> outcome) => outcome.Result is { } response
        ? ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)
        : outcome.Exception!.GetType().Name;

    private static bool IsTransportGivingUp(Exception failure, CancellationToken cancellationToken) =>
        failure is OperationCanceledException && !cancellationToken.IsCancellationRequested;

    private TimeSpan? AskedFor(HttpResponseMessage? response) =>
        response is null ? null : RetryAfter.Read(response.Headers, _time.GetUtcNow());

    private sealed record Call(ResilienceHandler Handler, HttpRequestMessage Request, long Started)
    {
        public bool IsSent { get; set; }
    }
}
