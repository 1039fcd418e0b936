namespace Financials.Client.Models;

/// <summary>What all entities have in common.</summary>
internal interface IEntity<TModel>
    where TModel : class
{
    Guid? Id { get; }

    string? ETag { get; }

    /// <summary>Set once, to the entity itself, when it has been read.</summary>
    Original<TModel> Original { get; set; }
}
