using System.Globalization;
using System.Text.Json;

namespace Financials.Client.Dialects;

/// <summary>Reads the responses to several requests that were sent in one.</summary>
/// <param name="entity">Reads the entity of one.</param>
internal sealed class BatchReader<TModel>(ResponseReader<TModel> entity) : ResponseReader<IReadOnlyList<BatchItem<TModel>>>
    where TModel : class
{
    public override string Expected => $"the responses to several creates of {typeof(TModel).Name} entities";

    public override IReadOnlyList<BatchItem<TModel>> Read(ReadOnlySpan<byte> body)
    {
        var record = new RecordReader(body, texts: null);
        record.Start();
        record.BeginObject();
        var items = new List<BatchItem<TModel>>();
        while (record.NextProperty())
        {
            if (!record.IsProperty("responses"u8))
            {
                record.Skip();
                continue;
            }

            record.ToValue();
            record.BeginArray();
            while (record.NextElement())
            {
                items.Add(Item(ref record));
            }
        }

        record.End();
        return items;
    }

    private BatchItem<TModel> Item(ref RecordReader record)
    {
        record.BeginObject();
        string? id = null;
        int? status = null;
        var body = ReadOnlySpan<byte>.Empty;
        while (record.NextProperty())
        {
            if (record.IsProperty("id"u8))
            {
                record.ToValue();
                id = record.Text();
            }
            else if (record.IsProperty("status"u8))
            {
                record.ToValue();
                status = record.Integer();
            }
            else if (record.IsProperty("body"u8))
            {
                record.ToValue();
                body = record.Value();
            }
            else
            {
                record.Skip();
            }
        }

        if (status is not { } known || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            throw new JsonException("A response has no status, or no id that was sent.");
        }

        var item = new BatchItem<TModel>(place, known, Entity: null);
        return item.IsSuccess ? item with { Entity = entity.Read(body) } : item;
    }
}
