namespace Financials.Client.Tests.Money;

/// <summary>Something on the way that delivers some of the requests that create something twice, and shows one of the two responses.</summary>
/// <param name="share">Which share of them.</param>
/// <param name="showsTheSecond">Whether the second response arrives; else the first.</param>
internal sealed class RepeatingGateway(double share, bool showsTheSecond) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private readonly Random _random = new(20170301);
    private int _repeated;

    public int Repeated => _repeated;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Post || !IsChosen())
        {
            return await base.SendAsync(request, cancellationToken);
        }

        Interlocked.Increment(ref _repeated);
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        using var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(body), Version = request.Version };
        foreach (var (name, values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        foreach (var (name, values) in request.Content.Headers)
        {
            copy.Content.Headers.TryAddWithoutValidation(name, values);
        }

        var first = await base.SendAsync(request, cancellationToken);
        var second = await base.SendAsync(copy, cancellationToken);
        var (shown, hidden) = showsTheSecond ? (second, first) : (first, second);
        hidden.Dispose();
        return shown;
    }

    private bool IsChosen()
    {
        lock (_random)
        {
            return _random.NextDouble() < share;
        }
    }
}
