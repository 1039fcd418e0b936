using System.Text.Json;
using Financials.Client.Errors;
using Financials.Client.Http;
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

    public ValueTask<TWire?> SendAsync<TWire>(RequestInformation request, CancellationToken cancellationToken, string? instead = null)
        where TWire : IParsable, new() =>
        GuardAsync(request, Identify(request), adapter.SendAsync(request, Make<TWire>.Factory, null, cancellationToken), instead);

    public ValueTask<int?> CountAsync(RequestInformation request, CancellationToken cancellationToken) =>
        GuardAsync(request, Identify(request), adapter.SendPrimitiveAsync<int?>(request, null, cancellationToken));

    public async Task SendNoContentAsync(RequestInformation request, CancellationToken cancellationToken, string? instead = null)
    {
        await GuardAsync(request, Identify(request), SendAsync(), instead).ConfigureAwait(false);

        async Task<bool> SendAsync()
        {
            await adapter.SendNoContentAsync(request, null, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    private static async ValueTask<T> GuardAsync<T>(RequestInformation request, string clientRequestId, Task<T> answer, string? instead = null)
    {
        try
        {
            return await answer.ConfigureAwait(false);
        }
        catch (FailedAnswerException failed)
        {
            throw ServiceErrors.From(failed, Method(request), Path(request), clientRequestId, instead);
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException)
        {
            throw ServiceErrors.Unreadable(unreadable, Method(request), Path(request), clientRequestId);
        }
    }

    private static string Identify(RequestInformation request)
    {
        var id = ClientRequestId.New();
        request.Headers.Add(ClientRequestId.Header, id);
        return id;
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
