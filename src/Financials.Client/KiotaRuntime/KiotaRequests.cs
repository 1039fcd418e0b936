using Financials.Client.KiotaRuntime.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Financials.Client.Kiota;

/// <summary>What the dialects ask of the Kiota lane that the package is built with; this is the bundled one.</summary>
internal static class KiotaRequests
{
    /// <summary>An adapter for the generated builders of one service.</summary>
    public static IRequestAdapter Adapter(Uri baseAddress) => new BodyWriter { BaseUrl = baseAddress.AbsoluteUri.TrimEnd('/') };

    /// <summary>Asks a generated builder for a request with a body.</summary>
    public static RequestInformation Build<TBuilder, TWire>(Func<TBuilder, TWire, RequestInformation> build, TBuilder builder, TWire body) =>
        build(builder, body);

    /// <summary>What a generated builder describes: what is done, to which address, with which body.</summary>
    public static (HttpMethod Method, Uri Address, byte[]? Body) Read(RequestInformation request) => (
        request.HttpMethod switch
        {
            Method.GET => HttpMethod.Get,
            Method.POST => HttpMethod.Post,
            Method.PATCH => HttpMethod.Patch,
            Method.DELETE => HttpMethod.Delete,
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.HttpMethod, null),
        },
        request.URI,
        BodyOf(request));

    /// <summary>The body that a generated builder has written.</summary>
    public static byte[]? BodyOf(RequestInformation request) => request.Content;

    private sealed class BodyWriter : IRequestAdapter
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
    }
}
