using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Financials.Client.Dialects;

/// <summary>Reads one page of records of an application's own type.</summary>
internal sealed class JsonPageReader<TModel>(JsonTypeInfo<TModel> type) : ResponseReader<EntityPage<TModel>>
    where TModel : class
{
    public override string Expected => $"a list of {typeof(TModel).Name} entities";

    public override EntityPage<TModel> Read(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        json.Read();
        if (json.TokenType is not JsonTokenType.StartObject)
        {
            throw new JsonException("The page is no object.");
        }

        List<TModel>? items = null;
        string? nextLink = null;
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("value"u8))
            {
                items = Items(ref json);
            }
            else if (json.ValueTextEquals("@odata.nextLink"u8))
            {
                json.Read();
                nextLink = json.TokenType is JsonTokenType.String ? json.GetString() : throw new JsonException("The next link is no text.");
            }
            else
            {
                json.Skip();
            }
        }

        return new EntityPage<TModel>(items ?? throw new JsonException("The page has no list."), nextLink);
    }

    private List<TModel> Items(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType is not JsonTokenType.StartArray)
        {
            throw new JsonException("The page has no list.");
        }

        var items = new List<TModel>();
        while (json.Read() && json.TokenType is not JsonTokenType.EndArray)
        {
            items.Add(JsonSerializer.Deserialize(ref json, type) ?? throw new JsonException("The list has an empty place."));
        }

        return items;
    }
}
