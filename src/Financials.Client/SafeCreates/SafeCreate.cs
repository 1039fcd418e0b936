using Financials.Client.Dialects;
using Financials.Client.Entities;
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
        if (mayExist && await LookAsync(entity, null, cancellationToken).ConfigureAwait(false) is { } earlier)
        {
            return endpoint.IsStored(entity, earlier) ? earlier : throw Conflict(null, remark?.Invoke(entity, earlier));
        }

        var hasKey = key.IsSetOn(entity);
        var started = delays.Start();
        using var recovery = new Recovery(telemetry, typeof(TModel).Name);
        for (var repeats = 0; ; repeats++)
        {
            FinancialsException failure;
            try
            {
                var created = await post().ConfigureAwait(false);
                if (created is not IEntity<TModel> { Id: null } || (hasKey && key.AreSame(entity, created)))
                {
                    recovery.SentAgain();
                    return created;
                }

                // JSON, but not of the record: something on the way has answered in the service's place.
                failure = Errors.ServiceErrors.Unlike<TModel>();
            }
            catch (FinancialsException refused) when (!mayExist && !refused.Facts.MayHaveBeenExecuted && !refused.Facts.MayHaveBeenExecutedBefore)
            {
                // The service decided on the first and only attempt that can have reached it. A duplicate here is somebody else's.
                throw;
            }
            catch (FinancialsException unclear)
            {
                failure = unclear;
            }

            mayExist = true;
            if (!hasKey)
            {
                throw FinancialsOutcomeUnknownException.Of(entity, failure, "It has no key of its own to look it up by, so it was not sent again");
            }

            recovery.Begin();
            if (await LookAsync(entity, failure, cancellationToken).ConfigureAwait(false) is { } found)
            {
                if (!endpoint.IsStored(entity, found))
                {
                    throw Conflict(failure, remark?.Invoke(entity, found));
                }

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

    private static FinancialsDuplicateException Conflict(FinancialsException? failure, string? remark) => new(
        "The answer to the create was lost, and a record of the same key with other values is there now. " +
        $"{remark}Compare the two before you go on: this may or may not be the one that was sent. {failure?.Message}".TrimEnd(),
        (failure?.Facts ?? Errors.ErrorFacts.None) with { MayHaveBeenExecutedBefore = true },
        failure);
}
