using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Financials.Client.Tests.Support;

/// <summary>A server on a loopback port that reads each request and closes the connection without an answer.</summary>
internal sealed class SilentServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    public SilentServer()
    {
        _listener.Start();
        _work = ServeAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}/");

    public int Requests { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
                while (await reader.ReadLineAsync() is { Length: > 0 })
                {
                }

                Requests++;
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
