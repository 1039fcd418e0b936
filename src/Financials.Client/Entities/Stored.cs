namespace Financials.Client.Entities;

/// <summary>What only an entity that came from the service has.</summary>
internal static class Stored
{
    /// <summary>The id and the version of an entity; throws for one that the caller made.</summary>
    public static (Guid Id, string ETag) Version<TModel>(TModel entity)
        where TModel : class =>
        (IEntity<TModel>)entity is { Id: { } id, ETag: { } etag }
            ? (id, etag)
            : throw new ArgumentException(
                $"This {typeof(TModel).Name} was not read from the service, so there is nothing to compare it with. " +
                "Get or create it first, and change that one using 'with'.",
                nameof(entity));
}
