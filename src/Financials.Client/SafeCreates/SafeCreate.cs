using Financials.Client.Dialects;
using Financials.Client.Entities;
using Financials.Client.Errors;
using Financials.Client.Resilience;
using Financials.Client.Telemetry;

namespace Financials.Client.SafeCreates;

/// <summary>
/// Creates an entity at most once, whatever happens to requests and answers on the way. The service has no idempotency key;
/// where the entity has a natural one, an attempt whose outcome is unknown is looked up before it is repeated, and where it
/// has none, nothing is ever repeated.
/// </summary>
/// <param name="endpoint">Where entities of this key are found.</param>
/// <param name="key">The natural key.</param>
/// <param name="delays">The waits between attempts.</param>
/// <param name="telemetry">Who is told of a lost answer, and of what became of it.</param>
/// <param name="remark">What a person should know of the difference between what was sent and what is stored.</param>
internal sealed class SafeCreate<TModel>(
    IEntityEndpoint<TModel> endpoint, NaturalKey<TModel> key, RepetitionDelays delays, ClientTelemetry telemetry, Func<TModel, TModel, string?>? remark = null)
    where TModel : class
{
    /// <param name="entity">What to create.</param>
    /// <param name="post">Sends the request that creates it, once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="mayExist">Whether it may have been sent before, by a process that did not live to see the answer.</param>
    /// <returns>What the service stored; null where it created without returning it.</returns>
    public async Task<TModel?> RunAsync(TModel entity, Func<Task<TModel?>> post, CancellationToken cancellationToken, bool mayExist = false)
    {
        var earlier = mayExist ? await LookAsync(entity, null, cancellationToken).ConfigureAwait(false) : null;
        if (earlier is not null)
        {
            CheckIsOwn(entity, earlier, null);
            return earlier;
        }

        var started = delays.Start();
        using var recovery = new Recovery(telemetry, typeof(TModel).Name);
        for (var repeats = 0; ; repeats++)
        {
            var (created, failure) = await AttemptAsync(entity, post, mayExist).ConfigureAwait(false);
            if (failure is null)
            {
                recovery.SentAgain();
                return created;
            }

            mayExist = true;
            if (!key.IsSetOn(entity))
            {
                throw FinancialsOutcomeUnknownException.Of(entity, failure, "It has no key of its own to look it up by, so it was not sent again");
            }

            recovery.Begin();
            var found = await LookAsync(entity, failure, cancellationToken).ConfigureAwait(false);
            if (found is not null)
            {
                CheckIsOwn(entity, found, failure);
                recovery.Found();
                return found;
            }

            // Absent now is not absent for good: the first request may still be running. Sending again is safe all the same,
            // because both carry one key; but a refusal now says nothing about the first, so it ends in "unknown".
            var isFinal = !failure.Facts.MayHaveBeenExecuted || repeats >= delays.MaxRetries;
            if (isFinal || !await delays.WaitAsync(repeats, failure.RetryAfter, started, cancellationToken).ConfigureAwait(false))
            {
                throw FinancialsOutcomeUnknownException.Of(entity, failure, "It was not there when it was looked up, but a request may still be under way");
            }
        }
    }

    /// <summary>Reads back by its key what the service created without returning it.</summary>
    /// <returns>The entity; null where it has no key, or could not be read.</returns>
    public async Task<TModel?> ReadBackAsync(TModel entity, CancellationToken cancellationToken)
    {
        try
        {
            return key.IsSetOn(entity) ? await FindAsync(entity, cancellationToken).ConfigureAwait(false) : null;
        }
        catch (FinancialsException)
        {
            // It exists, which is what counts; the caller says that its state could not be had.
            return null;
        }
    }

    /// <returns>What the service stored, or the failure that leaves open whether it did.</returns>
    private async ValueTask<(TModel? Created, FinancialsException? Failure)> AttemptAsync(TModel entity, Func<Task<TModel?>> post, bool mayExist)
    {
        try
        {
            var created = await post().ConfigureAwait(false);

            // JSON, but not of the record: something on the way has answered in the service's place.
            return created is IEntity<TModel> { Id: null } && !(key.IsSetOn(entity) && key.AreSame(entity, created))
                ? (null, ServiceErrors.Unlike<TModel>())
                : (created, null);
        }
        catch (FinancialsException unclear) when (mayExist || unclear.Facts.MayHaveBeenExecuted || unclear.Facts.MayHaveBeenExecutedBefore)
        {
            // Otherwise the service decided on the only attempt that can have reached it: a duplicate is then somebody else's.
            return (null, unclear);
        }
    }

    private async Task<TModel?> LookAsync(TModel entity, FinancialsException? failure, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(entity, cancellationToken).ConfigureAwait(false);
        }
        catch (FinancialsException lookUpFailed)
        {
            throw failure is null
                ? FinancialsOutcomeUnknownException.Of(entity, lookUpFailed, "It may have been sent before, and looking it up failed")
                : FinancialsOutcomeUnknownException.Of(entity, failure, $"Looking it up failed as well ({lookUpFailed.Message})");
        }
    }

    private async Task<TModel?> FindAsync(TModel entity, CancellationToken cancellationToken)
    {
        var page = await new EntityQuery<TModel>(endpoint, Queries.QueryText.All)
            .Where(key.Matching(entity)).Take(2).ToListAsync(cancellationToken).ConfigureAwait(false);

        // The service answers a filter that it does not understand with all it has, and then nothing is proved.
        return page.All(found => key.AreSame(entity, found))
            ? page.FirstOrDefault()
            : throw new FinancialsException("The service answered the look-up with other records than those that were asked for.");
    }

    /// <summary>Throws where the record of the same key is not what was sent.</summary>
    private void CheckIsOwn(TModel entity, TModel found, FinancialsException? failure)
    {
        if (!endpoint.IsStored(entity, found))
        {
            throw new FinancialsDuplicateException(
                "The answer to the create was lost, and a record of the same key with other values is there now. " +
                $"{remark?.Invoke(entity, found)}Compare the two before you go on: this may or may not be the one that was sent. {failure?.Message}".TrimEnd(),
                (failure?.Facts ?? ErrorFacts.None) with { MayHaveBeenExecutedBefore = true },
                failure);
        }
    }
}
