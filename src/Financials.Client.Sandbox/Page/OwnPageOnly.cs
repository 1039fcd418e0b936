using System.Net;
using Microsoft.AspNetCore.Http;

namespace Financials.Client.Sandbox.Page;

/// <summary>
/// Lets only this machine's own page through. A foreign site in the same browser could otherwise switch faults on, or read
/// everything by a name of its own that leads to this machine.
/// </summary>
internal static class OwnPageOnly
{
    public static async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (Admits(context.Request))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync("The sandbox's page can only be used from this machine, under a loopback address.").ConfigureAwait(false);
    }

    private static bool Admits(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        return IsLoopback(request.Host.Host) &&
            (origin.Count == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
