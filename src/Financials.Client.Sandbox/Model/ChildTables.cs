namespace Financials.Client.Sandbox.Model;

/// <summary>Entities that belong to others, such as the lines of journals: a table for each parent. Not thread-safe.</summary>
/// <param name="type">Their type.</param>
/// <param name="undo">Where to note how each change is taken back.</param>
internal sealed class ChildTables(EntityType type, UndoLog undo)
{
    private readonly Dictionary<Guid, EntityTable> _byParent = [];
    private readonly Dictionary<Guid, EntityTable> _byId = [];

    public EntityType Type => type;

    /// <summary>The company that they belong to.</summary>
    public Guid CompanyId { get; init; }

    /// <summary>How many there are of all parents.</summary>
    public int Count { get; private set; }

    /// <summary>The tables of all parents that ever had one.</summary>
    public IEnumerable<EntityTable> All => _byParent.Values;

    /// <summary>The entities of a parent.</summary>
    public EntityTable Of(Guid parentId) => _byParent.TryGetValue(parentId, out var table)
        ? table
        : _byParent[parentId] = new(type, undo, this) { ParentId = parentId, CompanyId = CompanyId };

    /// <summary>The table among which an entity is; null where there is no such entity.</summary>
    public EntityTable? TableOf(Guid id) => _byId.GetValueOrDefault(id);

    public Entity? Find(Guid id) => TableOf(id)?.Find(id);

    /// <summary>Removes all entities of a parent.</summary>
    public void RemoveAll(Guid parentId)
    {
        if (_byParent.TryGetValue(parentId, out var table))
        {
            table.All.ToList().ForEach(table.Remove);
        }
    }

    /// <summary>Whether an id is taken. The ids of types that borrow those of others are taken in their own table only.</summary>
    public bool Holds(Guid id) => !type.BorrowsIds && _byId.ContainsKey(id);

    public void Entered(Guid id, EntityTable table)
    {
        Count++;
        if (!type.BorrowsIds)
        {
            _byId.Add(id, table);
        }
    }

    public void Left(Guid id)
    {
        Count--;
        _byId.Remove(id);
    }
}
