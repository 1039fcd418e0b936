namespace Financials.Client.Telemetry;

/// <summary>
/// What a request is about, as a name that many requests share: its path with <c>{id}</c> in the place of ids, and no query,
/// which may hold personal data.
/// </summary>
internal static class CallRoute
{
    public static string Of(Uri? address)
    {
        if (address is null)
        {
            return "";
        }

        var segments = address.AbsolutePath.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            segments[i] = WithoutKey(segments[i]);
        }

        return string.Join('/', segments);
    }

    /// <summary>A key is a segment of its own, or stands in brackets behind the name of its set.</summary>
    private static string WithoutKey(string segment)
    {
        var bracket = segment.IndexOf('(', StringComparison.Ordinal);
        return bracket >= 0 ? $"{segment[..bracket]}({{id}})" : Guid.TryParse(segment, out _) ? "{id}" : segment;
    }
}
