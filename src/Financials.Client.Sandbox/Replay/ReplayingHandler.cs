using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Financials.Client.Sandbox.Replay;

namespace Financials.Client.Sandbox;

/// <summary>
/// Answers requests from a recording of <see cref="RecordingHandler"/>, without a service. Give it to the client as its
/// <see cref="FinancialsClientOptions.Transport"/>. Replay is strict: the requests have to come one after the other as they were
/// recorded, and one that differs fails, naming the difference. Where the recording has a pseudonym, the test may have any value, as long
/// as it is the same everywhere; responses then have the test's own value, too. Thread-safe.
/// </summary>
public sealed class ReplayingHandler : HttpMessageHandler
{
    private readonly object _gate = new();
    private readonly IReadOnlyList<RecordedExchange> _exchanges;
    private readonly Bindings _bindings = new();
    private readonly string _service;
    private int _next;

    /// <summary>Reads a recording.</summary>
    /// <param name="path">The file.</param>
    /// <param name="service">The service that the client is made for. Nothing is sent to it.</param>
    /// <param name="hide">
    /// What the recording was told to hide, in the same order, with the values that the test has: such as the name of a company that it
    /// looks for. Default: none.
    /// </param>
    /// <exception cref="InvalidDataException">The file is not a recording.</exception>
    public ReplayingHandler(string path, FinancialsService service, IEnumerable<string>? hide = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(service);
        _exchanges = RecordingFile.Read(path);
        _service = service.BaseAddress.AbsoluteUri.TrimEnd('/');
        var pseudonyms = new Pseudonyms();
        foreach (var text in hide ?? [])
        {
            _bindings.Bind(pseudonyms.Of(text), text);
        }
    }

    /// <summary>How many exchanges have not been replayed. A test that sends all that was recorded leaves none.</summary>
    public int Remaining
    {
        get
        {
            lock (_gate)
            {
                return _exchanges.Count - _next;
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The request is not the one that was recorded.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : [];
        lock (_gate)
        {
            var sent = $"{request.Method} {Stripping.PlainPath(_service, request.RequestUri!)}";
            if (_next == _exchanges.Count)
            {
                throw new InvalidOperationException($"The recording has {_exchanges.Count} exchanges and no more, but this is sent: {sent}.");
            }

            var exchange = _exchanges[_next];
            if (Difference(exchange, sent, request, body) is { } difference)
            {
                throw new InvalidOperationException(string.Create(
                    CultureInfo.InvariantCulture, $"Request {_next + 1} is not the one that was recorded. {difference}"));
            }

            _next++;
            return exchange.Status is { } status
                ? Response(exchange, status, request)
                : throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection broke off, as it did in the recording.");
        }
    }

    private string? Difference(RecordedExchange exchange, string sent, HttpRequestMessage request, byte[] body)
    {
        var recorded = $"{exchange.Method} {exchange.Path}";
        if (!_bindings.Agree(recorded, sent))
        {
            return $"Recorded: {_bindings.Own(recorded)}. Sent: {sent}.";
        }

        var headers = Stripping.OfRequest(request);
        foreach (var name in exchange.Headers.Keys.Union(headers.Keys, StringComparer.OrdinalIgnoreCase))
        {
            var (before, now) = (exchange.Headers.GetValueOrDefault(name, ""), headers.GetValueOrDefault(name, ""));
            if (!_bindings.Agree(before, now))
            {
                return $"{name} of {sent} was recorded as '{before}' and is sent as '{now}'.";
            }
        }

        return _bindings.Difference(exchange.Body, RecordedBody.Of(request.Content?.Headers.ContentType?.MediaType, body)) is { } difference
            ? $"In the body of {sent}, {difference}."
            : null;
    }

    private HttpResponseMessage Response(RecordedExchange exchange, int status, HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(RecordedBody.Bytes(_bindings.Own(exchange.ResponseBody, AtService))),
        };
        foreach (var (name, value) in exchange.ResponseHeaders)
        {
            var own = AtService(_bindings.Own(value));
            HttpHeaders headers = name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) ? response.Content.Headers : response.Headers;
            headers.TryAddWithoutValidation(name, own);
        }

        return response;
    }

    private string AtService(string text) => text.Replace(Stripping.Service, _service, StringComparison.Ordinal);
}
