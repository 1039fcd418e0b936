using Financials.Client.Dialects;
using Financials.Client.Models;

namespace Financials.Client.Clients;

/// <summary>What only an entity that came from the service has.</summary>
internal static class StoredVersion
{
    /// <summary>The id of an entity; throws for one that was neither read nor created.</summary>
    public static Guid IdOf<TModel>(TModel entity)
        where TModel : class, IEntity<TModel> => IdOf(null, entity);

    /// <summary>The same for any kind of entity.</summary>
    /// <param name="endpoint">Its set; null in a fake.</param>
    /// <param name="entity">The entity.</param>
    public static Guid IdOf<TModel>(EntityEndpoint<TModel>? endpoint, TModel entity)
        where TModel : class
    {
        ArgumentNullException.ThrowIfNull(entity);
        return (endpoint is null ? (entity as IEntity<TModel>)?.Id : endpoint.VersionOf(entity).Id) ?? throw new ArgumentException(
            $"This {typeof(TModel).Name} has no id. Give one that was read or created.", nameof(entity));
    }

    /// <summary>The id and the version of an entity; throws for one that the caller made.</summary>
    public static (Guid Id, string ETag) Of<TModel>(EntityEndpoint<TModel> endpoint, TModel entity)
        where TModel : class => endpoint.VersionOf(entity) switch
        {
            ({ } id, { } etag) => (id, etag),
            ({ } id, null) => throw new ArgumentException(
                $"The service gave this {typeof(TModel).Name} without a version, so a change by somebody else would go unnoticed. " +
                $"Give its id as well, as in UpdateAsync(id, entity), or delete it by its id {id}.",
                nameof(entity)),
            _ => throw new ArgumentException(
                $"This {typeof(TModel).Name} was not read from the service, so it has no id. Get or create it first, and change that one using 'with', " +
                "or give the id as well, as in UpdateAsync(id, changes).",
                nameof(entity)),
        };
}
