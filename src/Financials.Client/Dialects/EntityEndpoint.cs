using Financials.Client.Models;
using Financials.Client.Queries;
using Financials.Client.Transport;

namespace Financials.Client.Dialects;

/// <summary>One set of entities in one service: the requests that concern it, and what its responses hold. It sends nothing.</summary>
internal abstract class EntityEndpoint<TModel>
    where TModel : class
{
    /// <summary>What its properties are called.</summary>
    public abstract PropertyNames Properties { get; }

    public abstract ResponseReader<TModel> Entity { get; }

    public abstract ResponseReader<EntityPage<TModel>> Page { get; }

    /// <exception cref="NotSupportedException">The query makes an address that is too long for the service.</exception>
    public abstract ServiceRequest List(QueryText query, int? pageSize);

    /// <summary>The one entity that has the highest value of a property.</summary>
    public ServiceRequest Highest(string property) => List(new QueryText { OrderBy = [$"{Properties.WireName(property)} desc"], Top = 1 }, pageSize: null);

    /// <exception cref="FinancialsException">The token leads to another place than this service.</exception>
    public abstract ServiceRequest Next(string continuationToken, int? pageSize);

    /// <returns>Null where the service cannot count these entities, so that they have to be read.</returns>
    public abstract ServiceRequest? Count(QueryText query);

    public ServiceRequest Get(Guid id) => Get(id, QueryText.All);

    /// <summary>The same with what a query selects and expands.</summary>
    public abstract ServiceRequest Get(Guid id, QueryText query);

    public abstract ServiceRequest Create(TModel entity);

    /// <summary>Creates several entities in one request; null where the service cannot.</summary>
    public virtual BatchEndpoint<TModel>? Batch => null;

    /// <summary>What only an entity that came from the service has.</summary>
    public virtual (Guid? Id, string? ETag) VersionOf(TModel entity) => entity is IEntity<TModel> known ? (known.Id, known.ETag) : default;

    /// <summary>Says what differs from the state that was read, or all that is set where none was.</summary>
    /// <returns>Null where nothing differs.</returns>
    public abstract ServiceRequest? Update(Guid id, TModel entity, string etag);

    public abstract ServiceRequest Delete(Guid id, string etag);

    /// <summary>Whether two states of an entity are the same in all that can be set.</summary>
    public abstract bool AreEqual(TModel one, TModel other);

    /// <summary>Whether a stored entity is what was sent, as far as something was sent and the service lets it be seen.</summary>
    public abstract bool IsStored(TModel sent, TModel stored);
}
