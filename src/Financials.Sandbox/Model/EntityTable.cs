using System.Text.Json.Nodes;

namespace Financials.Sandbox.Model;

/// <summary>The entities of one set, found by id and by key without a search. Not thread-safe.</summary>
/// <param name="type">Their type.</param>
internal sealed class EntityTable(EntityType type)
{
    private readonly Dictionary<Guid, Entity> _byId = [];
    private readonly Dictionary<string, Entity> _byKey = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _keys = new(StringComparer.Ordinal);

    public EntityType Type => type;

    public int Count => _byId.Count;

    /// <summary>The entities, in the order of their keys.</summary>
    public IEnumerable<Entity> All => _keys.Select(key => _byKey[key]);

    /// <summary>The entity with the largest key; null where there is none.</summary>
    public Entity? Last => _keys.Max is { } key ? _byKey[key] : null;

    public Entity? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <param name="key">A value of the key member.</param>
    public Entity? FindKey(object key) => _byKey.GetValueOrDefault(EntityType.SortableKey(key));

    public Entity Get(Guid id) => Find(id) ?? throw ServiceException.NoRecord(type.Table);

    /// <exception cref="ServiceException">Its key or its id is taken.</exception>
    public Entity Add(JsonObject values)
    {
        var entity = new Entity(values.Id(Wire.Id), type.KeyOf(values), values);
        if (_byId.ContainsKey(entity.Id) || !_byKey.TryAdd(entity.Key, entity))
        {
            throw Duplicate(values);
        }

        _byId.Add(entity.Id, entity);
        _keys.Add(entity.Key);
        return entity;
    }

    /// <summary>Puts other members in the place of an entity's own; the key may be another, too.</summary>
    /// <exception cref="ServiceException">The new key is taken.</exception>
    public void Replace(Entity entity, JsonObject values)
    {
        var key = type.KeyOf(values);
        if (key != entity.Key)
        {
            if (!_byKey.TryAdd(key, entity))
            {
                throw Duplicate(values);
            }

            Forget(entity.Key);
            entity.Key = key;
            _keys.Add(key);
        }

        entity.Values = values;
    }

    public void Remove(Entity entity)
    {
        _byId.Remove(entity.Id);
        Forget(entity.Key);
    }

    private void Forget(string key)
    {
        _byKey.Remove(key);
        _keys.Remove(key);
    }

    private ServiceException Duplicate(JsonObject values) => ServiceException.Duplicate(type, values[type.Key]!.ToString());
}
