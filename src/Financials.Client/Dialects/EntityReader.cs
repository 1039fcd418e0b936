using System.Text.Json;
using Financials.Client.Models;

namespace Financials.Client.Dialects;

/// <summary>Reads one entity.</summary>
internal sealed class EntityReader<TModel>(EntityMapping<TModel> mapping) : ResponseReader<TModel>
    where TModel : class, IEntity<TModel>, new()
{
    public override string Expected => $"the {typeof(TModel).Name} that it was asked for";

    public override TModel Read(ReadOnlySpan<byte> body)
    {
        var record = new RecordReader(body, texts: null);
        record.Start();
        var entity = mapping.Read(ref record);
        record.End();

        // Whoever answers in the service's place may do so with any object.
        return entity.Id is not null ? entity : throw new JsonException("The entity has no id.");
    }
}
