using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Financials.Client.ContractTests.WireMock.InProcess;

/// <summary>The ways in which WireMock breaks a connection, on the socket itself: Kestrel has no say in it, nor WireMock.Net.</summary>
internal static class BrokenConnection
{
    private static readonly WireFault[] Known = [WireFault.Reset, WireFault.Empty, WireFault.MalformedChunk, WireFault.Garbage];

    public static WireFault Named(Members response)
    {
        var name = response.Text("fault");
        return Known.Contains(new(name)) ? new(name) : throw response.Refusal("fault", $"is '{name}', which is unknown to this server");
    }

    public static void Break(HttpContext context, WireFault fault)
    {
        var socket = context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        if (fault == WireFault.Reset)
        {
            // With no time to linger, closing resets.
            socket.LingerState = new(enable: true, seconds: 0);
        }
        else
        {
            socket.Send(BytesOf(fault));
            socket.Shutdown(SocketShutdown.Both);
        }

        socket.Close();
        context.Abort();
    }

    private static ReadOnlySpan<byte> BytesOf(WireFault fault) =>
        fault == WireFault.MalformedChunk ? "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nthis is no length of a chunk"u8
        : fault == WireFault.Garbage ? "this is no status line"u8
        : [];
}
