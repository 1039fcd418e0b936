using Financials.Client.Authentication;
using Financials.Client.Telemetry;
using Financials.Client.Transport;

namespace Financials.Client.Operations;

/// <summary>What all operations of one client share.</summary>
internal sealed class OperationContext(
    FinancialsService service, FinancialsClientOptions options, HttpTransport transport, TokenCache tokens, string credential, ClientTelemetry telemetry)
{
    public FinancialsService Service => service;

    public ResilienceOptions Resilience => options.Resilience;

    public long MaxResponseBytes => options.MaxResponseBytes;

    public TimeProvider Time => options.TimeProvider;

    public HttpTransport Transport => transport;

    public TokenCache Tokens => tokens;

    /// <summary>The kind of credential, for texts.</summary>
    public string Credential => credential;

    public ClientTelemetry Telemetry => telemetry;

    public AttemptTimers Timers { get; } = new(options.TimeProvider);

    public ConcurrencyLimit Concurrency { get; } = new(options.Resilience.MaxConcurrentRequests, options.TimeProvider);

    public RetryPipeline Retries { get; } = new(options.Resilience, options.TimeProvider, telemetry);

    /// <summary>What calls of this client do.</summary>
    public CallOptions Call { get; private set; } = new(options.Resilience.TotalTimeout, options.Language, options.ReadIntent);

    /// <summary>The end of a call that begins now.</summary>
    public Deadline NewDeadline() => new(options.TimeProvider, Call.Timeout);

    /// <summary>The same for calls with other options: everything else is shared.</summary>
    public OperationContext With(Func<CallOptions, CallOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var derived = (OperationContext)MemberwiseClone();
        derived.Call = configure(Call).Checked();
        return derived;
    }
}
