using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Queries.Filters;

/// <summary>One of two conditions on the same member.</summary>
internal sealed class Alternative : Condition
{
    private readonly Condition _left;
    private readonly Condition _right;

    public Alternative(Condition left, Condition right)
    {
        _left = left;
        _right = right;
        if (Paths.Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            throw ServiceException.InvalidQuery("The 'OR' operator is not supported on distinct fields on an OData filter.");
        }
    }

    public override IEnumerable<string> Paths => _left.Paths.Concat(_right.Paths);

    public override bool Holds(JsonObject entity) => _left.Holds(entity) || _right.Holds(entity);
}
