using Financials.Client.Clients;
using Financials.Client.Dialects;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>
/// A set of entities by a record of the application's own: queries, paging, creates, changes, deletes and bound actions as everywhere
/// else. A change sends all properties of the record that are not null; to send few, give few to <c>UpdateAsync(id, changes)</c>. Thread-safe.
/// </summary>
/// <typeparam name="TModel">The record.</typeparam>
public class ApiEntitySet<TModel> : EntitySet<TModel>
    where TModel : class
{
    private readonly JsonEndpoint<TModel> _endpoint;
    private readonly NaturalKey<TModel> _key;

    internal ApiEntitySet(OperationContext operations, JsonEndpoint<TModel> endpoint, NaturalKey<TModel> key)
        : base(new SetContext<TModel>(operations, endpoint, key)) => (_endpoint, _key) = (endpoint, key);

    /// <summary>For fakes in tests.</summary>
    protected ApiEntitySet() => (_endpoint, _key) = (null!, null!);

    /// <inheritdoc cref="FinancialsClient.With"/>
    public override ApiEntitySet<TModel> With(Func<CallOptions, CallOptions> configure) =>
        _endpoint is null ? this : new(Operations.With(configure), _endpoint, _key);

    /// <summary>
    /// Runs a bound action of an entity. It is retried only where the service has certainly not executed it.
    /// </summary>
    /// <param name="id">The entity's id.</param>
    /// <param name="action">The name of the action, without <c>Microsoft.NAV.</c> before it.</param>
    /// <param name="parameters">The parameters as JSON. Default: null, for none.</param>
    /// <param name="cancellationToken">Ends the wait; whether the action was executed is then unknown.</param>
    /// <returns>What the action returns, as JSON; null where it returns nothing.</returns>
    /// <exception cref="FinancialsOutcomeUnknownException">The service may or may not have executed it.</exception>
    /// <exception cref="FinancialsException">The action was not executed.</exception>
    public virtual async Task<BinaryData?> RunActionAsync(Guid id, string action, BinaryData? parameters = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(action);
        return await RawCalls.ActAsync(Operations, _endpoint.Run(id, action, parameters?.ToArray()), cancellationToken).ConfigureAwait(false);
    }
}
