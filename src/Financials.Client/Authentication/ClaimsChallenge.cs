using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Financials.Client.Authentication;

/// <summary>What a service that refuses a token wants a new one to prove (continuous access evaluation).</summary>
internal static partial class ClaimsChallenge
{
    /// <returns>The claims as JSON, to hand to the credential; null where the answer asks for none.</returns>
    public static string? Read(HttpResponseHeaders headers)
    {
        foreach (var challenge in headers.WwwAuthenticate)
        {
            if (challenge.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) &&
                challenge.Parameter is { } parameters &&
                Claims().Match(parameters) is { Success: true } match)
            {
                return Decode(match.Groups[1].Value);
            }
        }

        return null;
    }

    /// <summary>JSON in Base64, in practice with and without padding and in both alphabets; null for what is neither.</summary>
    private static string? Decode(string claims)
    {
        var text = claims.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        text = text.PadRight(text.Length + ((4 - (text.Length % 4)) % 4), '=');
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && IsJsonObject(bytes.AsSpan(0, length))
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }

    private static bool IsJsonObject(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind is JsonValueKind.Object && reader.BytesConsumed == text.Length;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex("claims=\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Claims();
}
