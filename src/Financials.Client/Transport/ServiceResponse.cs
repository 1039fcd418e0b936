using System.Net;
using System.Net.Http.Headers;

namespace Financials.Client.Transport;

/// <summary>A response that has been read whole. Its bytes are valid until it is disposed.</summary>
internal readonly struct ServiceResponse(HttpResponseMessage message, PooledBody body, Exception? bodyFailure) : IDisposable
{
    public HttpStatusCode Status => message.StatusCode;

    public bool IsSuccess => message.IsSuccessStatusCode;

    public HttpResponseHeaders Headers => message.Headers;

    /// <summary>The body, without a byte order mark.</summary>
    public ReadOnlySpan<byte> Body => body.Bytes;

    /// <summary>The body byte for byte: in a file, a byte order mark belongs to it.</summary>
    public ReadOnlySpan<byte> WholeBody => body.AllBytes;

    /// <summary>Why the explanation of an error is missing; null where it was read.</summary>
    public Exception? BodyFailure => bodyFailure;

    public bool IsHtml => IsOfType("text/html");

    public bool IsJson => IsOfType("application/json");

    public string? Header(string name) => message.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    public CallResponse Describe(ServiceRequest request, string clientRequestId, int attempts) =>
        new(message, request.Method.Method, request.Address.AbsolutePath, clientRequestId, attempts);

    public void Dispose()
    {
        body.Dispose();
        message.Dispose();
    }

    private bool IsOfType(string type) =>
        message.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) &&
        values.ToString().StartsWith(type, StringComparison.OrdinalIgnoreCase);
}
