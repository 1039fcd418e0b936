using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Model;

/// <summary>The entities of one set, found by id and by key without a search. Not thread-safe.</summary>
/// <param name="type">Their type.</param>
/// <param name="undo">Where to note how each change is taken back.</param>
/// <param name="owner">The tables that this one belongs to, in which no two entities have one id; null where it stands alone.</param>
internal sealed class EntityTable(EntityType type, UndoLog undo, ChildTables? owner = null)
{
    private readonly Dictionary<Guid, Entity> _byId = [];
    private readonly Dictionary<string, Entity> _byKey = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _keys = new(StringComparer.Ordinal);

    public EntityType Type => type;

    /// <summary>The entity that those of the table belong to; empty where they belong to the company itself.</summary>
    public Guid ParentId { get; init; }

    /// <summary>The company that it belongs to.</summary>
    public Guid CompanyId { get; init; }

    public int Count => _byId.Count;

    /// <summary>The sum of what <see cref="EntityType.Summed"/> says of each entity.</summary>
    public decimal Total { get; private set; }

    /// <summary>The entities, in the order of their keys.</summary>
    public IEnumerable<Entity> All => _keys.Select(key => _byKey[key]);

    /// <summary>The entity with the largest key; null where there is none.</summary>
    public Entity? Last => _keys.Max is { } key ? _byKey[key] : null;

    public Entity? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <param name="key">A value of the key member.</param>
    public Entity? FindKey(object key) => _byKey.GetValueOrDefault(EntityType.SortableKey(key));

    /// <summary>The entity with the next larger key; null where there is none.</summary>
    public Entity? After(object key)
    {
        var sortable = EntityType.SortableKey(key);
        return _keys.Max is { } last && string.CompareOrdinal(last, sortable) > 0
            && _keys.GetViewBetween(sortable + '\0', last).Min is { } next ? _byKey[next] : null;
    }

    public Entity Get(Guid id) => Find(id) ?? throw ServiceException.NoRecord(type.Table);

    /// <exception cref="ServiceException">Its key or its id is taken.</exception>
    public Entity Add(JsonObject values)
    {
        var entity = new Entity(values.Id(Wire.Id), type.KeyOf(values), values);
        if (_byId.ContainsKey(entity.Id) || owner?.Holds(entity.Id) == true || _byKey.ContainsKey(entity.Key))
        {
            throw Duplicate(values);
        }

        Insert(entity);
        undo.Add(() => Erase(entity));
        Note(entity, ChangeKind.Created);
        return entity;
    }

    /// <summary>Puts other members in the place of an entity's own; the key may be another, too.</summary>
    /// <exception cref="ServiceException">The new key is taken.</exception>
    public void Replace(Entity entity, JsonObject values)
    {
        var (key, before) = (entity.Key, entity.Values);
        var next = type.KeyOf(values);
        if (next != key && _byKey.ContainsKey(next))
        {
            throw Duplicate(values);
        }

        Put(entity, next, values);
        undo.Add(() => Put(entity, key, before));

        // What only follows another entity gets no version of its own, and nobody is told of it.
        undo.Note(() => entity.ETag == before.Text(Wire.ETag) ? null : ChangeOf(entity, ChangeKind.Updated));
    }

    /// <summary>Changes some members of an entity.</summary>
    /// <exception cref="ServiceException">The new key is taken.</exception>
    public void Change(Entity entity, Action<JsonObject> change)
    {
        var values = (JsonObject)entity.Values.DeepClone();
        change(values);
        Replace(entity, values);
    }

    public void Remove(Entity entity)
    {
        Erase(entity);
        undo.Add(() => Insert(entity));
        Note(entity, ChangeKind.Deleted);
    }

    private void Note(Entity entity, ChangeKind kind) => undo.Note(() => ChangeOf(entity, kind));

    private EntityChange ChangeOf(Entity entity, ChangeKind kind) => new(CompanyId, type, entity.Id, ParentId, kind);

    private void Insert(Entity entity)
    {
        _byId.Add(entity.Id, entity);
        _byKey.Add(entity.Key, entity);
        _keys.Add(entity.Key);
        Total += Summed(entity.Values);
        owner?.Entered(entity.Id, this);
    }

    private void Erase(Entity entity)
    {
        _byId.Remove(entity.Id);
        Forget(entity.Key);
        Total -= Summed(entity.Values);
        owner?.Left(entity.Id);
    }

    private void Put(Entity entity, string key, JsonObject values)
    {
        if (key != entity.Key)
        {
            Forget(entity.Key);
            entity.Key = key;
            _byKey.Add(key, entity);
            _keys.Add(key);
        }

        Total += Summed(values) - Summed(entity.Values);
        entity.Values = values;
    }

    private decimal Summed(JsonObject values) => type.Summed?.Invoke(values) ?? 0m;

    private void Forget(string key)
    {
        _byKey.Remove(key);
        _keys.Remove(key);
    }

    private ServiceException Duplicate(JsonObject values) => ServiceException.Duplicate(type, values[type.Key]!.ToString());
}
