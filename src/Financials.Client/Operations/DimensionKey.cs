using Financials.Client.Queries;

namespace Financials.Client.Operations;

/// <summary>A key that is an id of something else, or the code of the same thing. Where an entity has both, the id counts.</summary>
internal sealed class DimensionKey<TModel>(string idProperty, Func<TModel, Guid?> idOf, string codeProperty, Func<TModel, string?> codeOf) : NaturalKey<TModel>
    where TModel : class
{
    private readonly NaturalKey<TModel> _code = Code(codeProperty, codeOf);

    public override bool IsSetOn(TModel entity) => IdOf(entity) is not null || _code.IsSetOn(entity);

    public override string Filter(TModel entity, PropertyNames properties) =>
        IdOf(entity) is { } id ? $"{properties.WireName(idProperty)} eq {id:D}" : _code.Filter(entity, properties);

    public override bool AreSame(TModel one, TModel other) => IdOf(one) is { } id ? id == idOf(other) : _code.AreSame(one, other);

    private Guid? IdOf(TModel entity) => idOf(entity) is { } id && id != Guid.Empty ? id : null;
}
