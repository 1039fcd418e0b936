using System.Globalization;
using Microsoft.Kiota.Abstractions;

namespace Financials.Client.Kiota;

/// <summary>What the dialects ask of the Kiota lane that the package is built with; this is the one of Kiota's own packages.</summary>
internal static class KiotaRequests
{
    /// <summary>An adapter for the generated builders of one service.</summary>
    public static IRequestAdapter Adapter(Uri baseAddress) => new BodyOnlyAdapter { BaseUrl = baseAddress.AbsoluteUri.TrimEnd('/') };

    /// <summary>
    /// Asks a generated builder for a request, under the invariant culture: Kiota writes dates in the calendar of the current one.
    /// </summary>
    public static RequestInformation Build<TBuilder, TWire>(Func<TBuilder, TWire, RequestInformation> build, TBuilder builder, TWire body)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return build(builder, body);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>What a generated builder describes: what is done, to which address, with which body.</summary>
    public static (HttpMethod Method, Uri Address, byte[]? Body) Read(RequestInformation request) =>
        (HttpMethod.Parse(request.HttpMethod.ToString()), request.URI, BodyOf(request));

    /// <summary>The body that a generated builder has written.</summary>
    public static byte[]? BodyOf(RequestInformation request) => request.Content is MemoryStream body ? body.ToArray() : null;
}
