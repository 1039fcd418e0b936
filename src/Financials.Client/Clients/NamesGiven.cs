namespace Financials.Client.Clients;

/// <summary>Tells a person who gave a name that does not exist which names do.</summary>
internal static class NamesGiven
{
    /// <summary>How many names a text holds.</summary>
    public const int Most = 10;

    public static string Of(string kind, IEnumerable<string?> names)
    {
        List<string> known = [.. names.OfType<string>().Order(StringComparer.Ordinal)];
        var listed = string.Join(", ", known.Take(Most).Select(name => $"'{name}'"));
        return known.Count switch
        {
            0 => $"There is no {kind} that the token's owner may see.",
            1 => $"There is only {listed}.",
            <= Most => $"There are {listed}.",
            _ => $"Among others there are {listed}.",
        };
    }
}
