using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Microsoft.Extensions.Primitives;

namespace Financials.Client.Sandbox.Queries;

/// <summary>Related entities to send inside an entity.</summary>
/// <param name="navigation">Which ones.</param>
/// <param name="query">Which of them, and what of each.</param>
internal sealed class Expansion(QueryNavigation navigation, ODataQuery query)
{
    public string Name => navigation.Name;

    /// <param name="expand">The value of <c>$expand</c>, such as <c>currency,paymentTerm($select=code)</c>; null for none.</param>
    /// <param name="shape">What it may name.</param>
    public static IReadOnlyList<Expansion> Parse(string? expand, QueryShape shape) =>
        expand is null ? [] : [.. Split(expand, ',').Select(item => Single(item.Trim(), expand, shape))];

    /// <summary>The member's value: an array, an entity, or null.</summary>
    public JsonNode? Of(QueryShape shape, JsonObject entity, Navigate navigate)
    {
        var related = query.Items(navigate(shape, entity, navigation), navigate);
        return navigation.IsCollection ? new JsonArray([.. related]) : related.FirstOrDefault();
    }

    private static Expansion Single(string item, string expand, QueryShape shape)
    {
        var options = item.IndexOf('(', StringComparison.Ordinal);
        if (options >= 0 && !item.EndsWith(')'))
        {
            throw ServiceException.UnreadableQuery($"Syntax error at position {expand.Length} in '{expand}'.");
        }

        var navigation = shape.Navigation(options < 0 ? item : item[..options].TrimEnd());
        var pairs = (options < 0 ? [] : Split(item[(options + 1)..^1], ';'))
            .Select(option => option.Split('=', 2))
            .Select(option => KeyValuePair.Create(option[0].Trim(), new StringValues(option.Length == 2 ? option[1].Trim() : "")));
        return new(navigation, ODataQuery.Parse(pairs, navigation.Target()));
    }

    /// <summary>Splits at a separator, but not inside parentheses or quotes.</summary>
    private static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var (start, depth, quoted) = (0, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            quoted ^= text[i] == '\'';
            depth += quoted ? 0 : text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text[i] == separator && depth == 0 && !quoted)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }
}
