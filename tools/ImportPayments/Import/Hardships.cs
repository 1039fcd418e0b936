using System.Diagnostics.Metrics;
using Financials.Client;

namespace ImportPayments.Import;

/// <summary>What the client has overcome meanwhile, as its metrics tell it.</summary>
internal sealed class Hardships : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _retries;
    private long _throttles;
    private long _reconciled;

    public Hardships()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == FinancialsTelemetry.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, _, _) =>
        {
            switch (instrument.Name)
            {
                case "financials.client.retries":
                    Interlocked.Add(ref _retries, count);
                    break;
                case "financials.client.throttles":
                    Interlocked.Add(ref _throttles, count);
                    break;
                case "financials.client.creates.reconciled":
                    Interlocked.Add(ref _reconciled, count);
                    break;
            }
        });
        _listener.Start();
    }

    /// <summary>Retries of failed requests.</summary>
    public long Retries => Interlocked.Read(ref _retries);

    /// <summary>Responses by which the service asked for fewer requests.</summary>
    public long Throttles => Interlocked.Read(ref _throttles);

    /// <summary>Payments that were created although a response was lost.</summary>
    public long Reconciled => Interlocked.Read(ref _reconciled);

    public void Dispose() => _listener.Dispose();
}
