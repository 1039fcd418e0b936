using ImportPayments.Arguments;

namespace ImportPayments.Rows;

/// <summary>Which column of a file holds what.</summary>
internal sealed class HeaderMapping
{
    private readonly Dictionary<PaymentField, int> _places;

    /// <param name="header">The file's header.</param>
    /// <param name="given">Columns that the user has named.</param>
    /// <exception cref="UsageException">A required column is missing, or a column cannot be told from another.</exception>
    public HeaderMapping(IReadOnlyList<string> header, IReadOnlyDictionary<PaymentField, string> given)
    {
        var places = given.ToDictionary(named => named.Key, named => PlaceOfGiven(header, named.Value));
        foreach (var column in PaymentColumn.All.Where(column => !given.ContainsKey(column.Field)))
        {
            int[] candidates = [.. Enumerable.Range(0, header.Count).Where(at => column.IsNamed(header[at]) && !places.ContainsValue(at))];
            if (candidates.Length > 1)
            {
                throw new UsageException(
                    $"Both '{header[candidates[0]]}' and '{header[candidates[1]]}' could be {column.Name}. " +
                    $"Choose with --map {column.Name}=<column>.");
            }

            if (candidates.Length == 1)
            {
                places.Add(column.Field, candidates[0]);
            }
        }

        string[] missing = [.. PaymentColumn.All.Where(column => column.IsRequired && !places.ContainsKey(column.Field)).Select(c => c.Name)];
        if (missing.Length > 0)
        {
            throw new UsageException(
                $"The file has no column for {string.Join(", ", missing)}. It has: {InQuotes(header)}. " +
                $"Name it with --map {missing[0]}=<column>.");
        }

        _places = places;
        Ignored = [.. header.Where((_, at) => !places.ContainsValue(at))];
    }

    /// <summary>The names of the columns that are not imported.</summary>
    public IReadOnlyList<string> Ignored { get; }

    /// <summary>Whether the file has a column for this.</summary>
    public bool Has(PaymentField field) => _places.ContainsKey(field);

    /// <summary>A row's value without the spaces around it; null where it has none.</summary>
    public string? Value(IReadOnlyList<string> values, PaymentField field) =>
        _places.TryGetValue(field, out var at) && values[at].Trim() is { Length: > 0 } value ? value : null;

    private static int PlaceOfGiven(IReadOnlyList<string> header, string name)
    {
        int[] places = [.. Enumerable.Range(0, header.Count).Where(at => name.Equals(header[at].Trim(), StringComparison.OrdinalIgnoreCase))];
        return places.Length switch
        {
            1 => places[0],
            0 => throw new UsageException($"The file has no column '{name}', which --map names. It has: {InQuotes(header)}."),
            _ => throw new UsageException($"The file has more than one column '{name}', which --map names."),
        };
    }

    private static string InQuotes(IReadOnlyList<string> header) => string.Join(", ", header.Select(name => $"'{name}'"));
}
