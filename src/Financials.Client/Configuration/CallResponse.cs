using System.Collections.Frozen;

namespace Financials.Client;

/// <summary>What a response says besides its record, for <see cref="CallOptions.OnResponse"/>.</summary>
public sealed class CallResponse
{
    internal CallResponse(HttpResponseMessage message, string method, string path, string clientRequestId, int attempts)
    {
        (Method, Path, ClientRequestId, Attempts, Status) = (method, path, clientRequestId, attempts, (int)message.StatusCode);
        Headers = message.Headers.NonValidated.Concat(message.Content.Headers.NonValidated)
            .ToFrozenDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The HTTP method of the request.</summary>
    public string Method { get; }

    /// <summary>The path of the request, without the query, which may hold personal data.</summary>
    public string Path { get; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The headers of the response by name, in any case; several values of one are joined by commas.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The id under which the service logged the request; null where it gave none.</summary>
    public string? RequestId => Headers.GetValueOrDefault("request-id");

    /// <summary>The id that ties the service's log entries together; null where it gave none. Support asks for it.</summary>
    public string? CorrelationId => Headers.GetValueOrDefault("ms-correlation-x");

    /// <summary>The id that the client gave the request, as the header <c>client-request-id</c>.</summary>
    public string ClientRequestId { get; }

    /// <summary>How often the request had been sent when this response came; at least one.</summary>
    public int Attempts { get; }
}
