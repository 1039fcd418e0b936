using System.Net;
using Financials.Client.Sandbox.Replay;

namespace Financials.Client.Sandbox;

/// <summary>
/// Records what a client and a real service say to each other, to be replayed as a test by <see cref="ReplayingHandler"/>. Give it to
/// the client as its <see cref="FinancialsClientOptions.Transport"/> and dispose it after the client: then the file is written.
/// Secrets and personal data are replaced before anything is kept: tokens, the service's address with tenant and environment, ids
/// and names of companies, and every text such as names, addresses, e-mail addresses, phone and tax numbers. Codes, numbers,
/// dates and ids of other entities stay. Read a recording before you share it. Thread-safe.
/// </summary>
public sealed class RecordingHandler : DelegatingHandler
{
    private const string Companies = "/companies";

    private readonly object _gate = new();
    private readonly List<RecordedExchange?> _exchanges = [];
    private readonly Pseudonyms _pseudonyms = new();
    private readonly Stripping _stripping;
    private readonly string _path;
    private bool _isWritten;

    /// <summary>Makes a handler that sends requests by connections of its own.</summary>
    /// <param name="path">The file to write. One that exists is replaced.</param>
    /// <param name="service">The service, whose address is not recorded.</param>
    /// <param name="hide">Further texts to hide wherever they stand, such as numbers of customers. Default: none.</param>
    public RecordingHandler(string path, FinancialsService service, IEnumerable<string>? hide = null)
        : this(path, service, new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All }, hide)
    {
    }

    /// <summary>Makes a handler that sends requests by another.</summary>
    /// <param name="path">The file to write. One that exists is replaced.</param>
    /// <param name="service">The service, whose address is not recorded.</param>
    /// <param name="innerHandler">What sends the requests. It has to decompress responses, and must not follow redirects.</param>
    /// <param name="hide">Further texts to hide wherever they stand, such as numbers of customers. Default: none.</param>
    public RecordingHandler(string path, FinancialsService service, HttpMessageHandler innerHandler, IEnumerable<string>? hide = null)
        : base(innerHandler)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(service);
        _path = path;
        _stripping = new(service.BaseAddress, _pseudonyms);
        foreach (var text in hide ?? [])
        {
            _pseudonyms.Hide(text);
        }
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : [];
        int place;
        RecordedExchange exchange;
        lock (_gate)
        {
            place = _exchanges.Count;
            exchange = new(
                request.Method.Method,
                _stripping.Path(request.RequestUri!),
                Stripping.OfRequest(request),
                _stripping.Body(RecordedBody.Of(request.Content?.Headers.ContentType?.MediaType, body), ofCompanies: false));
            _exchanges.Add(null);
        }

        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Keep(place, exchange, response, await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
            return response;
        }
        catch (HttpRequestException)
        {
            lock (_gate)
            {
                _exchanges[place] = exchange;
            }

            throw;
        }
    }

    /// <summary>Writes the file.</summary>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        lock (_gate)
        {
            if (disposing && !_isWritten)
            {
                _isWritten = true;
                RecordingFile.Write(_path, _exchanges.OfType<RecordedExchange>());
            }
        }
    }

    private void Keep(int place, RecordedExchange exchange, HttpResponseMessage response, byte[] body)
    {
        if (response.Content.Headers.ContentEncoding.Count > 0)
        {
            throw new InvalidOperationException("The response is compressed. Set AutomaticDecompression of the handler that sends the requests.");
        }

        lock (_gate)
        {
            var ofCompanies = exchange.Path == Companies || exchange.Path.StartsWith(Companies + "?", StringComparison.Ordinal);
            _exchanges[place] = exchange with
            {
                Status = (int)response.StatusCode,
                ResponseBody = _stripping.Body(RecordedBody.Of(response.Content.Headers.ContentType?.MediaType, body), ofCompanies),
                ResponseHeaders = _stripping.OfResponse(response),
            };
        }
    }
}
