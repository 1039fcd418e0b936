using System.Diagnostics.Metrics;

namespace Financials.Client.Ledger.Sql.Dispatching;

/// <summary>The measurements of one outbox. Its status is read by the dispatcher; an instrument gives the last one that was read.</summary>
internal sealed class OutboxInstruments : IDisposable
{
    private readonly Meter _meter = new(SqlLedgerTelemetry.MeterName, typeof(OutboxInstruments).Assembly.GetName().Version?.ToString(3));
    private readonly ObservableGauge<long> _due;
    private readonly ObservableGauge<long> _parked;
    private readonly ObservableGauge<double> _age;
    private readonly Counter<long> _payments;
    private PaymentOutboxStatus? _status;

    public OutboxInstruments()
    {
        _due = _meter.CreateObservableGauge("financials.outbox.due", () => Of(status => status.Due), "{payment}", "Payments that wait to be sent.");
        _parked = _meter.CreateObservableGauge(
            "financials.outbox.parked", () => Of(status => status.Parked), "{payment}", "Payments that wait for somebody's decision.");
        _age = _meter.CreateObservableGauge(
            "financials.outbox.oldest_due.age", () => Of(status => status.OldestDueAge?.TotalSeconds ?? 0), "s", "For how long the oldest payment could have been sent.");
        _payments = _meter.CreateCounter<long>("financials.outbox.payments", "{payment}", "Payments that were sent, by outcome.");
    }

    /// <summary>Whether anybody wants to know the status.</summary>
    public bool IsObserved => _due.Enabled || _parked.Enabled || _age.Enabled;

    public PaymentOutboxStatus? Status
    {
        set => Volatile.Write(ref _status, value);
    }

    public void Sent(string outcome) => _payments.Add(1, new KeyValuePair<string, object?>("financials.outcome", outcome));

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<T>> Of<T>(Func<PaymentOutboxStatus, T> value)
        where T : struct => Volatile.Read(ref _status) is { } status ? [new(value(status))] : [];
}
