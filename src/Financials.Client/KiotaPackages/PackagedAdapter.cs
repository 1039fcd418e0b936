using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;

namespace Financials.Client.KiotaPackages;

/// <summary>
/// Kiota's own adapter over our <see cref="HttpClient"/>. None of Kiota's handlers is used, because its retry handler
/// repeats POST; tokens come from our handler, so to Kiota the service is anonymous.
/// </summary>
internal static class PackagedAdapter
{
    public static IRequestAdapter Create(HttpClient http, Uri baseAddress) => new HttpClientRequestAdapter(
        new AnonymousAuthenticationProvider(),
        new JsonOnlyParseNodeFactory(),
        new JsonSerializationWriterFactory(),
        http)
    {
        BaseUrl = baseAddress.AbsoluteUri.TrimEnd('/'),
    };
}
