using System.Buffers.Binary;
using System.Buffers.Text;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Financials.Client.Outbox;

/// <summary>
/// A line of a ledger's file: a checksum, a space, the JSON of a record, a line feed. The checksum goes over the one before as well, so
/// that a line that was changed, lost or moved is noticed.
/// </summary>
internal static class LedgerLine
{
    private const int ChecksumLength = 8;
    private const byte Space = (byte)' ';

    /// <summary>Puts a record into a line.</summary>
    /// <param name="json">The record.</param>
    /// <param name="checksum">The checksum of the line before; then that of this one.</param>
    public static byte[] Of(ReadOnlySpan<byte> json, ref uint checksum)
    {
        checksum = Checksum(json, checksum);
        var line = new byte[ChecksumLength + 1 + json.Length + 1];
        Utf8Formatter.TryFormat(checksum, line, out _, new('x', ChecksumLength));
        line[ChecksumLength] = Space;
        json.CopyTo(line.AsSpan(ChecksumLength + 1));
        line[^1] = (byte)'\n';
        return line;
    }

    /// <summary>The JSON of a line without its line feed.</summary>
    /// <param name="line">The line.</param>
    /// <param name="checksum">The checksum of the line before; then that of this one, where it is whole.</param>
    /// <param name="json">The JSON.</param>
    /// <returns>Whether the line is as it was written.</returns>
    public static bool TryRead(ReadOnlySpan<byte> line, ref uint checksum, out ReadOnlySpan<byte> json)
    {
        json = default;
        if (line.Length <= ChecksumLength + 1 || line[ChecksumLength] != Space ||
            !Utf8Parser.TryParse(line[..ChecksumLength], out uint written, out var length, 'x') || length != ChecksumLength)
        {
            return false;
        }

        json = JsonOf(line);
        if (Checksum(json, checksum) != written)
        {
            return false;
        }

        checksum = written;
        return true;
    }

    /// <summary>The JSON of a line that is known to be whole.</summary>
    public static ReadOnlySpan<byte> JsonOf(ReadOnlySpan<byte> line) => line[(ChecksumLength + 1)..];

    /// <summary>The record in the JSON of a line whose checksum is right.</summary>
    /// <exception cref="InvalidDataException">It is a record of a later version.</exception>
    public static T Record<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw OfALaterVersion(cause: null);
        }
        catch (JsonException unknown)
        {
            throw OfALaterVersion(unknown);
        }
    }

    public static InvalidDataException OfALaterVersion(JsonException? cause) =>
        new("The ledger was written by a later version of Financials.Client. Use that version to go on with it.", cause);

    private static uint Checksum(ReadOnlySpan<byte> json, uint before)
    {
        var checksum = ~before;
        while (json.Length >= sizeof(ulong))
        {
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(json));
            json = json[sizeof(ulong)..];
        }

        foreach (var rest in json)
        {
            checksum = BitOperations.Crc32C(checksum, rest);
        }

        return ~checksum;
    }
}
