using System.Globalization;
using Financials.Client.Transport;

namespace Financials.Client.Dialects;

/// <summary>What a service takes for an address.</summary>
internal static class ServiceAddress
{
    /// <summary>In entities, where a request asks for no size.</summary>
    public const int LargestPage = 20_000;

    /// <summary>In characters. The service refuses addresses of more than about 8,099.</summary>
    private const int Longest = 8_000;

    public static Uri Checked(Uri address) => address.AbsoluteUri.Length <= Longest
        ? address
        : throw new NotSupportedException(string.Create(
            CultureInfo.InvariantCulture,
            $"The query makes an address of {address.AbsoluteUri.Length} characters, and the service takes no more than {Longest}. Ask in several queries with fewer conditions each."));

    /// <summary>The request for a next page. The token would go wherever the link points, so a link to another place is refused before anything is sent.</summary>
    public static ServiceRequest Next(Uri baseAddress, string continuationToken, int? pageSize) =>
        Uri.TryCreate(continuationToken, UriKind.Absolute, out var next) && IsWithin(baseAddress, next)
            ? new ServiceRequest(HttpMethod.Get, next) { PageSize = pageSize }
            : throw new FinancialsException(
                $"A next link that does not lead to {baseAddress} is not followed. " +
                "Continue only with a token that this service gave.");

    private static bool IsWithin(Uri baseAddress, Uri link) =>
        Uri.Compare(link, baseAddress, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0 &&
        link.AbsolutePath.StartsWith(baseAddress.AbsolutePath.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase);
}
