namespace Financials.Client.Dialects;

/// <summary>Reads whatever a response holds, also nothing, as bytes.</summary>
internal sealed class RawReader : ResponseReader<BinaryData?>
{
    public static RawReader Instance { get; } = new();

    public override string Expected => "a response";

    public override bool AcceptsEmpty => true;

    public override BinaryData Read(ReadOnlySpan<byte> body) => new(body.ToArray());
}
