using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Queries.Filters;

/// <summary>Both conditions.</summary>
internal sealed class Conjunction(Condition left, Condition right) : Condition
{
    public override IEnumerable<string> Paths => left.Paths.Concat(right.Paths);

    public override IEnumerable<RequiredEquality> RequiredEqualities => left.RequiredEqualities.Concat(right.RequiredEqualities);

    public override bool Holds(JsonObject entity) => left.Holds(entity) && right.Holds(entity);
}
