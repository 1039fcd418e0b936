using Microsoft.Extensions.Logging;

namespace Financials.Client.Ledger.Sql.Dispatching;

/// <summary>What the runs of all journals share.</summary>
internal sealed record DispatchContext(DispatchRows Rows, SqlPaymentLedger Ledger, OutboxInstruments Instruments, ILogger Log, PaymentOutboxOptions Options)
{
    public int ConcurrentPayments => Options.ConcurrentPayments;

    /// <summary>How long a journal waits after a failure, spread at random so that workers do not come back together.</summary>
    public TimeSpan Delay(int failuresBefore, TimeSpan? retryAfter)
    {
        var doubled = Options.BaseDelay * Math.Pow(2, Math.Min(failuresBefore, 20));
        var delay = (doubled < Options.MaxDelay ? doubled : Options.MaxDelay) * (0.8 + (0.2 * Random.Shared.NextDouble()));
        return retryAfter > delay ? retryAfter.Value : delay;
    }
}
