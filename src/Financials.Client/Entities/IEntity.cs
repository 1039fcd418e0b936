namespace Financials.Client.Entities;

/// <summary>What all entities have in common.</summary>
internal interface IEntity<TModel>
    where TModel : class
{
    Guid? Id { get; }

    string? ETag { get; }

    /// <summary>Set once, to the entity itself, when it has been read.</summary>
    AsRead<TModel> AsRead { get; set; }
}
