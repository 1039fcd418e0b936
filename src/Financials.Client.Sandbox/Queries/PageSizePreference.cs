using System.Globalization;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Queries;

/// <summary>The page size that a <c>Prefer</c> header asks for.</summary>
internal static class PageSizePreference
{
    /// <summary>The largest page of the service, in entities.</summary>
    public const int Limit = 20_000;

    /// <summary>Reads the header. A preference that cannot be read is no preference.</summary>
    /// <param name="prefer">The header's value; null without one.</param>
    /// <returns>The page size in entities; null where none is asked for.</returns>
    /// <exception cref="ServiceException">It is above the limit.</exception>
    public static int? Read(string? prefer)
    {
        var asked = (prefer ?? "").Split(',', StringSplitOptions.TrimEntries)
            .Select(preference => preference.Split('=', 2, StringSplitOptions.TrimEntries))
            .FirstOrDefault(parts => parts is [var name, _] &&
                (name.Equals("odata.maxpagesize", StringComparison.OrdinalIgnoreCase) || name.Equals("maxpagesize", StringComparison.OrdinalIgnoreCase)));
        if (!int.TryParse(asked?[1].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size == 0)
        {
            return null;
        }

        return size <= Limit ? size : throw ServiceException.PageTooLarge(Limit);
    }
}
