namespace Financials.Client.Http;

/// <summary>
/// The id that the client gives each request. The service logs it and does nothing else with it, so that its telemetry can be
/// searched for a request whose answer was lost.
/// </summary>
internal static class ClientRequestId
{
    public const string Header = "client-request-id";

    public static string New() => Guid.NewGuid().ToString();

    public static string? Of(HttpRequestMessage request) =>
        request.Headers.NonValidated.TryGetValues(Header, out var values) ? values.ToString() : null;
}
