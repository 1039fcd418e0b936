using System.Globalization;
using System.Runtime.CompilerServices;
using Financials.Client.Authentication;
using Financials.Client.Dialects;
using Financials.Client.Errors;
using Financials.Client.Models;
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
    private (CachedToken Token, FinancialsException Failure)? _refused;
    private CallResponse? _response;

    public sealed override bool CanRetry => _last.CanRetry;

    public sealed override string Reason => _last.Failure switch
    {
        { Status: { } status } => status.ToString(CultureInfo.InvariantCulture),
        { InnerException: { } cause } => cause.GetType().Name,
        var failure => failure!.GetType().Name,
    };

    /// <returns>The result; null only for a create that may end without it, and for a record that need not be there.</returns>
    public async Task<TResult> RunAsync(CancellationToken cancellationToken)
    {
        using var span = ClientTelemetry.Begin(Facts);
        try
        {
            await TakeStepAsync(cancellationToken).ConfigureAwait(false);
            if (_last.CanRetry)
            {
                await Context.Retries.ContinueAsync(this, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException cancelled) when (Cancelled(cancelled) is { } told)
        {
            Context.Telemetry.Abandoned(Facts, told, span);
            throw told;
        }
        catch (Exception reason)
        {
            Context.Telemetry.Abandoned(Facts, reason, span);
            throw;
        }

        Tell(_response);
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

    /// <summary>What the caller should know of a cancelled operation beside that it was cancelled; null for nothing.</summary>
    protected virtual OperationCanceledException? Cancelled(OperationCanceledException cancelled) => null;

    /// <summary>Sends the request, and settles what can be settled.</summary>
    protected abstract ValueTask<Verdict<TResult>> StepAsync(CancellationToken cancellationToken);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    protected sealed override async ValueTask TakeStepAsync(CancellationToken cancellationToken) =>
        _last = await StepAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Sends a request once and judges what comes of it: the operation's own, or one that looks something up for it. An empty response
    /// is a success of a request that changes something, and of a read only where the record need not be there.
    /// </summary>
    /// <param name="sent">The request.</param>
    /// <param name="reader">Reads its response; null where the response should be empty.</param>
    /// <param name="cancellationToken">The caller's.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected async ValueTask<Verdict<T>> AttemptAsync<T>(ServiceRequest sent, ResponseReader<T>? reader, CancellationToken cancellationToken)
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
            if (_refused is { } refused && refused.Token.Header == token.Header)
            {
                return Verdict<T>.Failed(refused.Failure, AttemptOutcome.NotExecuted, canRetry: false);
            }

            if (BeforeAttempt is not null && ReferenceEquals(sent, Request))
            {
                await BeforeAttempt(Context.Resilience.AttemptTimeout, timeout.Token).ConfigureAwait(false);
            }

            isSent = true;
            Attempts += ReferenceEquals(sent, Request) ? 1 : 0;
            using var response = await Context.Transport.SendAsync(
                sent, ClientRequestId, token, Context.Call, TakesReadIntent, timeout.Token).ConfigureAwait(false);
            if (Context.Call.OnResponse is not null && ReferenceEquals(sent, Request))
            {
                _response = response.Describe(sent, ClientRequestId, Attempts);
            }

            return Judge(sent, response, reader, token);
        }
        catch (FinancialsException noToken)
        {
            // A credential that is slow may be faster next time; one that refuses will refuse again.
            return Verdict<T>.Failed(noToken, AttemptOutcome.NotExecuted, canRetry: noToken is FinancialsTimeoutException);
        }
        catch (OperationCanceledException cancelled) when (cancellationToken.IsCancellationRequested)
        {
            MayHaveBeenExecuted |= isSent && ReferenceEquals(sent, Request);

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
            return Failed<T>(sent, ServiceErrors.TooLong(FactsOf(sent), Context.MaxResponseBytes), AttemptOutcome.Unclear, canRetry: false);
        }
        catch (Exception failure) when (TransportFailures.OutcomeOf(failure) is { } outcome)
        {
            var (facts, cause) = (FactsOf(sent), TransportFailures.Cause(failure));
            return Failed<T>(
                sent,
                outcome is AttemptOutcome.Unclear
                    ? ServiceErrors.Disconnected(facts, cause)
                    : ServiceErrors.Unreachable(facts, sent.Address.GetLeftPart(UriPartial.Authority), cause),
                outcome,
                canRetry: !TransportFailures.IsOfTls(failure));
        }
        finally
        {
            timeout.Dispose();
            Context.Concurrency.Exit();
        }
    }

    /// <summary>The same for a request whose response holds the record of an id, and no other: something on the way may have answered.</summary>
    /// <param name="sent">The request.</param>
    /// <param name="reader">Reads its response.</param>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">The caller's.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected async ValueTask<Verdict<T>> AttemptAsync<T>(ServiceRequest sent, ResponseReader<T> reader, Guid id, CancellationToken cancellationToken)
        where T : class
    {
        var read = await AttemptAsync(sent, reader, cancellationToken).ConfigureAwait(false);
        return read.Result is IEntity<T> record && record.Id != id ? NotTheRecord<T>(sent, reader.Expected, read.Status) : read;
    }

    /// <summary>A request as a dialect makes it; a failure where it cannot, because an address is too long or a link leads elsewhere.</summary>
    protected static Verdict<ServiceRequest> Prepare(Func<ServiceRequest> make)
    {
        try
        {
            return Verdict<ServiceRequest>.Success(make(), status: 0);
        }
        catch (FinancialsException foreign)
        {
            return Verdict<ServiceRequest>.Failed(foreign, AttemptOutcome.Refused, canRetry: false);
        }
        catch (NotSupportedException tooLong)
        {
            return Verdict<ServiceRequest>.Failed(new FinancialsException(tooLong.Message, tooLong), AttemptOutcome.Refused, canRetry: false);
        }
    }

    /// <summary>Waits for as long as a lost response asked, before something is looked up.</summary>
    /// <returns>False where that would outlast the call.</returns>
    protected async ValueTask<bool> WaitAsync(TimeSpan? asked, CancellationToken cancellationToken)
    {
        if (asked is not { } some)
        {
            return true;
        }

        var delay = RetryDelays.Whole(some);
        if (delay >= Deadline.Left)
        {
            return false;
        }

        await Task.Delay(delay, Context.Time, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>A failure, remembered where it leaves open whether the operation's own request was executed.</summary>
    protected Verdict<T> Failed<T>(ServiceRequest sent, FinancialsException failure, AttemptOutcome outcome, bool canRetry)
    {
        MayHaveBeenExecuted |= outcome is AttemptOutcome.Unclear && ReferenceEquals(sent, Request);
        return Verdict<T>.Failed(failure, outcome, canRetry);
    }

    /// <summary>A success that does not hold what was asked for. Something on the way may have answered in the service's place.</summary>
    protected Verdict<T> NotTheRecord<T>(ServiceRequest sent, string expected, int status) => Failed<T>(
        sent, ServiceErrors.NotTheRecord(FactsOf(sent) with { Status = status }, expected), AttemptOutcome.Unclear, canRetry: true);

    /// <summary>Shows the application the response, when the call is settled: what it throws must not be taken for the transport's.</summary>
    private void Tell(CallResponse? response)
    {
        if (response is not null)
        {
            Context.Call.OnResponse!(response);
        }
    }

    private Verdict<T> Judge<T>(ServiceRequest sent, in ServiceResponse response, ResponseReader<T>? reader, CachedToken token)
    {
        var status = (int)response.Status;
        if (!response.IsSuccess)
        {
            return Refusal<T>(sent, response, token);
        }

        var facts = new ResponseFacts(response, token, Context.Time);
        if (response.IsHtml)
        {
            return Failed<T>(sent, ServiceErrors.WebPage(facts.AddTo(FactsOf(sent))), AttemptOutcome.Unclear, canRetry: true);
        }

        if (response.Body.IsEmpty && (sent.Method != HttpMethod.Get || sent.MayLackRecord))
        {
            return Verdict<T>.Success(default, status);
        }

        string? unreadable = null;
        if (reader is not null && (reader.AcceptsEmpty || !response.Body.IsEmpty) && TryRead(reader, response, out var result, out unreadable))
        {
            return Verdict<T>.Success(result, status);
        }

        var failure = facts.AddTo(FactsOf(sent));
        return Failed<T>(
            sent,
            reader is null || failure.Code is not null || response.Body.IsEmpty
                ? ServiceErrors.NotTheRecord(failure, reader?.Expected ?? "the empty response that this call ends with")
                : ServiceErrors.Unreadable(failure, unreadable),
            AttemptOutcome.Unclear,
            canRetry: true);
    }

    /// <param name="reader">What reads it.</param>
    /// <param name="response">The response.</param>
    /// <param name="result">What was read.</param>
    /// <param name="unreadable">The property of the application's own record that could not be read, where it is known.</param>
    private static bool TryRead<T>(ResponseReader<T> reader, in ServiceResponse response, out T? result, out string? unreadable)
    {
        try
        {
            (result, unreadable) = (reader.Read(response), null);
            return true;
        }
        catch (System.Text.Json.JsonException unlike)
        {
            // What the parser says of it may quote the body, so no more than the name of a property is passed on.
            (result, unreadable) = (default, unlike.Path is ['$', '.', .. var path] ? path.Split('.', '[')[0] : null);
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
            return Failed<T>(sent, ServiceErrors.Disconnected(FactsOf(sent), broken), AttemptOutcome.Unclear, canRetry: true);
        }

        var facts = new ResponseFacts(response, token, Context.Time).AddTo(FactsOf(sent));
        RetryAfter = facts.RetryAfter;
        if (status == 404 && response.IsHtml)
        {
            return Failed<T>(sent, ServiceErrors.NoService(facts), outcome, canRetry: false);
        }

        if (status == 429)
        {
            Throttlings++;
            ClientTelemetry.Throttled(Facts);
        }

        if (status != 401)
        {
            return Failed<T>(sent, ServiceErrors.Refused(facts, sent.Instead, sent.Body), outcome, canRetry: outcome is not AttemptOutcome.Refused);
        }

        // A refused token means that nothing was executed. It is replaced once: a second refusal is not about its age.
        Context.Tokens.Reject(token, ClaimsChallenge.Read(response.Headers));
        ReplacesToken = _refused is null;
        var refusal = ServiceErrors.Refused(facts, sent.Instead, sent.Body);
        _refused = (token, refusal);
        return Failed<T>(sent, refusal, AttemptOutcome.NotExecuted, canRetry: ReplacesToken);
    }

    private Verdict<T> Late<T>(ServiceRequest sent, AttemptOutcome outcome, bool isWholeCall, string waitedFor)
    {
        var (time, option) = isWholeCall
            ? (Context.Call.Timeout, Context.Call.Timeout == Context.Resilience.TotalTimeout ? "Resilience.TotalTimeout" : "Timeout given to With")
            : (Context.Resilience.AttemptTimeout, "Resilience.AttemptTimeout");
        return Failed<T>(
            sent,
            ServiceErrors.TimedOut(FactsOf(sent), time, option, waitedFor),
            outcome,
            canRetry: !isWholeCall);
    }
}
