using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Queries.Filters;

/// <summary>A condition on one entity.</summary>
internal abstract class Condition
{
    /// <summary>The paths of the members it names.</summary>
    public abstract IEnumerable<string> Paths { get; }

    /// <summary>Comparisons without which it cannot hold.</summary>
    public virtual IEnumerable<RequiredEquality> RequiredEqualities => [];

    public abstract bool Holds(JsonObject entity);
}
