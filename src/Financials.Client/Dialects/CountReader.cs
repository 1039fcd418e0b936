using System.Buffers.Text;
using System.Text.Json;

namespace Financials.Client.Dialects;

/// <summary>Reads a bare number: how many entities there are.</summary>
internal sealed class CountReader : ResponseReader<int>
{
    public static CountReader Instance { get; } = new();

    public override string Expected => "a count";

    public override int Read(ReadOnlySpan<byte> body) =>
        Utf8Parser.TryParse(body, out int count, out var read) && read == body.Length
            ? count
            : throw new JsonException("The response is not a bare number.");
}
