using Microsoft.AspNetCore.Http;

namespace Financials.Client.Sandbox.Routes;

/// <summary>A request, with its body read.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path behind the service's address, decoded, beginning with a slash.</param>
/// <param name="Query">The options, decoded.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body; empty where it has none.</param>
internal sealed record ServiceRequest(string Method, string Path, IQueryCollection Query, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body)
{
    public string? IfMatch => Headers.IfMatch;

    public string? Prefer => Headers["Prefer"];
}
