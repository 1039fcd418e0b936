namespace Financials.Client.Tests.Support;

/// <summary>Passes answers on at once, but for one, which waits until the test lets it go.</summary>
internal sealed class HoldingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many answers come at once before the one that waits. Null: none waits.</summary>
    public int? HoldAfter { get; set; }

    public void Release() => _released.TrySetResult();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = base.SendAsync(request, cancellationToken);
        return HoldAfter-- is 0 ? HeldAsync(answer) : answer;
    }

    private async Task<HttpResponseMessage> HeldAsync(Task<HttpResponseMessage> answer)
    {
        await _released.Task.ConfigureAwait(false);
        return await answer.ConfigureAwait(false);
    }
}
