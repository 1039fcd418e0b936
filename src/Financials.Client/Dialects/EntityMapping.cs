using System.Buffers;
using Financials.Client.Models;

namespace Financials.Client.Dialects;

/// <summary>One kind of entity as one service has it: what its properties are called, and how it is read.</summary>
internal abstract class EntityMapping<TModel>
    where TModel : class, IEntity<TModel>, new()
{
    private const int FirstRent = 64;

    protected EntityMapping()
    {
        Entity = new(this);
        Page = new(this);
    }

    public abstract PropertyTable Properties { get; }

    public EntityReader<TModel> Entity { get; }

    public PageReader<TModel> Page { get; }

    /// <summary>The entity at which the reader stands, remembered as read.</summary>
    public TModel Read(ref RecordReader record)
    {
        record.BeginObject();
        var entity = ReadProperties(ref record);
        entity.Original = new(entity);
        return entity;
    }

    /// <summary>The related entity at which the reader stands; null where there is none.</summary>
    public TModel? ReadRelated(ref RecordReader record) => record.IsNull ? null : Read(ref record);

    /// <summary>The related entities at which the reader stands; null where there are none.</summary>
    public TModel[]? ReadAll(ref RecordReader record)
    {
        if (record.IsNull)
        {
            return null;
        }

        record.BeginArray();
        var items = ArrayPool<TModel>.Shared.Rent(FirstRent);
        var count = 0;
        try
        {
            while (record.NextElement())
            {
                if (count == items.Length)
                {
                    items = Grown(items);
                }

                items[count++] = Read(ref record);
            }

            return items.AsSpan(0, count).ToArray();
        }
        finally
        {
            // The pool must not keep the entities alive.
            ArrayPool<TModel>.Shared.Return(items, clearArray: true);
        }
    }

    protected abstract TModel ReadProperties(ref RecordReader record);

    private static TModel[] Grown(TModel[] items)
    {
        var larger = ArrayPool<TModel>.Shared.Rent(items.Length * 2);
        items.CopyTo(larger, 0);
        ArrayPool<TModel>.Shared.Return(items, clearArray: true);
        return larger;
    }
}
