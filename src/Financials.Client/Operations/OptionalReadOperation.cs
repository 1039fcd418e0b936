using Financials.Client.Dialects;

namespace Financials.Client.Operations;

/// <summary>Reads something that need not be there: an empty response says that it is not, and the result is null.</summary>
internal sealed class OptionalReadOperation<TResult>(OperationContext context, ServiceCall<TResult> call, Deadline deadline)
    : ReadOperation<TResult>(context, call.Request, call.Reader, deadline)
    where TResult : class
{
    protected override ValueTask<Verdict<TResult>> StepAsync(CancellationToken cancellationToken) =>
        AttemptAsync(Request, call.Reader, mayBeEmpty: true, cancellationToken);
}
