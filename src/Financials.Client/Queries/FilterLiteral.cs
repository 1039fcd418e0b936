using System.Globalization;

namespace Financials.Client.Queries;

/// <summary>Values as the service's filter syntax has them.</summary>
internal static class FilterLiteral
{
    /// <summary>To the tick: a moment that is cut off is another one.</summary>
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public static string Of(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
