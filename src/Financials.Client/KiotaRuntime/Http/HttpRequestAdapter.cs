using System.Buffers.Text;
using System.Net;
using System.Text.Json;
using Financials.Client.Http;
using Financials.Client.KiotaRuntime.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Financials.Client.KiotaRuntime.Http;

/// <summary>
/// Sends requests through one <see cref="HttpClient"/>, whose handlers do all that concerns tokens, retries and telemetry,
/// and reads the answers through one <see cref="WireContract"/>.
/// </summary>
internal sealed class HttpRequestAdapter(HttpClient http, WireContract contract) : IRequestAdapter
{
    private JsonSerializationWriter? _idleWriter;

    public string? BaseUrl { get; set; }

    public byte[] Serialize(IParsable model)
    {
        var writer = Interlocked.Exchange(ref _idleWriter, null) ?? new JsonSerializationWriter();
        var body = writer.Serialize(model);
        _idleWriter = writer;
        return body;
    }

    public async Task<ModelType?> SendAsync<ModelType>(
        RequestInformation requestInfo,
        ParsableFactory<ModelType> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default)
        where ModelType : IParsable
    {
        using var response = await SendAsync(requestInfo, cancellationToken).ConfigureAwait(false);
        var body = await BufferedContent.OfAsync(response, cancellationToken).ConfigureAwait(false);
        return body.Bytes.IsEmpty ? default : JsonSerializer.Deserialize(body.Bytes, contract.TypeInfo<ModelType>());
    }

    public async Task<ModelType?> SendPrimitiveAsync<ModelType>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(requestInfo, cancellationToken).ConfigureAwait(false);
        var body = await BufferedContent.OfAsync(response, cancellationToken).ConfigureAwait(false);
        if (body.Bytes.IsEmpty)
        {
            return default;
        }

        // The contracts' only bare values are counts.
        return Utf8Parser.TryParse(body.Bytes, out int count, out var read) && read == body.Bytes.Length && count is ModelType value
            ? value
            : throw new JsonException($"The answer is not a bare {typeof(ModelType)}.");
    }

    public async Task SendNoContentAsync(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default) =>
        (await SendAsync(requestInfo, cancellationToken).ConfigureAwait(false)).Dispose();

    private async ValueTask<HttpResponseMessage> SendAsync(RequestInformation requestInfo, CancellationToken cancellationToken)
    {
        using var request = ToHttpRequest(requestInfo);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        response.Dispose();
        throw new ApiException($"The service answered HTTP {(int)response.StatusCode}.") { ResponseStatusCode = (int)response.StatusCode };
    }

    private static HttpRequestMessage ToHttpRequest(RequestInformation requestInfo)
    {
        var request = new HttpRequestMessage(HttpMethodOf(requestInfo.HttpMethod), requestInfo.URI)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher,
            Content = requestInfo.Content is { } body ? new ByteArrayContent(body) : null,
        };

        // Not validated: the service's weak ETags have to go back byte for byte.
        foreach (var (name, value) in requestInfo.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    private static HttpMethod HttpMethodOf(Method method) => method switch
    {
        Method.GET => HttpMethod.Get,
        Method.POST => HttpMethod.Post,
        Method.PATCH => HttpMethod.Patch,
        Method.DELETE => HttpMethod.Delete,
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, null),
    };
}
