using Financials.Client.Dialects;
using Financials.Client.Transport;

namespace Financials.Client.Operations;

/// <summary>Reads something. It changes nothing, so every failure that may pass is retried.</summary>
internal sealed class ReadOperation<TResult>(OperationContext context, ServiceRequest request, ResponseReader<TResult> reader, Deadline deadline)
    : Operation<TResult>(context, request, deadline)
{
    /// <summary>Whether a write depends on what is read, or follows one, so that no copy of the database will do that may lag. Default: false.</summary>
    public bool DecidesOnAWrite { get; init; }

    protected sealed override ReadIntent? Intent => DecidesOnAWrite ? null : Context.ReadIntent;

    public static Task<TResult> RunAsync(OperationContext context, ServiceCall<TResult> call, CancellationToken cancellationToken) =>
        new ReadOperation<TResult>(context, call.Request, call.Reader, context.NewDeadline()).RunAsync(cancellationToken);

    protected override ValueTask<Verdict<TResult>> StepAsync(CancellationToken cancellationToken) =>
        AttemptAsync(Request, reader, cancellationToken);
}
