using System.Collections.Concurrent;

namespace Financials.Client.Sandbox.Tests.Support;

/// <summary>Keeps what travels through it.</summary>
internal sealed class WatchingHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    public ConcurrentQueue<(string Method, string Path, int Status, string? ContentType, string Text)> Answers { get; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        Answers.Enqueue((
            request.Method.Method,
            request.RequestUri!.AbsolutePath,
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync(cancellationToken)));
        return response;
    }
}
