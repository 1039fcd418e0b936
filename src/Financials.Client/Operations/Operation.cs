using Financials.Client.Errors;
using Financials.Client.Telemetry;
using Financials.Client.Transport;

namespace Financials.Client.Operations;

/// <summary>One call of the client, as far as it does not depend on its result: what is counted and told.</summary>
internal abstract class Operation(OperationContext context, ServiceRequest request, Deadline deadline)
{
    private readonly string _clientRequestId = RequestIds.New();
    private bool _hasBegun;

    /// <summary>Whether the last step leaves something open that a retry may settle.</summary>
    public abstract bool CanRetry { get; }

    /// <summary>The delay before the next retry.</summary>
    public TimeSpan Delay { get; private set; }

    /// <summary>The status or the kind of failure that the last step came to.</summary>
    public abstract string Reason { get; }

    public CallFacts Facts => new(Request.Method, Request.Address, _clientRequestId, Attempts, deadline.Elapsed);

    protected OperationContext Context => context;

    protected ServiceRequest Request { get; set; } = request;

    protected Deadline Deadline => deadline;

    protected string ClientRequestId => _clientRequestId;

    /// <summary>
    /// Whether the application has chosen which copy of the database answers. What decides on a write must not come from one that may lag.
    /// Default: false.
    /// </summary>
    public bool TakesReadIntent { get; init; }

    /// <summary>Called before each attempt with the longest that it may take; what it throws ends the call. Null for nothing.</summary>
    public Func<TimeSpan, CancellationToken, ValueTask>? BeforeAttempt { get; init; }

    /// <summary>How often the service has asked to slow down.</summary>
    public int Throttlings { get; protected set; }

    /// <summary>How often the request has been sent.</summary>
    protected int Attempts { get; set; }

    /// <summary>Whether an attempt so far may have been executed although its response did not say so.</summary>
    public bool MayHaveBeenExecuted { get; protected set; }

    /// <summary>Whether the service refused the token and the next attempt gets another one, which need not wait.</summary>
    public bool ReplacesToken { get; protected set; }

    /// <summary>What has been waited already since the attempt that is to be retried.</summary>
    protected TimeSpan Waited { get; set; }

    /// <summary>What the last response asked to wait before the next request; null where it did not.</summary>
    protected TimeSpan? RetryAfter { get; set; }

    /// <summary>The first time nothing, because the first step has been taken already; then the next step.</summary>
    public async ValueTask<Operation> ContinueAsync(CancellationToken cancellationToken)
    {
        if (_hasBegun)
        {
            await TakeStepAsync(cancellationToken).ConfigureAwait(false);
        }

        _hasBegun = true;
        return this;
    }

    /// <summary>Chooses the delay before a retry.</summary>
    /// <returns>False where it would outlast the call: the caller learns at once what the service asked for.</returns>
    public bool IsWorthRetrying(ResilienceOptions options, int retries)
    {
        Delay = ReplacesToken ? TimeSpan.Zero : RetryDelays.Next(options, retries, RetryAfter, Waited);
        return Delay < deadline.Left;
    }

    protected abstract ValueTask TakeStepAsync(CancellationToken cancellationToken);

    /// <summary>What is known of a request, for the exception that its failure becomes.</summary>
    protected ErrorFacts FactsOf(ServiceRequest sent) => new()
    {
        Method = sent.Method.Method,
        Path = sent.Address.AbsolutePath,
        ClientRequestId = _clientRequestId,
        Attempts = Attempts,
        MayHaveBeenExecutedBefore = MayHaveBeenExecuted,
    };
}
