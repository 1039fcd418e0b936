using Financials.Client.Queries;

namespace Financials.Client.Dialects;

/// <summary>One set of entities in a service, in public models and public errors.</summary>
internal interface IEntityEndpoint<TModel>
    where TModel : class
{
    /// <summary>The service's names of the members that a query may filter and sort by.</summary>
    IReadOnlyDictionary<string, string> WireNames { get; }

    /// <summary>The service's names of the members that a query may select.</summary>
    IReadOnlyDictionary<string, string> Fields { get; }

    /// <summary>The service's names of the members that hold related entities.</summary>
    IReadOnlyDictionary<string, string> Navigations { get; }

    /// <returns>What the service stored, or null where it created without returning it.</returns>
    Task<TModel?> CreateAsync(TModel entity, CancellationToken cancellationToken);

    Task<TModel> GetAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Sends what differs from the state that was read; nothing, if nothing does.</summary>
    Task<TModel> UpdateAsync(TModel entity, bool overwrite, CancellationToken cancellationToken);

    /// <summary>Whether two states of an entity are the same in all that can be set.</summary>
    bool AreEqual(TModel one, TModel other);

    /// <summary>Whether a stored entity is what was sent, as far as something was sent and the service lets it be seen.</summary>
    bool IsStored(TModel sent, TModel stored);

    Task DeleteAsync(Guid id, string etag, CancellationToken cancellationToken);

    Task<int> CountAsync(QueryText query, CancellationToken cancellationToken);

    Task<EntityPage<TModel>> ReadPageAsync(QueryText query, int? pageSize, CancellationToken cancellationToken);

    Task<EntityPage<TModel>> ReadPageAsync(string continuationToken, int? pageSize, CancellationToken cancellationToken);
}
