using System.Diagnostics;

namespace Financials.Client.Telemetry;

/// <summary>
/// What follows on the lost answer of a create: a span around the look-ups and repeats, and the good end, if it comes to one.
/// Tells nothing until it is begun.
/// </summary>
internal sealed class Recovery(ClientTelemetry telemetry, string entity) : IDisposable
{
    private Activity? _span;
    private bool _isBegun;
    private bool _isRecovered;

    public void Begin()
    {
        if (_isBegun)
        {
            return;
        }

        _isBegun = true;
        telemetry.Log.RecoveryBegun(entity);
        _span = Instruments.Spans.StartActivity($"recover {entity}")?.SetTag("financials.entity", entity);
    }

    /// <summary>The record whose answer was lost is there.</summary>
    public void Found() => End("found");

    /// <summary>The create has been answered, after an earlier one had been lost.</summary>
    public void SentAgain()
    {
        if (_isBegun)
        {
            End("sent again");
        }
    }

    public void Dispose()
    {
        if (!_isRecovered)
        {
            _span?.SetStatus(ActivityStatusCode.Error);
        }

        _span?.Dispose();
    }

    private void End(string outcome)
    {
        _isRecovered = true;
        _span?.SetTag("financials.outcome", outcome);
        Instruments.RecoveredCreates.Add(1, new("financials.entity", entity), new("financials.outcome", outcome));
        telemetry.Log.Recovered(entity, outcome);
    }
}
