using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Queries.Filters;

/// <summary>A member compared with a value of its kind.</summary>
internal sealed class Comparison(Operand operand, ComparisonOperator symbol, object? value) : Condition
{
    public override IEnumerable<string> Paths => [operand.Member.Path];

    public override IEnumerable<RequiredEquality> RequiredEqualities =>
        symbol == ComparisonOperator.Equal && operand.Change is null ? [new(operand.Member, value)] : [];

    public override bool Holds(JsonObject entity)
    {
        var actual = operand.Read(entity);
        var order = operand.Member.Kind.Compare(actual, value);
        return symbol switch
        {
            ComparisonOperator.Equal => order == 0,
            ComparisonOperator.NotEqual => order != 0,
            _ when actual is null || value is null => false,
            ComparisonOperator.LessThan => order < 0,
            ComparisonOperator.LessThanOrEqual => order <= 0,
            ComparisonOperator.GreaterThan => order > 0,
            _ => order >= 0,
        };
    }
}
