using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Financials.Client.Tests.Support;

/// <summary>A server on a loopback port that answers each request as the test says, whole or not, and closes the connection.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    private RawServer(Func<int, string> answer)
    {
        _listener.Start();
        _work = ServeAsync(answer);
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    public int Requests { get; private set; }

    /// <summary>A server that gives no answer at all.</summary>
    public static RawServer Silent() => new(_ => "");

    /// <summary>A server that breaks off in the middle of its first answer and completes the others.</summary>
    public static RawServer BreakingOffOnce(string json) => new(number =>
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" +
        $"Content-Length: {json.Length}\r\nConnection: close\r\n\r\n{(number == 1 ? json[..^5] : json)}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync(Func<int, string> answer)
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

                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer(++Requests)));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
