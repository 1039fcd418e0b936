using Financials.Client.Dialects;
using Financials.Client.Transport;

namespace Financials.Client.Operations;

/// <summary>Reads something. It changes nothing, so every failure that may pass is retried.</summary>
internal sealed class ReadOperation<TResult>(OperationContext context, ServiceRequest request, ResponseReader<TResult> reader, Deadline deadline)
    : Operation<TResult>(context, request, deadline)
{
    public static Task<TResult> RunAsync(OperationContext context, ServiceCall<TResult> call, CancellationToken cancellationToken) =>
        new ReadOperation<TResult>(context, call.Request, call.Reader, context.NewDeadline()) { TakesReadIntent = true }.RunAsync(cancellationToken);

    protected override ValueTask<Verdict<TResult>> StepAsync(CancellationToken cancellationToken) =>
        AttemptAsync(Request, reader, cancellationToken);
}
