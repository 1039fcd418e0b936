using Financials.Client.Telemetry;
using Polly;
using Polly.Retry;

namespace Financials.Client.Operations;

/// <summary>
/// Retries an operation whose first step did not settle it. The operation says whether a retry may help; this counts, waits and
/// keeps to the deadline. A call that just works never comes here.
/// </summary>
internal sealed class RetryPipeline(ResilienceOptions options, TimeProvider time, ClientTelemetry telemetry)
{
    private readonly ResiliencePipeline<Operation> _pipeline = new ResiliencePipelineBuilder<Operation> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<Operation>
        {
            MaxRetryAttempts = Math.Max(1, options.MaxRetries),
            ShouldHandle = args => new(args.Outcome.Result is { CanRetry: true } operation && operation.IsWorthRetrying(options, args.AttemptNumber)),
            DelayGenerator = static args => new(args.Outcome.Result!.Delay),
            OnRetry = args =>
            {
                var operation = args.Outcome.Result!;
                if (!operation.ReplacesToken)
                {
                    telemetry.Retrying(operation.Facts, args.AttemptNumber + 1, operation.Reason, args.RetryDelay);
                }

                return default;
            },
        })
        .Build();

    public async ValueTask ContinueAsync(Operation operation, CancellationToken cancellationToken)
    {
        if (options.MaxRetries > 0)
        {
            await _pipeline.ExecuteAsync(static (operation, token) => operation.ContinueAsync(token), operation, cancellationToken).ConfigureAwait(false);
        }
    }
}
