using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Queries.Filters;
using Financials.Client.Sandbox.Rules;

namespace Financials.Client.Sandbox.Routes;

/// <summary>A set of entities with its rules: what can be written, found and removed.</summary>
/// <param name="store">Where the entities are.</param>
/// <param name="table">The entities.</param>
/// <param name="rules">Their rules.</param>
/// <param name="path">The path of the set behind the company.</param>
internal sealed class EntitySet(Store store, EntityTable table, EntityRules rules, string path)
{
    /// <summary>The type as which the entities are shown.</summary>
    public EntityType Type { get; init; } = table.Type;

    public string Path => path;

    /// <summary>Whether its entities can only be read.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Creates an entity.</summary>
    /// <param name="sent">Its members.</param>
    /// <param name="id">The id it gets; null for one of the service's.</param>
    /// <exception cref="ServiceException">The service refuses it.</exception>
    public Entity Create(JsonObject sent, Guid? id = null)
    {
        var values = table.Type.Blank();
        values[Wire.Id] = Wire.Text(id ?? store.NewId());
        Apply(values, sent);
        rules.Complete(values, sent, before: null);
        rules.RoundAmounts(values, table.Type);
        var created = table.Add(values);
        store.Stamp(values);
        rules.FollowCreate(values);
        return created;
    }

    /// <summary>Changes what was sent and leaves the rest.</summary>
    /// <exception cref="ServiceException">The service refuses it; nothing is changed.</exception>
    public void Update(Entity entity, JsonObject sent)
    {
        var before = entity.Values;
        var values = (JsonObject)before.DeepClone();
        Apply(values, sent);
        rules.Complete(values, sent, before);
        rules.RoundAmounts(values, table.Type);
        table.Replace(entity, values);
        store.Stamp(values);
        rules.Follow(values, before);
    }

    /// <exception cref="ServiceException">The service refuses it.</exception>
    public void Delete(Entity entity)
    {
        rules.CheckDelete(entity.Values);
        table.Remove(entity);
        rules.FollowDelete(entity.Values);
        store.Changed();
    }

    public Entity Get(Guid id) => table.Get(id);

    /// <summary>All entities that a filter can match; a filter by id or key needs no search.</summary>
    public IEnumerable<JsonObject> Candidates(Filter filter)
    {
        foreach (var (member, value) in filter.RequiredEqualities.Where(equality => equality.Value is not null))
        {
            var isId = member.Path == Wire.Id;
            if (isId || member.Path == table.Type.Key)
            {
                var found = isId ? table.Find((Guid)value!) : IsWhole(value!) ? table.FindKey(value!) : null;
                return found is null ? [] : [found.Values];
            }
        }

        return table.All.Select(entity => entity.Values);
    }

    private static bool IsWhole(object key) => key is not decimal number || (decimal.IsInteger(number) && Math.Abs(number) <= int.MaxValue);

    private void Apply(JsonObject values, JsonObject sent)
    {
        foreach (var (name, value) in sent.Where(member => !table.Type.StoredMember(member.Key)!.IsWriteOnly))
        {
            values[name] = value?.DeepClone();
        }
    }
}
