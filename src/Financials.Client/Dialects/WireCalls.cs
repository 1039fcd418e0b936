using System.Text.Json;
using Financials.Client.Errors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Financials.Client.Dialects;

/// <summary>
/// Sends what the generated builders describe and turns every failure into one of the public exceptions. Requests go to the
/// adapter directly rather than through a builder's own send methods, which would make an error map for each call that
/// nothing reads.
/// </summary>
internal sealed class WireCalls(IRequestAdapter adapter)
{
    /// <summary>Where the service is: the origin that next links have to have.</summary>
    public Uri BaseAddress { get; } = new(adapter.BaseUrl!);

    public ValueTask<TWire?> SendAsync<TWire>(RequestInformation request, CancellationToken cancellationToken, string? workingCall = null)
        where TWire : IParsable, new() =>
        GuardAsync(request, adapter.SendAsync(request, Make<TWire>.Factory, null, cancellationToken), cancellationToken, workingCall);

    public ValueTask<int?> CountAsync(RequestInformation request, CancellationToken cancellationToken) =>
        GuardAsync(request, adapter.SendPrimitiveAsync<int?>(request, null, cancellationToken), cancellationToken);

    public async Task SendNoContentAsync(RequestInformation request, CancellationToken cancellationToken, string? workingCall = null)
    {
        await GuardAsync(request, SendAsync(), cancellationToken, workingCall).ConfigureAwait(false);

        async Task<bool> SendAsync()
        {
            await adapter.SendNoContentAsync(request, null, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    private static async ValueTask<T> GuardAsync<T>(RequestInformation request, Task<T> answer, CancellationToken cancellationToken, string? workingCall = null)
    {
        try
        {
            return await answer.ConfigureAwait(false);
        }
        catch (FailedAnswerException failed)
        {
            throw ServiceErrors.From(failed, Method(request), Path(request), workingCall);
        }
        catch (HttpRequestException unreachable)
        {
            throw ServiceErrors.Unreachable(unreachable, Method(request), Path(request));
        }
        catch (OperationCanceledException timeout) when (!cancellationToken.IsCancellationRequested)
        {
            throw ServiceErrors.TimedOut(timeout, Method(request), Path(request));
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException)
        {
            throw ServiceErrors.Unreadable(unreadable, Method(request), Path(request));
        }
    }

    private static string Method(RequestInformation request) => request.HttpMethod.ToString();

    private static string Path(RequestInformation request) => request.URI.AbsolutePath;

    /// <summary>One factory for each wire model, for all calls.</summary>
    private static class Make<TWire>
        where TWire : IParsable, new()
    {
        public static readonly ParsableFactory<TWire> Factory = static _ => new TWire();
    }
}
