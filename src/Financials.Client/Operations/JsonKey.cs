using System.Globalization;
using Financials.Client.Dialects;
using Financials.Client.Queries;

namespace Financials.Client.Operations;

/// <summary>A property of an application's own record, of which the application says that it is unique in its set.</summary>
internal sealed class JsonKey<TModel>(JsonProperties<TModel> properties, string wireName) : NaturalKey<TModel>
    where TModel : class
{
    public override bool IsSetOn(TModel entity) => ValueOf(entity) is not (null or 0) && ValueOf(entity) is not string { Length: 0 };

    public override string Filter(TModel entity, PropertyNames names) => $"{wireName} eq " + ValueOf(entity) switch
    {
        Guid id => id.ToString("D"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var text => FilterLiteral.Of((string)text!),
    };

    public override bool AreSame(TModel one, TModel other) => (ValueOf(one), ValueOf(other)) switch
    {
        (string text, string stored) => string.Equals(text.Trim(), stored.Trim(), StringComparison.OrdinalIgnoreCase),
        var (sent, stored) => Equals(sent, stored),
    };

    private object? ValueOf(TModel entity) => properties.ValueOf(entity, wireName);
}
