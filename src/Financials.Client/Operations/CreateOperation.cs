using System.Runtime.CompilerServices;
using Financials.Client.Dialects;
using Financials.Client.Errors;
using Financials.Client.Queries;
using Financials.Client.Transport;

namespace Financials.Client.Operations;

/// <summary>
/// Creates an entity at most once, whatever happens to requests and responses on the way. The service has no idempotency key;
/// where the entity has a natural one, an attempt whose outcome is unclear is reconciled by looking the key up before it is retried,
/// and where it has none, such an attempt is never retried.
/// </summary>
/// <param name="context">The client.</param>
/// <param name="endpoint">Where entities of this key are found.</param>
/// <param name="key">What the entity can be found by.</param>
/// <param name="entity">What to create.</param>
/// <param name="request">The request that creates it.</param>
/// <param name="deadline">The end of the call.</param>
internal class CreateOperation<TModel>(
    OperationContext context, EntityEndpoint<TModel> endpoint, NaturalKey<TModel> key, TModel entity, ServiceRequest request, Deadline deadline)
    : Operation<TModel>(context, request, deadline)
    where TModel : class
{
    private bool _hasToLook;
    private FinancialsException? _lost;
    private Verdict<TModel>? _taken;
    private TimeSpan? _askedFor;

    private static string Kind => typeof(TModel).Name;

    protected EntityEndpoint<TModel> Endpoint => endpoint;

    protected TModel Entity => entity;

    /// <summary>Whether it may have been sent before, by a process that did not live to see the response. Default: false.</summary>
    public bool MayExist
    {
        get;
        init => (field, _hasToLook) = (value, value);
    }

    /// <summary>Whether a service that creates the entity without returning it has done enough: the result is then null. Default: false.</summary>
    public bool MayEndWithoutIt { get; init; }

    /// <summary>Whether the record can give its key up, so that what was proved before the delay of a retry has to be proved again after it.</summary>
    protected virtual bool KeyCanBecomeFree => false;

    /// <summary>Whether nobody else can have used the key, so that an equal record under it is this create's own.</summary>
    protected virtual bool OwnsKey => false;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected sealed override async ValueTask<Verdict<TModel>> StepAsync(CancellationToken cancellationToken)
    {
        if (_taken is { } taken)
        {
            return await CompareWithHolderAsync(taken, cancellationToken).ConfigureAwait(false);
        }

        if (_hasToLook && await ReconcileAsync(cancellationToken).ConfigureAwait(false) is { } earlier)
        {
            return earlier;
        }

        var sent = await AttemptAsync(Request, endpoint.Entity, cancellationToken).ConfigureAwait(false);
        if (sent.Result is { } created && !IsWhatWasSent(created))
        {
            sent = NotTheRecord<TModel>(Request, $"the {Kind} that was sent", sent.Status);
        }

        if (sent.IsSuccess)
        {
            return sent.Result is null ? await ReadBackAsync(sent.Status, cancellationToken).ConfigureAwait(false) : Succeeded(sent);
        }

        if (!MayExist && _lost is null && sent.Outcome is not AttemptOutcome.Unclear)
        {
            return sent.Failure is FinancialsDuplicateException && key.IsSetOn(entity)
                ? await CompareWithHolderAsync(sent, cancellationToken).ConfigureAwait(false)
                : sent;
        }

        if (!key.IsSetOn(entity))
        {
            return Unknown(sent.Failure, "It has no key of its own to look it up by, so it was not retried", canRetry: false);
        }

        if (_lost is null)
        {
            Context.Telemetry.Reconciling(Kind);
        }

        _lost = sent.Failure;
        _askedFor = sent.Failure.RetryAfter;

        // Absent now is not absent for good: the first request may still be running. A retry is safe all the same, because both
        // carry one key; but a refusal now says nothing about the first, so it ends in "unknown".
        return await ReconcileAsync(cancellationToken).ConfigureAwait(false) ?? Unknown(
            sent.Failure, "It was not there when it was looked up, but a request may still be under way", sent.Outcome is not AttemptOutcome.Refused);
    }

    protected sealed override OperationCanceledException? Cancelled(OperationCanceledException cancelled) =>
        MayHaveBeenExecuted || MayExist ? new FinancialsCanceledException(entity, ClientRequestId, cancelled) : null;

    /// <summary>What it means that the service does not have the record although the request may have been executed.</summary>
    /// <param name="lost">What the request came to; null where it was sent by a process that did not live to see it.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>Null where that proves that it was not executed, and what is known otherwise.</returns>
    protected virtual ValueTask<Verdict<TModel>?> JudgeAbsenceAsync(FinancialsException? lost, CancellationToken cancellationToken) => default;

    private Verdict<TModel> Succeeded(Verdict<TModel> sent)
    {
        if (_lost is not null)
        {
            Context.Telemetry.Reconciled(Kind, "retried");
        }

        return sent;
    }

    /// <summary>
    /// A key that is taken at the first attempt is mostly somebody else's. But where something on the way has repeated the request, it
    /// is this create's own, and must neither be called a failure nor be created under another key.
    /// </summary>
    private async ValueTask<Verdict<TModel>> CompareWithHolderAsync(Verdict<TModel> taken, CancellationToken cancellationToken)
    {
        _taken = taken;
        var found = await FindAsync(cancellationToken).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            return Unknown(taken.Failure!, $"A record of the key exists, and reading it failed ({found.Failure.Message})", found.CanRetry);
        }

        if (found.Result is not { } holder || !endpoint.IsStored(entity, holder))
        {
            // Where nobody else can have used the key, or the record is gone, it may have been this create's own.
            return OwnsKey || found.Result is null ? await JudgeAbsenceAsync(taken.Failure, cancellationToken).ConfigureAwait(false) ?? taken : taken;
        }

        if (OwnsKey)
        {
            Context.Telemetry.Reconciled(Kind, "found");
            return found;
        }

        return Verdict<TModel>.Failed(
            new FinancialsDuplicateException(
                "A record of the same key and with the same values exists. Somebody else may have created it, or this call, if something on the way " +
                "repeated the request. Look at it before you create it under another key.",
                taken.Failure!.Facts with { MayHaveBeenExecutedBefore = true },
                taken.Failure),
            AttemptOutcome.Refused,
            canRetry: false);
    }

    protected Verdict<TModel> Unknown(FinancialsException failure, string because, bool canRetry) =>
        Verdict<TModel>.Failed(FinancialsOutcomeUnknownException.Of(entity, failure, because, canRetry), AttemptOutcome.Unclear, canRetry);

    /// <summary>Something on the way may have answered with another record.</summary>
    private bool IsWhatWasSent(TModel created) => !key.IsSetOn(entity) || key.AreSame(entity, created);

    /// <summary>Looks for what an attempt whose response was lost may have created.</summary>
    /// <returns>What it found or why it could not look; null where there is nothing.</returns>
    private async ValueTask<Verdict<TModel>?> ReconcileAsync(CancellationToken cancellationToken)
    {
        _hasToLook = true;
        if (!await WaitAsync(_askedFor, cancellationToken).ConfigureAwait(false))
        {
            return Unknown(_lost!, "The service asked to wait for longer than the call may take, so it was not looked up", canRetry: false);
        }

        Waited = _askedFor ?? TimeSpan.Zero;
        _askedFor = null;
        var found = await FindAsync(cancellationToken).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            // What this response asks for begins now.
            Waited = TimeSpan.Zero;
            return _lost is null
                ? Unknown(found.Failure, "It may have been sent before, and looking it up failed", found.CanRetry)
                : Unknown(_lost, $"Looking it up failed as well ({found.Failure.Message})", found.CanRetry);
        }

        if (found.Result is not { } stored)
        {
            var judged = await JudgeAbsenceAsync(_lost, cancellationToken).ConfigureAwait(false);
            _hasToLook = judged is not null || KeyCanBecomeFree;
            return judged;
        }

        if (!endpoint.IsStored(entity, stored))
        {
            return Verdict<TModel>.Failed(Different(stored), AttemptOutcome.Refused, canRetry: false);
        }

        if (_lost is not null)
        {
            Context.Telemetry.Reconciled(Kind, "found");
        }

        return found;
    }

    /// <summary>Reads by its key what the service created without returning it.</summary>
    private async ValueTask<Verdict<TModel>> ReadBackAsync(int status, CancellationToken cancellationToken)
    {
        var found = key.IsSetOn(entity) ? await FindAsync(cancellationToken).ConfigureAwait(false) : default;

        // It exists, which is what counts; where it cannot be read, the caller is told that it was not returned.
        return found.Result is not { } stored ? NotReturned(status)
            : endpoint.IsStored(entity, stored) ? Succeeded(found)
            : Verdict<TModel>.Failed(Different(stored), AttemptOutcome.Refused, canRetry: false);
    }

    private Verdict<TModel> NotReturned(int status) => MayEndWithoutIt
        ? Verdict<TModel>.Success(null, status)
        : Verdict<TModel>.Failed(
            FinancialsOutcomeUnknownException.NotReturned(entity, FactsOf(Request)), AttemptOutcome.Unclear, canRetry: false);

    /// <returns>The record of the key; null as a success where there is none.</returns>
    private async ValueTask<Verdict<TModel>> FindAsync(CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var from = next;
            var lookUp = Prepare(() => from is null
                ? endpoint.List(new QueryText { Filter = key.Filter(entity, endpoint.Properties), Top = 2 }, pageSize: null)
                : endpoint.Next(from, pageSize: null));
            if (!lookUp.IsSuccess)
            {
                return lookUp.As<TModel>();
            }

            var read = await AttemptAsync(lookUp.Result!, endpoint.Page, cancellationToken).ConfigureAwait(false);
            if (!read.IsSuccess)
            {
                return read.As<TModel>();
            }

            var page = read.Result!;
            if (page.Items.Any(found => !key.AreSame(entity, found) || endpoint.VersionOf(found).Id is null))
            {
                // The service answers a filter that it does not understand with all it has, and then nothing is proved.
                return Verdict<TModel>.Failed(
                    ServiceErrors.NotTheRecord(FactsOf(lookUp.Result!), "the records that were looked up"), AttemptOutcome.Refused, canRetry: false);
            }

            if (page.Items.Count > 0)
            {
                return Verdict<TModel>.Success(page.Items[0], read.Status);
            }

            next = page.ContinuationToken;
        }
        while (next is not null);

        return Verdict<TModel>.Success(null, 200);
    }

    private FinancialsDuplicateException Different(TModel stored) => new(
        "The response to the create was lost, and a record of the same key with other values is there now. " +
        $"{Remark(stored)}Compare the two before you go on: this may or may not be the one that was sent. {_lost?.Message}".TrimEnd(),
        (_lost?.Facts ?? FactsOf(Request)) with { MayHaveBeenExecutedBefore = true },
        _lost);

    /// <summary>What a person should know of the difference.</summary>
    private string? Remark(TModel stored) =>
        entity is CustomerPayment sent && stored is CustomerPayment found && sent.Amount == -found.Amount ? "Their amounts differ in the sign only. " : null;
}
