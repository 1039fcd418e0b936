using Financials.Client.KiotaPackages;
using Microsoft.Kiota.Abstractions;

namespace Financials.Client.Dialects.Documented;

/// <summary>How Kiota's own runtime sends this dialect's requests; it needs no description of the wire models.</summary>
internal static class DocumentedAdapter
{
    public static IRequestAdapter Create(HttpClient http, Uri baseAddress) => PackagedAdapter.Create(http, baseAddress);
}
