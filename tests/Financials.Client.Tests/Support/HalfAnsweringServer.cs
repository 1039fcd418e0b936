using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Financials.Client.Tests.Support;

/// <summary>A server on a loopback port that closes the connection in the middle of its first answer and completes the others.</summary>
internal sealed class HalfAnsweringServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    public HalfAnsweringServer(string json)
    {
        _listener.Start();
        _work = ServeAsync(json);
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    public int Answers { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync(string json)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII);
                while (await reader.ReadLineAsync() is { Length: > 0 })
                {
                }

                var body = Answers++ == 0 ? json[..^5] : json;
                await stream.WriteAsync(Encoding.ASCII.GetBytes(
                    $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\nConnection: close\r\n\r\n{body}"));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
