using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Financials.Client.Benchmarks;

/// <summary>
/// A server on this machine that gives every GET the same customer. It does next to nothing and allocates nothing for each
/// request, so that what is measured is the caller.
/// </summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] _response;

    private LoopbackServer()
    {
        var body = SampleData.Created();
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        _response = [.. Encoding.ASCII.GetBytes(head), .. body];
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(512);
    }

    public FinancialsService Service => FinancialsService.Documented(
        new Uri($"http://{_listener.LocalEndPoint}/beta/financials"), "https://service.example/.default");

    /// <summary>Starts a server that runs until it is disposed or the process ends.</summary>
    public static LoopbackServer Start()
    {
        var server = new LoopbackServer();
        _ = server.AcceptAsync();
        return server;
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            var connection = await _listener.AcceptAsync();
            connection.NoDelay = true;
            _ = ServeAsync(connection);
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        var buffer = new byte[8 * 1024];
        var length = 0;
        try
        {
            while (await connection.ReceiveAsync(buffer.AsMemory(length), SocketFlags.None) is > 0 and var received)
            {
                length += received;
                if (buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
                {
                    length = 0;
                    await connection.SendAsync(_response, SocketFlags.None);
                }
            }
        }
        catch (SocketException)
        {
            // The caller has gone.
        }

        connection.Dispose();
    }
}
