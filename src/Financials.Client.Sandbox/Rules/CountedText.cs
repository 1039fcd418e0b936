using System.Globalization;
using System.Numerics;

namespace Financials.Client.Sandbox.Rules;

/// <summary>Counts up the last number in a text, as the service does with document numbers and the names of journals.</summary>
internal static class CountedText
{
    /// <returns>The text with its last number one higher, such as <c>A10</c> after <c>A09</c>; empty where it has no number.</returns>
    public static string Next(string text)
    {
        var end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var start = end;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return end == 0
            ? ""
            : text[..start] + (BigInteger.Parse(text[start..end], CultureInfo.InvariantCulture) + 1).ToString($"D{end - start}", CultureInfo.InvariantCulture) + text[end..];
    }
}
