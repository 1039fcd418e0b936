using System.Runtime.CompilerServices;
using Financials.Client.Transport;

namespace Financials.Client.Operations;

/// <summary>
/// Does something that has no key to find it again by. It is retried only where it was certainly not executed: it cannot be told
/// from the outside whether a first request is still under way.
/// </summary>
/// <param name="context">The client.</param>
/// <param name="request">The request.</param>
/// <param name="deadline">The end of the call.</param>
/// <param name="howToTell">What tells the caller whether it was done.</param>
internal sealed class ActionOperation(OperationContext context, ServiceRequest request, Deadline deadline, string howToTell)
    : Operation<object>(context, request, deadline)
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected override async ValueTask<Verdict<object>> StepAsync(CancellationToken cancellationToken)
    {
        var done = await AttemptAsync<object>(Request, reader: null, cancellationToken).ConfigureAwait(false);
        return done.Outcome is AttemptOutcome.Unclear
            ? Verdict<object>.Failed(FinancialsOutcomeUnknownException.Of(null, done.Failure!, howToTell), AttemptOutcome.Unclear, canRetry: false)
            : done;
    }
}
