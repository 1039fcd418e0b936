using System.Globalization;
using System.Net.Http.Headers;

namespace Financials.Client.Transport;

/// <summary>
/// How long a response asks to wait. Read from the raw header, because the services also send fractions of a second, which
/// the framework's own parser drops.
/// </summary>
internal static class RetryAfterHeader
{
    /// <summary>How HTTP writes a date: as it has to, and in the two obsolete ways that have to be read too.</summary>
    private static readonly string[] DateForms = ["r", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <returns>The wait, never negative; null where the header is absent or says nothing.</returns>
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (!headers.NonValidated.TryGetValues("Retry-After", out var values))
        {
            return null;
        }

        var text = values.ToString();
        if (text is [>= '0' and <= '9' or '.', ..] && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
        }

        return DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out var date)
            ? TimeSpan.FromTicks(Math.Max(0, (date - now).Ticks))
            : null;
    }
}
