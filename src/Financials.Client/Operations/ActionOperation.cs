using System.Runtime.CompilerServices;
using Financials.Client.Dialects;
using Financials.Client.Transport;

namespace Financials.Client.Operations;

/// <summary>
/// Does something that has no key to find it again by. It is retried only where it was certainly not executed: it cannot be told
/// from the outside whether a first request is still under way.
/// </summary>
/// <param name="context">The client.</param>
/// <param name="request">The request.</param>
/// <param name="reader">Reads the response; null where it should be empty.</param>
/// <param name="deadline">The end of the call.</param>
/// <param name="howToTell">What tells the caller whether it was done.</param>
internal sealed class ActionOperation<TResult>(
    OperationContext context, ServiceRequest request, ResponseReader<TResult>? reader, Deadline deadline, string howToTell)
    : Operation<TResult>(context, request, deadline)
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected override async ValueTask<Verdict<TResult>> StepAsync(CancellationToken cancellationToken)
    {
        var done = await AttemptAsync(Request, reader, cancellationToken).ConfigureAwait(false);
        return done.Outcome is AttemptOutcome.Unclear
            ? Verdict<TResult>.Failed(FinancialsOutcomeUnknownException.Of(null, done.Failure!, howToTell, mayBeSettledLater: false), AttemptOutcome.Unclear, canRetry: false)
            : done;
    }
}
