using System.IO.Compression;
using System.Text;

namespace Financials.Client.Tests.Fuzzing;

/// <summary>Bodies that are compressed, in ways that work and in ways that do not, and bodies in other encodings.</summary>
internal static class EncodingMutations
{
    private static readonly string[] Algorithms = ["gzip", "deflate", "br"];

    private static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32,
        Encoding.Latin1,
    ];

    private static readonly byte[][] NotUtf8 =
    [
        [0xff], [0xc3, 0x28], [0xf8], [0xc0, 0xaf], [0xed, 0xa0, 0xbd], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82], [0x80],
    ];

    public static IEnumerable<Mutation> All =>
    [
        new("compressed", 2, (response, chance) => Compress(response, chance.OneOf(Algorithms))),
        new("compressed, cut off", 3, (response, chance) =>
        {
            var form = Compress(response, chance.OneOf(Algorithms));
            response.Body = response.Body[..chance.Below(response.Body.Length)];
            return $"{form} after {response.Body.Length} bytes";
        }),
        new("compressed, damaged", 3, (response, chance) =>
        {
            var form = Compress(response, chance.OneOf(Algorithms));
            if (response.Body.Length > 0)
            {
                response.Body[chance.Below(response.Body.Length)] ^= (byte)(1 + chance.Below(255));
            }

            return form;
        }),
        new("garbage said to be compressed", 4, (response, chance) =>
        {
            response.Body = chance.Percent(50) ? response.Body : chance.Bytes(chance.Below(300));
            var algorithm = chance.OneOf(Algorithms);
            response.SetHeader("Content-Encoding", algorithm);
            return algorithm;
        }),
        new("an unknown compression", 1, (response, chance) =>
        {
            response.SetHeader("Content-Encoding", chance.OneOf("zstd", "identity", "gzip, br", "x", ""));
            return null;
        }),
        new("another encoding", 4, (response, chance) =>
        {
            var encoding = chance.OneOf(Encodings);
            var mark = chance.Percent(60) ? encoding.GetPreamble() : [];
            response.Body = [.. mark, .. encoding.GetBytes(response.Text.Replace("Winery", "Winerø", StringComparison.Ordinal))];
            return $"{encoding.WebName}, {mark.Length} bytes of mark";
        }),
        new("invalid UTF-8 in a value", 5, (response, chance) => IntoText(response, chance, chance.OneOf(NotUtf8))),
        new("a lone surrogate in a value", 5, (response, chance) =>
            IntoText(response, chance, Encoding.UTF8.GetBytes(chance.OneOf(@"\ud83d", @"\udc00", @"\udc00\ud83d")))),
        new("an escape in a value", 3, (response, chance) => IntoText(response, chance, Encoding.UTF8.GetBytes(
            chance.OneOf(@"\u0000", @"\r\nFORGED by the server", @"\u2028", @"\q", @"\u12", "\u0001", "\n")))),
    ];

    private static string Compress(FuzzedResponse response, string algorithm)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = algorithm switch
        {
            "gzip" => new GZipStream(compressed, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(compressed, CompressionLevel.Fastest),
            _ => new BrotliStream(compressed, CompressionLevel.Fastest),
        })
        {
            stream.Write(response.Body);
        }

        response.Body = compressed.ToArray();
        response.SetHeader("Content-Encoding", algorithm);
        return algorithm;
    }

    /// <summary>Puts bytes into one of the body's texts, or at its end where it has none.</summary>
    private static string IntoText(FuzzedResponse response, Chance chance, byte[] bytes)
    {
        var body = response.Body;
        Range[] texts = [.. JsonTokens.Of(body).Where(token => body[token.Start] == '"')];
        var at = texts.Length == 0 ? body.Length : chance.OneOf(texts).Start.Value + 1;
        response.Body = [.. body[..at], .. bytes, .. body[at..]];
        return $"{Convert.ToHexString(bytes)} at {at}";
    }
}
