using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Financials.Client.Sandbox.Webhooks;

/// <summary>Sends notifications, and tries again where the receiver cannot take them now. Thread-safe.</summary>
/// <param name="time">The clock.</param>
/// <param name="refuse">Called with the id of each subscription whose receiver has refused a notification for good.</param>
internal sealed class NotificationSender(TimeProvider time, Action<string> refuse) : IAsyncDisposable
{
    /// <summary>How long a receiver has to respond.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);

    /// <summary>The first pause; each further one is twice as long. The service does not say when it tries again.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    /// <summary>After that long it gives up.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(36);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "Notifications go to the app's own address, without a token.")]
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource _stopping = new();
    private readonly object _gate = new();
    private readonly List<Task> _underWay = [];
    private int _isDisposed;

    /// <summary>Whether an address sends back the token that it is asked with.</summary>
    public async Task<bool> AgreesAsync(Uri address, CancellationToken cancellationToken)
    {
        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var asked = new UriBuilder(address) { Query = $"{address.Query.TrimStart('?')}{(address.Query.Length > 1 ? "&" : "")}validationToken={token}" }.Uri;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        var answer = await PostAsync(asked, "", ending.Token).ConfigureAwait(false);
        return answer is (HttpStatusCode.OK, var body) && body == token;
    }

    /// <summary>Sends a notification without waiting for it.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="json">The notification.</param>
    /// <param name="subscriptionIds">The subscriptions that it is about.</param>
    public void Send(Uri address, string json, IReadOnlyList<string> subscriptionIds)
    {
        lock (_gate)
        {
            _underWay.RemoveAll(task => task.IsCompleted);
            _underWay.Add(Task.Run(() => DeliverAsync(address, json, subscriptionIds)));
        }
    }

    /// <summary>Stops sending. To do it again makes no difference.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        Task[] underWay;
        lock (_gate)
        {
            underWay = [.. _underWay];
        }

        await Task.WhenAll(underWay).ConfigureAwait(false);
        _http.Dispose();
        _stopping.Dispose();
    }

    private async Task DeliverAsync(Uri address, string json, IReadOnlyList<string> subscriptionIds)
    {
        var (begun, pause) = (time.GetUtcNow(), FirstPause);
        try
        {
            while (true)
            {
                var status = (await PostAsync(address, json, _stopping.Token).ConfigureAwait(false))?.Status;
                if (status is >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous)
                {
                    return;
                }

                if (status is { } final and not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests) && (int)final < 500)
                {
                    foreach (var id in subscriptionIds)
                    {
                        refuse(id);
                    }

                    return;
                }

                if (time.GetUtcNow() + pause - begun > Longest)
                {
                    return;
                }

                await Task.Delay(pause, time, _stopping.Token).ConfigureAwait(false);
                pause *= 2;
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The sandbox is being stopped, and its notifications with it.
        }
    }

    /// <returns>The status and the body; null where there was no response.</returns>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The pace of a network is a matter of real time, whatever clock the service is given.")]
    private async Task<(HttpStatusCode Status, string Body)?> PostAsync(Uri address, string json, CancellationToken cancellationToken)
    {
        using var tooLate = new CancellationTokenSource(AnswerTime);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLate.Token);
        try
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
            content.Headers.ContentType = new("application/json");
            using var response = await _http.PostAsync(address, content, ending.Token).ConfigureAwait(false);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(ending.Token).ConfigureAwait(false));
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (tooLate.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
