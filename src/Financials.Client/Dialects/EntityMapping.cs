using Financials.Client.Entities;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Financials.Client.Dialects;

/// <summary>One kind of entity between its public model and the wire shape of one service.</summary>
internal abstract class EntityMapping<TModel, TWire, TPage>
    where TModel : class, IEntity<TModel>, new()
    where TWire : IParsable, IAdditionalDataHolder, new()
    where TPage : IParsable, new()
{
    private static readonly TModel Empty = new();

    /// <summary>The wire names of the members that a query may filter and sort by, by their names in the model.</summary>
    public abstract IReadOnlyDictionary<string, string> WireNames { get; }

    /// <summary>The wire names of the members that a query may only select, because they have parts, by their names in the model.</summary>
    public virtual IReadOnlyDictionary<string, string> Compounds { get; } = new Dictionary<string, string>();

    /// <summary>The wire names of the members that a query may select, by their names in the model.</summary>
    public IReadOnlyDictionary<string, string> Fields => field ??= WireNames.Concat(Compounds).ToDictionary();

    /// <summary>The wire names of the related entities that a query may expand, by their names in the model.</summary>
    public virtual IReadOnlyDictionary<string, string> Navigations { get; } = new Dictionary<string, string>();

    public abstract List<TWire>? Rows(TPage page);

    public abstract string? NextLink(TPage page);

    /// <summary>The members to send to create the entity: those that are set.</summary>
    public TWire ToWire(TModel entity) => ToWire<TWire>(entity);

    /// <summary>The members to send to create the entity, in a wire model that extends the entity's own.</summary>
    public TRequest ToWire<TRequest>(TModel entity)
        where TRequest : TWire, new()
    {
        var wire = new TRequest();
        Changes(wire, entity, Empty);
        return wire;
    }

    /// <summary>The members to send to change the entity: those that differ from the state that was read. Null where none does.</summary>
    public TWire? ChangesOf(TModel entity)
    {
        var wire = new TWire();
        return Changes(wire, entity, entity.AsRead.Entity!) ? wire : default;
    }

    /// <summary>Whether two states of an entity are the same in all that can be set.</summary>
    public bool AreEqual(TModel one, TModel other) => !Changes(new TWire(), one, other, ignoresCase: true);

    /// <summary>Whether a stored entity is what was sent, as far as something was sent and the service lets it be seen.</summary>
    public bool IsStored(TModel sent, TModel stored)
    {
        var wire = new TWire();
        var changed = new ChangedMembers(wire.AdditionalData, asStored: true);
        Write(wire, sent, stored, ref changed);
        return !changed.Any;
    }

    /// <summary>The entity in an answer, remembered as read.</summary>
    public TModel ToModel(TWire wire)
    {
        var entity = Read(wire);
        entity.AsRead = new(entity);
        return entity;
    }

    /// <summary>Sets the members that differ between two states.</summary>
    protected abstract void Write(TWire wire, TModel now, TModel before, ref ChangedMembers changed);

    protected abstract TModel Read(TWire wire);

    private bool Changes(TWire wire, TModel now, TModel before, bool ignoresCase = false)
    {
        var changed = new ChangedMembers(wire.AdditionalData, ignoresCase: ignoresCase);
        Write(wire, now, before, ref changed);
        return changed.Any;
    }
}
