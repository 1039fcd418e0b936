namespace Financials.Client.Transport;

/// <summary>
/// The id that the client gives each call. The service logs it and does nothing else with it, so that its telemetry can be
/// searched for a request whose response was lost.
/// </summary>
internal static class RequestIds
{
    public const string Header = "client-request-id";

    /// <summary>It has to be rare, not secret, so the fast source of chance will do.</summary>
    public static string New()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }
}
