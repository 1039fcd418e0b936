using System.Globalization;
using Financials.Client.Sandbox.Model;
using Microsoft.Extensions.Primitives;

namespace Financials.Client.Sandbox.Queries;

/// <summary>The options of a query by name. Names that the service does not know are ignored, as it does.</summary>
internal sealed class QueryOptions
{
    private static readonly string[] Names =
        ["$filter", "$orderby", "$select", "$expand", "$top", "$skip", "$count", "$skiptoken"];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <exception cref="ServiceException">An option is given twice.</exception>
    public QueryOptions(IEnumerable<KeyValuePair<string, StringValues>> options)
    {
        foreach (var (name, values) in options.Where(option => Names.Contains(option.Key)))
        {
            if (values.Count > 1 || !_values.TryAdd(name, values.ToString()))
            {
                throw ServiceException.InvalidQuery($"Query option '{name}' was specified more than once, but it must be specified at most once.");
            }
        }
    }

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>An option that counts entities; null where it is not given.</summary>
    public int? Number(string name)
    {
        if (this[name] is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ServiceException.InvalidQuery(
                $"Invalid value '{text}' for {name} query option found. The {name} query option requires a non-negative integer value.");
    }

    /// <summary>An option that is on or off; off where it is not given.</summary>
    public bool Switch(string name) => this[name] switch
    {
        null or "false" => false,
        "true" => true,
        var text => throw ServiceException.InvalidQuery($"Invalid value '{text}' for {name} query option found. Valid values are 'true' or 'false'."),
    };
}
