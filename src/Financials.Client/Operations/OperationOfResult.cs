using System.Globalization;
using System.Runtime.CompilerServices;
using Financials.Client.Authentication;
using Financials.Client.Dialects;
using Financials.Client.Errors;
using Financials.Client.Telemetry;
using Financials.Client.Transport;

namespace Financials.Client.Operations;

/// <summary>
/// One call of the client: take a step, judge it, wait, take the next. What a step is, and what of it may be retried, each kind of
/// operation says; attempts and time are counted here, once.
/// </summary>
internal abstract class Operation<TResult>(OperationContext context, ServiceRequest request, Deadline deadline) : Operation(context, request, deadline)
{
    private Verdict<TResult> _last;
    private CachedToken? _refusedToken;
    private FinancialsException? _refusal;

    public sealed override bool CanRetry => _last.CanRetry;

    public sealed override string Reason => _last.Failure switch
    {
        { Status: { } status } => status.ToString(CultureInfo.InvariantCulture),
        { InnerException: { } cause } => cause.GetType().Name,
        var failure => failure!.GetType().Name,
    };

    /// <returns>The result; null only for a create that may end without it.</returns>
    public async Task<TResult> RunAsync(CancellationToken cancellationToken)
    {
        using var span = ClientTelemetry.IsTraced ? ClientTelemetry.Begin(Facts) : null;
        try
        {
            await TakeStepAsync(cancellationToken).ConfigureAwait(false);
            if (_last.CanRetry)
            {
                await Context.Retries.ContinueAsync(this, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception reason)
        {
            Context.Telemetry.Abandoned(Facts, reason, span);
            throw;
        }

        if (_last.IsSuccess)
        {
            if (Context.Telemetry.IsObserved)
            {
                Context.Telemetry.Succeeded(Facts, _last.Status, span);
            }

            return _last.Result!;
        }

        Context.Telemetry.Failed(Facts, _last.Failure, span);
        throw _last.Failure;
    }

    /// <summary>Sends the request, and settles what can be settled.</summary>
    protected abstract ValueTask<Verdict<TResult>> StepAsync(CancellationToken cancellationToken);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    protected sealed override async ValueTask TakeStepAsync(CancellationToken cancellationToken) =>
        _last = await StepAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a request once and judges what comes of it: the operation's own, or one that looks something up for it.</summary>
    /// <param name="sent">The request.</param>
    /// <param name="reader">Reads its response; null where the response should be empty.</param>
    /// <param name="mayBeEmpty">Whether an empty response is a success too.</param>
    /// <param name="cancellationToken">The caller's.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected async ValueTask<Verdict<T>> AttemptAsync<T>(ServiceRequest sent, ResponseReader<T>? reader, bool mayBeEmpty, CancellationToken cancellationToken)
    {
        RetryAfter = null;
        ReplacesToken = false;
        if (!await Context.Concurrency.EnterAsync(Deadline, cancellationToken).ConfigureAwait(false))
        {
            return Late<T>(sent, AttemptOutcome.NotExecuted, isWholeCall: true, "A place among the requests in flight (Resilience.MaxConcurrentRequests)");
        }

        var isSent = false;
        var left = Deadline.Left;
        var isWholeCall = left < Context.Resilience.AttemptTimeout;
        var timeout = Context.Timers.Start(isWholeCall ? left : Context.Resilience.AttemptTimeout, cancellationToken);
        try
        {
            timeout.Token.ThrowIfCancellationRequested();
            var token = await Context.Tokens.GetAsync(timeout.Token).ConfigureAwait(false);
            if (_refusedToken is not null && token.Header == _refusedToken.Header)
            {
                return Verdict<T>.Failed(_refusal!, AttemptOutcome.NotExecuted, canRetry: false);
            }

            isSent = true;
            Attempts += ReferenceEquals(sent, Request) ? 1 : 0;
            using var response = await Context.Transport.SendAsync(sent, ClientRequestId, token, Intent, timeout.Token).ConfigureAwait(false);
            return Judge(sent, response, reader, mayBeEmpty, token);
        }
        catch (FinancialsException noToken)
        {
            // A credential that is slow may be faster next time; one that refuses will refuse again.
            return Verdict<T>.Failed(noToken, AttemptOutcome.NotExecuted, canRetry: noToken is FinancialsTimeoutException);
        }
        catch (OperationCanceledException cancelled) when (cancellationToken.IsCancellationRequested)
        {
            // Callers compare tokens, and this one has come by way of the attempt's.
            throw new OperationCanceledException(cancelled.Message, cancelled, cancellationToken);
        }
        catch (OperationCanceledException) when (timeout.Token.IsCancellationRequested)
        {
            return isSent
                ? Late<T>(sent, AttemptOutcome.Unclear, isWholeCall, "The response")
                : Late<T>(sent, AttemptOutcome.NotExecuted, isWholeCall, $"A token from {Context.Credential}");
        }
        catch (ResponseTooLongException)
        {
            return Failed<T>(sent, ServiceErrors.TooLong(FactsOf(sent, mayHaveBeenExecuted: true), Context.MaxResponseBytes), AttemptOutcome.Unclear, canRetry: false);
        }
        catch (Exception failure) when (TransportFailures.OutcomeOf(failure, cancellationToken) is { } outcome)
        {
            var facts = FactsOf(sent, mayHaveBeenExecuted: outcome is AttemptOutcome.Unclear);
            return Failed<T>(
                sent, ServiceErrors.Disconnected(facts, sent.Address.GetLeftPart(UriPartial.Authority), TransportFailures.Cause(failure)), outcome, canRetry: true);
        }
        finally
        {
            timeout.Dispose();
            Context.Concurrency.Exit();
        }
    }

    /// <summary>A failure, remembered where it leaves open whether the operation's own request was executed.</summary>
    protected Verdict<T> Failed<T>(ServiceRequest sent, FinancialsException failure, AttemptOutcome outcome, bool canRetry)
    {
        MayHaveBeenExecuted |= outcome is AttemptOutcome.Unclear && ReferenceEquals(sent, Request);
        return Verdict<T>.Failed(failure, outcome, canRetry);
    }

    /// <summary>A success that does not hold what was asked for. Something on the way may have answered in the service's place.</summary>
    protected Verdict<T> NotTheRecord<T>(ServiceRequest sent, string expected, int status = 200) => Failed<T>(
        sent, ServiceErrors.NotTheRecord(FactsOf(sent, mayHaveBeenExecuted: true) with { Status = status }, expected), AttemptOutcome.Unclear, canRetry: true);

    private Verdict<T> Judge<T>(ServiceRequest sent, in ServiceResponse response, ResponseReader<T>? reader, bool mayBeEmpty, CachedToken token)
    {
        var status = (int)response.Status;
        if (!response.IsSuccess)
        {
            return Refusal<T>(sent, response, token);
        }

        var facts = new ResponseFacts(response, token, Context.Time);
        if (response.IsHtml)
        {
            return Failed<T>(sent, ServiceErrors.WebPage(facts.AddTo(FactsOf(sent, mayHaveBeenExecuted: true))), AttemptOutcome.Unclear, canRetry: true);
        }

        if (response.Body.IsEmpty && (reader is null || mayBeEmpty))
        {
            return Verdict<T>.Success(default, status);
        }

        if (reader is not null && (reader.AcceptsEmpty || !response.Body.IsEmpty) && TryRead(reader, response, out var result))
        {
            return Verdict<T>.Success(result, status);
        }

        var failure = facts.AddTo(FactsOf(sent, mayHaveBeenExecuted: true));
        return Failed<T>(
            sent,
            reader is null || failure.Code is not null || response.Body.IsEmpty
                ? ServiceErrors.NotTheRecord(failure, reader?.Expected ?? "the empty response that this call ends with")
                : ServiceErrors.Unreadable(failure),
            AttemptOutcome.Unclear,
            canRetry: true);
    }

    private static bool TryRead<T>(ResponseReader<T> reader, in ServiceResponse response, out T? result)
    {
        try
        {
            result = reader.Read(response);
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            // What the parser says of it may quote the body, so nothing of that is passed on.
            result = default;
            return false;
        }
    }

    private Verdict<T> Refusal<T>(ServiceRequest sent, in ServiceResponse response, CachedToken token)
    {
        var status = (int)response.Status;
        var outcome = AttemptOutcomes.Of(response.Status);
        if (response.BodyFailure is { } broken && outcome is AttemptOutcome.Refused && status is not (401 or 403))
        {
            // What was refused, and whether anything was, stood in the part that is missing.
            return Failed<T>(
                sent, ServiceErrors.Disconnected(FactsOf(sent, mayHaveBeenExecuted: true), "", broken), AttemptOutcome.Unclear, canRetry: true);
        }

        var facts = new ResponseFacts(response, token, Context.Time).AddTo(FactsOf(sent, mayHaveBeenExecuted: outcome is AttemptOutcome.Unclear));
        RetryAfter = facts.RetryAfter;
        if (status == 429)
        {
            ClientTelemetry.Throttled(Facts);
        }

        if (status != 401)
        {
            return Failed<T>(sent, ServiceErrors.Refused(facts, sent.Instead), outcome, canRetry: outcome is not AttemptOutcome.Refused);
        }

        // A refused token means that nothing was executed. It is replaced once: a second refusal is not about its age.
        Context.Tokens.Reject(token, ClaimsChallenge.Read(response.Headers));
        ReplacesToken = _refusedToken is null;
        _refusedToken = token;
        _refusal = ServiceErrors.Refused(facts, sent.Instead);
        return Failed<T>(sent, _refusal, AttemptOutcome.NotExecuted, canRetry: ReplacesToken);
    }

    private Verdict<T> Late<T>(ServiceRequest sent, AttemptOutcome outcome, bool isWholeCall, string waitedFor)
    {
        var (time, option) = isWholeCall
            ? (Context.Resilience.TotalTimeout, nameof(ResilienceOptions.TotalTimeout))
            : (Context.Resilience.AttemptTimeout, nameof(ResilienceOptions.AttemptTimeout));
        return Failed<T>(
            sent,
            ServiceErrors.TimedOut(FactsOf(sent, mayHaveBeenExecuted: outcome is AttemptOutcome.Unclear), time, option, waitedFor),
            outcome,
            canRetry: !isWholeCall);
    }
}
