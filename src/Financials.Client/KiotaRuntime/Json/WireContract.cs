using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Financials.Client.KiotaRuntime.Json;

/// <summary>
/// Lets source-generated System.Text.Json metadata read Kiota's wire models, which carry no serialisation attributes: it
/// takes the wire name of each property from the model's own field deserialisers, gives read-only members the private
/// setter that the generated class has for them, and keeps unknown members as additional data.
/// </summary>
internal sealed class WireContract
{
    private readonly Dictionary<Type, Action<JsonTypeInfo>> _models = [];
    private readonly ConcurrentDictionary<Type, JsonTypeInfo> _typeInfos = new();
    private readonly JsonSerializerOptions _options;

    /// <param name="metadata">The source-generated context that names every model registered here.</param>
    public WireContract(IJsonTypeInfoResolver metadata) => _options = new JsonSerializerOptions
    {
        TypeInfoResolver = metadata.WithAddedModifier(Apply),
        Converters = { new DateConverter(), new InstantConverter(), new BlankableGuidConverter() },
    };

    /// <summary>Registers a wire model. Every model that can occur in an answer has to be, or reading it throws.</summary>
    public WireContract Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TModel>()
        where TModel : IParsable, new()
    {
        _models.Add(typeof(TModel), Describe<TModel>);
        return this;
    }

    /// <summary>How to read a wire model. Kept here, because the options take longer to find it again.</summary>
    public JsonTypeInfo<TModel> TypeInfo<TModel>() =>
        (JsonTypeInfo<TModel>)_typeInfos.GetOrAdd(typeof(TModel), static (type, options) => options.GetTypeInfo(type), _options);

    private void Apply(JsonTypeInfo type)
    {
        if (_models.TryGetValue(type.Type, out var describe))
        {
            describe(type);
        }
        else if (typeof(IParsable).IsAssignableFrom(type.Type))
        {
            throw new InvalidOperationException($"The wire model {type.Type} is not registered with its {nameof(WireContract)}.");
        }
    }

    private static void Describe<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TModel>(JsonTypeInfo type)
        where TModel : IParsable, new()
    {
        var wireNames = new TModel().GetFieldDeserializers().Keys.ToDictionary(PropertyName, StringComparer.OrdinalIgnoreCase);
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (wireNames.Remove(property.Name, out var wireName))
            {
                var setter = property.Set is null ? typeof(TModel).GetProperty(property.Name)!.GetSetMethod(nonPublic: true)! : null;
                property.Name = wireName;
                type.Properties[i] = setter is null ? property : WithSetter<TModel>(property, setter);
            }
            else if (property.Name == nameof(IAdditionalDataHolder.AdditionalData))
            {
                property.IsExtensionData = true;
            }
            else
            {
                throw new InvalidOperationException($"{typeof(TModel)}.{property.Name} has no member on the wire.");
            }
        }

        if (wireNames.Count > 0)
        {
            throw new InvalidOperationException($"{typeof(TModel)} has no property for: {string.Join(", ", wireNames.Values)}.");
        }
    }

    /// <summary>Kiota's name for a wire member: its letters and digits alone (<c>@odata.etag</c> is <c>OdataEtag</c>).</summary>
    private static string PropertyName(string wireName) => string.Concat(wireName.Where(char.IsAsciiLetterOrDigit));

    /// <summary>
    /// Kiota declares what the contract marks read-only with a private setter, which source generation passes over.
    /// Values are set through typed delegates, so that a page of entities costs no boxes.
    /// </summary>
    private static JsonPropertyInfo WithSetter<TModel>(JsonPropertyInfo property, MethodInfo setter)
    {
        var type = property.PropertyType;
        if (type == typeof(string)) return WithSetter<TModel, string>(property, setter);
        if (type == typeof(Guid?)) return WithSetter<TModel, Guid?>(property, setter);
        if (type == typeof(DateTimeOffset?)) return WithSetter<TModel, DateTimeOffset?>(property, setter);
        if (type == typeof(decimal?)) return WithSetter<TModel, decimal?>(property, setter);
        if (type == typeof(bool?)) return WithSetter<TModel, bool?>(property, setter);
        if (type == typeof(int?)) return WithSetter<TModel, int?>(property, setter);
        if (type == typeof(Date?)) return WithSetter<TModel, Date?>(property, setter);

        // Expanded navigations: rare, and reference types, so nothing is boxed.
        property.Set = (model, value) => setter.Invoke(model, [value]);
        return property;
    }

    private static JsonPropertyInfo WithSetter<TModel, TValue>(JsonPropertyInfo property, MethodInfo setter)
    {
        var set = setter.CreateDelegate<Action<TModel, TValue?>>();
        return JsonMetadataServices.CreatePropertyInfo(property.Options, new JsonPropertyInfoValues<TValue>
        {
            IsProperty = true,
            IsPublic = true,
            DeclaringType = typeof(TModel),
            PropertyName = property.Name,
            JsonPropertyName = property.Name,
            Setter = (model, value) => set((TModel)model, value),
        });
    }
}
