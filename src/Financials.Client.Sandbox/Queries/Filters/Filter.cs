using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Queries.Filters;

/// <summary>A query's condition.</summary>
internal sealed class Filter
{
    /// <summary>No condition.</summary>
    public static readonly Filter None = new(null);

    private readonly Condition? _condition;

    private Filter(Condition? condition)
    {
        _condition = condition;
        RequiredEqualities = [.. condition?.RequiredEqualities ?? []];
    }

    /// <summary>Comparisons that every entity in the result meets; the store may look them up in an index first.</summary>
    public IReadOnlyList<RequiredEquality> RequiredEqualities { get; }

    /// <summary>Reads a filter. One that the service does not evaluate it drops without a word, whole, and so does this.</summary>
    /// <exception cref="ServiceException">The filter cannot be read, or names something that does not exist.</exception>
    public static Filter Parse(string filter, QueryShape shape)
    {
        try
        {
            return new(new FilterParser(filter, shape).Parse());
        }
        catch (UnevaluatedFilterException)
        {
            return None;
        }
    }

    public bool Matches(JsonObject entity) => _condition?.Holds(entity) ?? true;
}
