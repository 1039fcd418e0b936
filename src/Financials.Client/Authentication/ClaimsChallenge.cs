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
        foreach (var challenge in headers.WwwAuthenticate.Where(one => one.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)))
        {
            var claims = Claims().Match(challenge.ToString());
            if (claims.Success)
            {
                return Decode(claims.Groups[1].Value);
            }
        }

        return null;
    }

    /// <summary>JSON in Base64, in practice with and without padding and in both alphabets; null for what is neither.</summary>
    private static string? Decode(string claims)
    {
        var text = claims.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        text = text.PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && IsJsonObject(bytes.AsMemory(0, length))
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }

    private static bool IsJsonObject(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind is JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex("claims=\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Claims();
}
