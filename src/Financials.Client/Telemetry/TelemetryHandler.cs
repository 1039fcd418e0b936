namespace Financials.Client.Telemetry;

/// <summary>
/// Tells how every request went, with all of its attempts. Where nobody listens, it does nothing.
/// </summary>
internal sealed class TelemetryHandler(ClientTelemetry telemetry, TimeProvider time) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        telemetry.IsObserved ? ObserveAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> ObserveAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var observed = new ObservedRequest(request, telemetry, time);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            observed.Answered((int)response.StatusCode);
            return response;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            observed.Cancelled();
            throw;
        }
        catch (Exception failure)
        {
            observed.Failed(failure);
            throw;
        }
    }
}
