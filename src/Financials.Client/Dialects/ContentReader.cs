using System.Text.Json;
using Financials.Client.Transport;

namespace Financials.Client.Dialects;

/// <summary>Reads the content of a file, which may be anything, also nothing.</summary>
internal sealed class ContentReader : ResponseReader<byte[]>
{
    public static ContentReader Instance { get; } = new();

    public override string Expected => "the content of the file";

    public override bool AcceptsEmpty => true;

    /// <remarks>A file of JSON comes as bytes like any other; what comes as JSON is what the service, or something in its place, says.</remarks>
    public override byte[] Read(in ServiceResponse response) =>
        response.IsJson ? throw new JsonException("The response is JSON and not the content of a file.") : Read(response.WholeBody);

    public override byte[] Read(ReadOnlySpan<byte> body) => body.ToArray();
}
