using System.Text.Json;

namespace Financials.Client.Dialects;

/// <summary>Reads a PDF, whatever type the response gives it: services say <c>application/octet-stream</c> or <c>application/pdf</c>.</summary>
internal sealed class PdfReader : ResponseReader<byte[]>
{
    public static PdfReader Instance { get; } = new();

    public override string Expected => "a PDF";

    public override byte[] Read(ReadOnlySpan<byte> body) =>
        body.StartsWith("%PDF-"u8) ? body.ToArray() : throw new JsonException("The response does not begin as a PDF does.");
}
