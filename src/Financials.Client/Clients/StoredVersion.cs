using Financials.Client.Models;

namespace Financials.Client.Clients;

/// <summary>What only an entity that came from the service has.</summary>
internal static class StoredVersion
{
    /// <summary>The id and the version of an entity; throws for one that the caller made.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="overwrite">Whether any version will do.</param>
    public static (Guid Id, string ETag) Of<TModel>(TModel entity, bool overwrite = false)
        where TModel : class => (IEntity<TModel>)entity switch
        {
            { Id: { } id } when overwrite => (id, "*"),
            { Id: { } id, ETag: { } etag } => (id, etag),
            { Id: not null } => throw new ArgumentException(
                $"The service gave this {typeof(TModel).Name} without a version, so a change by somebody else would go unnoticed. " +
                "Update it with overwrite: true, or delete it by its id.",
                nameof(entity)),
            _ => throw new ArgumentException(
                $"This {typeof(TModel).Name} was not read from the service, so there is nothing to compare it with. " +
                "Get or create it first, and change that one using 'with'.",
                nameof(entity)),
        };
}
