namespace Financials.Client.Configuration;

/// <summary>Finds handlers that would follow a redirect, and so take a token and a body to an address that nobody configured.</summary>
internal static class RedirectGuard
{
    /// <returns>What to change; null where nothing follows redirects, as far as that can be seen.</returns>
    public static string? Problem(HttpMessageHandler? handler) => handler switch
    {
        DelegatingHandler outer => Problem(outer.InnerHandler),
        SocketsHttpHandler { AllowAutoRedirect: true } => Text(nameof(SocketsHttpHandler)),
        HttpClientHandler { AllowAutoRedirect: true } => Text(nameof(HttpClientHandler)),
        _ => null,
    };

    private static string Text(string type) =>
        $"would follow redirects with the token. Set {type}.AllowAutoRedirect to false";
}
