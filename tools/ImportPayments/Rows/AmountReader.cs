using System.Globalization;

namespace ImportPayments.Rows;

/// <summary>
/// Reads amounts as one culture writes them, and nothing that another culture could have meant: thousands separators have to
/// stand where the culture puts them, and there are no more decimals than money has. So <c>1.234</c>, written in Denmark for
/// one thousand two hundred and thirty-four, is refused rather than read as one and a bit.
/// </summary>
internal sealed class AmountReader(CultureInfo culture, int decimals)
{
    private const char Minus = '\u2212';

    private readonly string _decimalSeparator = Plain(culture.NumberFormat.NumberDecimalSeparator);
    private readonly string _groupSeparator = Plain(culture.NumberFormat.NumberGroupSeparator);
    private readonly int[] _groupSizes = culture.NumberFormat.NumberGroupSizes;

    /// <summary>The amount, or why it is none.</summary>
    public (decimal Amount, RowProblem? Problem) Read(string text)
    {
        var digits = Plain(text);
        var isNegative = digits.StartsWith('-') || digits.StartsWith(Minus);
        if (isNegative || digits.StartsWith('+'))
        {
            digits = digits[1..];
        }

        var parts = digits.Split(_decimalSeparator);
        if (parts.Length > 2 || IntegerDigits(parts[0]) is not { } integer || (parts.Length == 2 && !AreDigits(parts[1])))
        {
            return (0, new("amount is not a number", $"amount '{text}' is not a number such as {Example()}; say whose numbers they are with --culture"));
        }

        var fraction = parts.Length == 2 ? parts[1] : "";
        if (fraction.Length > decimals)
        {
            return (0, new(
                "amount has too many decimals",
                $"amount '{text}' has more than {decimals} decimals; is it written for another culture than {NameOf(culture)}?"));
        }

        return decimal.TryParse($"{integer}.{fraction}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? (isNegative ? -amount : amount, null)
            : (0, new("amount is too large", $"amount '{text}' is too large"));
    }

    /// <summary>What the user calls a culture.</summary>
    public static string NameOf(CultureInfo culture) => culture.Name.Length == 0 ? "invariant" : culture.Name;

    private string? IntegerDigits(string text)
    {
        var groups = _groupSeparator.Length == 0 ? [text] : text.Split(_groupSeparator);
        if (!groups.All(AreDigits))
        {
            return null;
        }

        for (var fromRight = 0; fromRight < groups.Length && groups.Length > 1; fromRight++)
        {
            // The last size goes for all groups further left; zero means that they are not divided.
            var size = _groupSizes.Length == 0 ? 0 : _groupSizes[Math.Min(fromRight, _groupSizes.Length - 1)];
            var length = groups[^(fromRight + 1)].Length;
            var isLeftmost = fromRight == groups.Length - 1;
            if (isLeftmost ? size > 0 && length > size : length != size)
            {
                return null;
            }
        }

        return string.Concat(groups);
    }

    private string Example() => $"{1234.5m.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), culture)} ({NameOf(culture)})";

    private static bool AreDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    /// <summary>With the keyboard's space and apostrophe in the place of those that cultures have, and without marks of direction.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Where(c => c is not ('\u200e' or '\u200f' or '\u061c')))
            .Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('\u2019', '\'');
}
