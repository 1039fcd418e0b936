using Financials.Client.Dialects;
using Financials.Client.Entities;

namespace Financials.Client;

/// <summary>A set of entities that can be read, created, changed and deleted. Thread-safe.</summary>
/// <typeparam name="TModel">The entities' type.</typeparam>
public abstract class EntitySet<TModel> : ReadOnlyEntitySet<TModel>
    where TModel : class
{
    private protected EntitySet(IEntityEndpoint<TModel> endpoint)
        : base(endpoint)
    {
    }

    /// <summary>For fakes in tests.</summary>
    protected EntitySet()
    {
    }

    /// <summary>Creates an entity from the members that are not null.</summary>
    /// <param name="entity">What to create.</param>
    /// <param name="cancellationToken">Ends the wait; whether the entity was created is then unknown.</param>
    /// <returns>The entity as the service stored it: with its id, and with what the service filled in.</returns>
    /// <exception cref="ArgumentException">A member is missing that every create needs.</exception>
    /// <exception cref="FinancialsDuplicateException">An entity with this key exists already.</exception>
    /// <exception cref="FinancialsValidationException">The service refused a value.</exception>
    /// <exception cref="FinancialsException">The entity was not created, or not returned.</exception>
    public virtual async Task<TModel> CreateAsync(TModel entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        CheckForCreate(entity);
        return await Endpoint.CreateAsync(entity, cancellationToken).ConfigureAwait(false)
            ?? throw new FinancialsException("The service created the entity but did not return it. Read it back before you go on.");
    }

    /// <summary>
    /// Sends what differs from the state in which the entity was read, provided that nobody else has changed it since. An
    /// unchanged entity is returned as it is and nothing is sent.
    /// </summary>
    /// <param name="entity">A changed copy (<c>with</c>) of an entity that was read or created with this client.</param>
    /// <param name="overwrite">True to change the entity even where somebody else has changed it since. Default: false.</param>
    /// <param name="cancellationToken">Ends the wait; whether the entity was changed is then unknown.</param>
    /// <returns>The entity as the service stored it.</returns>
    /// <exception cref="ArgumentException">The entity does not come from the service.</exception>
    /// <exception cref="FinancialsStaleException">Somebody else has changed the entity since it was read.</exception>
    /// <exception cref="FinancialsValidationException">The service refused a value.</exception>
    /// <exception cref="FinancialsException">The entity was not changed.</exception>
    public virtual async Task<TModel> UpdateAsync(TModel entity, bool overwrite = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var (id, _) = Stored.Version(entity, overwrite);
        return await Stale.WithCurrentAsync(
            () => Endpoint.UpdateAsync(entity, overwrite, cancellationToken),
            () => Endpoint.GetAsync(id, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Deletes an entity, provided that nobody else has changed it since it was read.</summary>
    /// <param name="entity">An entity that was read or created with this client.</param>
    /// <param name="cancellationToken">Ends the wait; whether the entity was deleted is then unknown.</param>
    /// <exception cref="ArgumentException">The entity does not come from the service.</exception>
    /// <exception cref="FinancialsStaleException">Somebody else has changed the entity since it was read.</exception>
    /// <exception cref="FinancialsException">The entity was not deleted.</exception>
    public virtual async Task DeleteAsync(TModel entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var (id, etag) = Stored.Version(entity);
        await Stale.WithCurrentAsync(
            () => Endpoint.DeleteAsync(id, etag, cancellationToken),
            () => Endpoint.GetAsync(id, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Deletes an entity, whatever its state.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the wait; whether the entity was deleted is then unknown.</param>
    /// <exception cref="FinancialsNotFoundException">There is no entity of this id.</exception>
    /// <exception cref="FinancialsException">The entity was not deleted.</exception>
    public virtual Task DeleteAsync(Guid id, CancellationToken cancellationToken = default) => Endpoint.DeleteAsync(id, "*", cancellationToken);

    /// <summary>Throws for an entity that no service would create, before anything is sent.</summary>
    private protected virtual void CheckForCreate(TModel entity)
    {
    }
}
