namespace Financials.Client;

/// <summary>
/// The names under which the client tells what it does: one span for each call with its attempts as events, the metrics
/// <c>financials.client.operation.duration</c> (seconds), <c>financials.client.retries</c>,
/// <c>financials.client.throttles</c> and <c>financials.client.creates.reconciled</c> (counts), and log entries. None of them
/// holds a token, a body, a query or another personal value.
/// </summary>
public static class FinancialsTelemetry
{
    /// <summary>The name of the spans' source, for OpenTelemetry's <c>AddSource</c>.</summary>
    public const string ActivitySourceName = "Financials.Client";

    /// <summary>The name of the meter, for OpenTelemetry's <c>AddMeter</c>.</summary>
    public const string MeterName = "Financials.Client";

    /// <summary>The category of the log entries.</summary>
    public const string LogCategory = "Financials.Client";
}
