using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Financials.Client.Dialects;

/// <summary>Reads one record of an application's own type.</summary>
internal sealed class JsonEntityReader<TModel>(JsonTypeInfo<TModel> type, JsonProperties<TModel> properties) : ResponseReader<TModel>
    where TModel : class
{
    public override string Expected => $"the {typeof(TModel).Name} that it was asked for";

    public override TModel Read(ReadOnlySpan<byte> body) =>
        JsonSerializer.Deserialize(body, type) is { } entity && properties.IdOf(entity) is not null ? entity : throw new JsonException("The entity has no id.");
}
