using Financials.Client.Errors;
using Financials.Client.Queries;
using Financials.Client.Transport;

namespace Financials.Client.Dialects;

/// <summary>A set of entities that a service does not have: whatever is asked of it is refused before anything is sent.</summary>
/// <param name="instead">A sentence that says where there is one.</param>
internal sealed class LackingEndpoint<TModel>(string instead) : EntityEndpoint<TModel>
    where TModel : class
{
    public override PropertyNames Properties => throw Missing();

    public override ResponseReader<TModel> Entity => throw Missing();

    public override ResponseReader<EntityPage<TModel>> Page => throw Missing();

    public override ServiceRequest List(QueryText query, int? pageSize) => throw Missing();

    public override ServiceRequest Next(string continuationToken, int? pageSize) => throw Missing();

    public override ServiceRequest? Count(QueryText query) => throw Missing();

    public override ServiceRequest Get(Guid id, QueryText query) => throw Missing();

    public override ServiceRequest Create(TModel entity) => throw Missing();

    public override ServiceRequest? Update(Guid id, TModel entity, string etag) => throw Missing();

    public override ServiceRequest Delete(Guid id, string etag) => throw Missing();

    public override bool AreEqual(TModel one, TModel other) => throw Missing();

    public override bool IsStored(TModel sent, TModel stored) => throw Missing();

    private FinancialsNotSupportedException Missing() => ServiceErrors.NotOffered(instead);
}
