using Financials.Client.Models;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Financials.Client.Dialects;

/// <summary>One kind of entity as one service has it, with how it is written and compared.</summary>
internal abstract class WritableMapping<TModel, TWire> : EntityMapping<TModel>
    where TModel : class, IEntity<TModel>, new()
    where TWire : class, IParsable, IAdditionalDataHolder, new()
{
    private static readonly TModel Empty = new();

    private TWire? _idle;

    /// <summary>The properties to send to create the entity: those that are set. Give the wire model back when it has been written.</summary>
    public TWire ToWire(TModel entity)
    {
        // Writing sets every property there is, so a wire model that was used before is as good as a new one.
        var wire = Interlocked.Exchange(ref _idle, default) ?? new TWire();
        Write(wire, entity, Empty, ValueComparison.Exact);
        return wire;
    }

    /// <summary>Takes back a wire model that has been written.</summary>
    public void Return(TWire wire)
    {
        wire.AdditionalData.Clear();
        _idle = wire;
    }

    /// <summary>The properties to send to create the entity, in a wire model that extends the entity's own.</summary>
    public TRequest ToWire<TRequest>(TModel entity)
        where TRequest : TWire, new()
    {
        var wire = new TRequest();
        Write(wire, entity, Empty, ValueComparison.Exact);
        return wire;
    }

    /// <summary>The properties to send to change the entity: those that differ from the state that was read, or are set where none was. Null where there is none.</summary>
    public TWire? ChangesOf(TModel entity)
    {
        var wire = new TWire();
        return Write(wire, entity, entity.Original.Entity ?? Empty, ValueComparison.Exact) ? wire : default;
    }

    /// <summary>Whether two states of an entity are the same in all that can be set, or that is set in one that was never read.</summary>
    public bool AreEqual(TModel one, TModel other) => one.Original.Entity is null ? IsStored(one, other) : !Write(new TWire(), one, other, ValueComparison.IgnoringCase);

    /// <summary>Whether a stored entity is what was sent, as far as something was sent and the service lets it be seen.</summary>
    public bool IsStored(TModel sent, TModel stored) => !Write(new TWire(), sent, stored, ValueComparison.AsStored);

    /// <summary>Sets the properties that differ between two states.</summary>
    protected abstract void Write(TWire wire, TModel now, TModel before, ref ChangedProperties changed);

    private bool Write(TWire wire, TModel now, TModel before, ValueComparison comparison)
    {
        var changed = new ChangedProperties(typeof(TModel).Name, wire.AdditionalData, Properties, comparison);
        Write(wire, now, before, ref changed);
        return changed.Any;
    }
}
