using System.Reflection;

namespace Financials.Client.Queries;

/// <summary>What a service calls the properties of one kind of entity.</summary>
internal abstract class PropertyNames
{
    /// <summary>Whether the names of options are written as names in XML are.</summary>
    public abstract bool EncodesOptions { get; }

    /// <returns>The name for a filter or an order; null for a property that has none.</returns>
    public abstract string? Value(PropertyInfo property);

    /// <returns>The name for a selection; null for a property that has none.</returns>
    public abstract string? Field(PropertyInfo property);

    /// <returns>The name of a property that holds related entities; null for others.</returns>
    public abstract string? Navigation(PropertyInfo property);

    /// <summary>The name of a property that there certainly is.</summary>
    public abstract string WireName(string name);
}
