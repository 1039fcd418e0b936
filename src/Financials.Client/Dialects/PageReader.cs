using System.Text.Json;
using Financials.Client.Models;

namespace Financials.Client.Dialects;

/// <summary>Reads one page of a list.</summary>
internal sealed class PageReader<TModel>(EntityMapping<TModel> mapping) : ResponseReader<EntityPage<TModel>>
    where TModel : class, IEntity<TModel>, new()
{
    public override string Expected => $"a list of {typeof(TModel).Name} entities";

    public override EntityPage<TModel> Read(ReadOnlySpan<byte> body)
    {
        var record = new RecordReader(body, new TextCache());
        record.Start();
        record.BeginObject();
        TModel[]? items = null;
        string? nextLink = null;
        while (record.NextProperty())
        {
            if (record.IsProperty("value"u8))
            {
                record.ToValue();
                items = mapping.ReadAll(ref record);
            }
            else if (record.IsProperty("@odata.nextLink"u8))
            {
                record.ToValue();
                nextLink = record.Text();
            }
            else
            {
                record.Skip();
            }
        }

        record.End();
        return new EntityPage<TModel>(items ?? throw new JsonException("The page has no list."), nextLink);
    }
}
