using System.Text.Json;
using System.Text.RegularExpressions;

namespace Financials.Client.Errors;

/// <summary>What was sent for a key that the service's explanation quotes, such as the number of a customer that it does not know.</summary>
internal static partial class SentKeys
{
    /// <summary>In characters. The keys of Business Central are shorter.</summary>
    private const int LongestKey = 50;

    /// <returns>The property and its value, such as <c>customerNumber 99999</c>; null where no key was sent under a name that is quoted.</returns>
    public static string? In(string? explanation, byte[]? body)
    {
        if (explanation is null || body is null || QuotedKey().Match(explanation) is not { Success: true } quoted)
        {
            return null;
        }

        var name = quoted.Groups[1].Value;
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } sent && sent.TryGetProperty(name, out var value) &&
                value.ValueKind is JsonValueKind.String && SafeText.Sentence(value.GetString()) is { Length: <= LongestKey } key
                ? $"{name} {key}"
                : null;
        }
        catch (JsonException)
        {
            // What was sent is a file, or a text of the application's own.
            return null;
        }
    }

    /// <summary>Names of properties are not translated. A number, an id or a code is no personal data; other properties may be.</summary>
    [GeneratedRegex("\"([a-z][A-Za-z]*(?:Number|Id|Code))\"", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedKey();
}
