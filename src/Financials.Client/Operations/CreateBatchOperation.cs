using System.Net;
using Financials.Client.Dialects;
using Financials.Client.Queries;

namespace Financials.Client.Operations;

/// <summary>
/// Creates several entities in one transaction, each at most once. A lost response is settled by one look-up of all their keys. It never
/// ends in a guess: what it cannot settle for all of them at once, it leaves to be settled one by one.
/// </summary>
/// <param name="context">The client.</param>
/// <param name="endpoint">Where the entities are found.</param>
/// <param name="key">What each is found by; it is set on all of them.</param>
/// <param name="entities">What to create.</param>
/// <param name="deadline">The end of the call.</param>
internal class CreateBatchOperation<TModel>(
    OperationContext context, EntityEndpoint<TModel> endpoint, NaturalKey<TModel> key, IReadOnlyList<TModel> entities, Deadline deadline)
    : Operation<CreatedBatch<TModel>>(context, endpoint.Batch!.Create(entities), deadline)
    where TModel : class
{
    private readonly CreatedBatch<TModel> _outcome = new(entities.Count);
    private readonly List<int> _left = [.. Enumerable.Range(0, entities.Count)];
    private bool _hasToLook;
    private bool _isLost;
    private TimeSpan? _askedFor;

    private static string Kind => typeof(TModel).Name;

    protected EntityEndpoint<TModel> Endpoint => endpoint;

    /// <summary>Whether they may have been sent before, by a process that did not live to see the response. Default: false.</summary>
    public bool MayExist
    {
        get;
        init => (field, _hasToLook) = (value, value);
    }

    protected sealed override async ValueTask<Verdict<CreatedBatch<TModel>>> StepAsync(CancellationToken cancellationToken)
    {
        if (_hasToLook && await SettleAsync(lost: null, cancellationToken).ConfigureAwait(false) is { } settled)
        {
            return settled;
        }

        var sent = await AttemptAsync(Request, endpoint.Batch!.Reader, cancellationToken).ConfigureAwait(false);
        if (sent.IsSuccess && sent.Result is { } items)
        {
            if (AreAllCreated(items))
            {
                items.ToList().ForEach(item => _outcome.Created[_left[item.Place]] = item.Entity);
                if (_isLost)
                {
                    Context.Telemetry.Reconciled(Kind, "retried", items.Count);
                }

                return Verdict<CreatedBatch<TModel>>.Success(_outcome, sent.Status);
            }

            // The first that fails ends the transaction. Whatever the others say, nothing of it stays.
            if (items.FirstOrDefault(item => !item.IsSuccess) is { Status: > 0 } failed && failed.Place < _left.Count)
            {
                _outcome.MayExist = _isLost || MayExist || AttemptOutcomes.Of((HttpStatusCode)failed.Status) is AttemptOutcome.Unclear;
                return _isLost || MayExist ? Open(sent.Status) : Refused(_left[failed.Place], sent.Status);
            }
        }

        switch (sent.Outcome)
        {
            case AttemptOutcome.NotExecuted:
                return sent.As<CreatedBatch<TModel>>();
            case AttemptOutcome.Refused when !_isLost && !MayExist:
                // Sent one by one, they say why, or work with a service that takes no batches.
                return Refused(place: null, sent.Status);
            case AttemptOutcome.Refused:
                return Open(sent.Status);
        }

        var failure = sent.Failure ?? NotTheRecord<TModel>(Request, endpoint.Batch.Reader.Expected, sent.Status).Failure!;
        if (!_isLost)
        {
            Context.Telemetry.Reconciling(Kind);
        }

        (_isLost, _hasToLook, _askedFor) = (true, true, failure.RetryAfter);
        return await SettleAsync(failure, cancellationToken).ConfigureAwait(false)
            ?? Verdict<CreatedBatch<TModel>>.Failed(failure, AttemptOutcome.Unclear, canRetry: true);
    }

    /// <summary>Whether something proves that those which are not there were not created, although the request may have been executed.</summary>
    /// <param name="places">Those which are not there.</param>
    /// <param name="cancellationToken">The caller's.</param>
    protected virtual ValueTask<bool> ProveAbsentAsync(IReadOnlyList<int> places, CancellationToken cancellationToken) => new(true);

    private bool AreAllCreated(IReadOnlyList<BatchItem<TModel>> items) =>
        items.Count == _left.Count
        && items.Select(item => item.Place).Distinct().Count() == items.Count
        && items.All(item => item.IsSuccess && item.Place < _left.Count && key.AreSame(entities[_left[item.Place]], item.Entity!));

    private Verdict<CreatedBatch<TModel>> Refused(int? place, int status)
    {
        _outcome.Refused = place;
        return Verdict<CreatedBatch<TModel>>.Success(_outcome, status);
    }

    private Verdict<CreatedBatch<TModel>> Open(int status)
    {
        _outcome.MayExist = true;
        return Verdict<CreatedBatch<TModel>>.Success(_outcome, status);
    }

    /// <summary>Looks up those that are left.</summary>
    /// <returns>What that settles; null where they are proved to be absent, so that they can be sent.</returns>
    private async ValueTask<Verdict<CreatedBatch<TModel>>?> SettleAsync(FinancialsException? lost, CancellationToken cancellationToken)
    {
        if (!await WaitAsync(_askedFor, cancellationToken).ConfigureAwait(false))
        {
            return lost is null ? Open(0) : Verdict<CreatedBatch<TModel>>.Failed(lost, AttemptOutcome.Unclear, canRetry: false);
        }

        Waited = _askedFor ?? TimeSpan.Zero;
        _askedFor = null;
        var before = _left.Count;
        if (await FindAsync(cancellationToken).ConfigureAwait(false) is { } unread)
        {
            return unread.CanRetry ? unread.As<CreatedBatch<TModel>>() : Open(0);
        }

        if (_isLost && _left.Count < before)
        {
            Context.Telemetry.Reconciled(Kind, "found", before - _left.Count);
        }

        if (_left.Count == 0)
        {
            return Verdict<CreatedBatch<TModel>>.Success(_outcome, 200);
        }

        if (_outcome.MayExist || !await ProveAbsentAsync(_left, cancellationToken).ConfigureAwait(false))
        {
            return Open(200);
        }

        if (_left.Count < before)
        {
            Request = endpoint.Batch!.Create([.. _left.Select(place => entities[place])]);
        }

        return null;
    }

    /// <summary>Takes those off the list that are there.</summary>
    /// <returns>Why that could not be read; null where it was.</returns>
    private async ValueTask<Verdict<EntityPage<TModel>>?> FindAsync(CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var from = next;
            var lookUp = Prepare(() => from is null
                ? endpoint.List(new QueryText { Filter = string.Join(" or ", _left.Select(place => key.Filter(entities[place], endpoint.Properties))) }, pageSize: null)
                : endpoint.Next(from, pageSize: null));
            if (!lookUp.IsSuccess)
            {
                return lookUp.As<EntityPage<TModel>>();
            }

            var read = await AttemptAsync(lookUp.Result!, endpoint.Page, cancellationToken).ConfigureAwait(false);
            if (!read.IsSuccess)
            {
                Waited = TimeSpan.Zero;
                return read;
            }

            foreach (var stored in read.Result!.Items)
            {
                var place = _left.FindIndex(left => key.AreSame(entities[left], stored));
                if (place >= 0 && endpoint.IsStored(entities[_left[place]], stored))
                {
                    _outcome.Created[_left[place]] = stored;
                    _left.RemoveAt(place);
                }
                else
                {
                    // Another record under the key, or a service that does not understand the question: nothing is proved for all.
                    _outcome.MayExist = true;
                }
            }

            next = read.Result.ContinuationToken;
        }
        while (next is not null);

        return null;
    }
}
