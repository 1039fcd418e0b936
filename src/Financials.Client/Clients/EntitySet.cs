using Financials.Client.Clients;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>A set of entities that can be read, created, changed and deleted. Thread-safe.</summary>
/// <typeparam name="TModel">The entities' type.</typeparam>
public abstract class EntitySet<TModel> : ReadOnlyEntitySet<TModel>
    where TModel : class
{
    private protected EntitySet(SetContext<TModel> set)
        : base(set.Operations, set.Endpoint) => Set = set;

    /// <summary>For fakes in tests.</summary>
    protected EntitySet() => Set = null!;

    private protected SetContext<TModel> Set { get; }

    /// <summary>
    /// Creates an entity from the properties that are not null. It is created once, however often requests or responses are lost:
    /// one that has a key of its own (a number, a code) is looked up by it before the request is retried, and one that has
    /// none is never sent twice.
    /// </summary>
    /// <param name="entity">What to create.</param>
    /// <param name="cancellationToken">Ends the wait; whether the entity was created is then unknown.</param>
    /// <returns>The entity as the service stored it: with its id, and with what the service filled in.</returns>
    /// <exception cref="ArgumentException">A property is missing that every create needs.</exception>
    /// <exception cref="FinancialsDuplicateException">An entity with this key exists already.</exception>
    /// <exception cref="FinancialsValidationException">The service refused a value.</exception>
    /// <exception cref="FinancialsOutcomeUnknownException">The entity may or may not have been created.</exception>
    /// <exception cref="FinancialsException">The entity was not created.</exception>
    public virtual Task<TModel> CreateAsync(TModel entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        CheckForCreate(entity);
        return Fake.Real(Set, this).Creating(entity, Endpoint.Create(entity), Operations.NewDeadline()).RunAsync(cancellationToken);
    }

    /// <summary>
    /// Sends what differs from the state in which the entity was read, provided that nobody else has changed it since. An
    /// unchanged entity is returned as it is and nothing is sent. One that was stored as JSON in between has forgotten that state:
    /// of it, all that is set is sent.
    /// </summary>
    /// <param name="entity">A changed copy (<c>with</c>) of an entity that was read or created with this client.</param>
    /// <param name="cancellationToken">Ends the wait; whether the entity was changed is then unknown.</param>
    /// <returns>The entity as the service stored it.</returns>
    /// <exception cref="ArgumentException">The entity does not come from the service.</exception>
    /// <exception cref="FinancialsStaleException">Somebody else has changed the entity since it was read.</exception>
    /// <exception cref="FinancialsValidationException">The service refused a value.</exception>
    /// <exception cref="FinancialsException">The entity was not changed.</exception>
    public virtual Task<TModel> UpdateAsync(TModel entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var (id, etag) = StoredVersion.Of(Fake.Real(Endpoint, this), entity);
        return UpdateAsync(id, entity, etag, cancellationToken);
    }

    /// <summary>
    /// Changes an entity without reading it first, whatever its state: also where somebody else has changed it meanwhile.
    /// </summary>
    /// <param name="id">The entity's id.</param>
    /// <param name="changes">
    /// A new record with the properties to change, of which those that are not null are sent; or a changed copy (<c>with</c>) of one that
    /// was read, of which what differs is sent.
    /// </param>
    /// <param name="cancellationToken">Ends the wait; whether the entity was changed is then unknown.</param>
    /// <returns>The entity as the service stored it; what was given, where there is nothing to send.</returns>
    /// <exception cref="ArgumentException">The record is that of another id.</exception>
    /// <exception cref="FinancialsNotFoundException">There is no entity of this id.</exception>
    /// <exception cref="FinancialsValidationException">The service refused a value.</exception>
    /// <exception cref="FinancialsException">The entity was not changed.</exception>
    public virtual Task<TModel> UpdateAsync(Guid id, TModel changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return Fake.Real(Endpoint, this).VersionOf(changes).Id is { } other && other != id
            ? throw new ArgumentException($"These changes are those of the {typeof(TModel).Name} {other}, and the id is {id}.", nameof(changes))
            : UpdateAsync(id, changes, "*", cancellationToken);
    }

    /// <summary>Deletes an entity, provided that nobody else has changed it since it was read.</summary>
    /// <param name="entity">An entity that was read or created with this client.</param>
    /// <param name="cancellationToken">Ends the wait; whether the entity was deleted is then unknown.</param>
    /// <exception cref="ArgumentException">The entity does not come from the service.</exception>
    /// <exception cref="FinancialsStaleException">Somebody else has changed the entity since it was read.</exception>
    /// <exception cref="FinancialsException">The entity was not deleted.</exception>
    public virtual Task DeleteAsync(TModel entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var (id, etag) = StoredVersion.Of(Fake.Real(Endpoint, this), entity);
        return DeleteAsync(id, etag, cancellationToken);
    }

    /// <summary>Deletes an entity, whatever its state.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the wait; whether the entity was deleted is then unknown.</param>
    /// <exception cref="FinancialsNotFoundException">There is no entity of this id.</exception>
    /// <exception cref="FinancialsException">The entity was not deleted.</exception>
    public virtual Task DeleteAsync(Guid id, CancellationToken cancellationToken = default) => DeleteAsync(id, "*", cancellationToken);

    /// <summary>Throws for an entity that no service would create, before anything is sent.</summary>
    private protected virtual void CheckForCreate(TModel entity)
    {
    }

    private Task<TModel> UpdateAsync(Guid id, TModel entity, string etag, CancellationToken cancellationToken) =>
        Endpoint.Update(id, entity, etag) is { } request
            ? new ChangeOperation<TModel>(Operations, Endpoint, entity, id, request, Operations.NewDeadline()).RunAsync(cancellationToken)
            : Task.FromResult(entity);

    private Task<object> DeleteAsync(Guid id, string etag, CancellationToken cancellationToken) =>
        new DeleteOperation<TModel>(Fake.Real(Operations, this), Endpoint, id, etag, Operations.NewDeadline()).RunAsync(cancellationToken);
}
