using Financials.Client.Dialects;
using Financials.Client.Queries;
using Financials.Client.Transport;

namespace Financials.Client.Operations;

/// <summary>
/// Posts a journal, once. The service says the same whether it has posted the lines or put them into a queue, says that there is nothing
/// to post when an earlier request has posted them, and may report an error after everything is posted. So its word is never taken
/// alone: posting removes the lines, and what has become of the payments that were there before is read again.
/// </summary>
/// <param name="context">The client.</param>
/// <param name="payments">The journal's payments.</param>
/// <param name="request">The request that posts.</param>
/// <param name="deadline">The end of the call.</param>
internal sealed class PostJournalOperation(OperationContext context, EntityEndpoint<CustomerPayment> payments, ServiceRequest request, Deadline deadline)
    : Operation<JournalPosting>(context, request, deadline)
{
    private HashSet<Guid>? _before;
    private Verdict<object>? _sent;

    private enum Remainder
    {
        All,
        Some,
        None,

        /// <summary>The journal itself is gone.</summary>
        NoJournal,
    }

    protected override async ValueTask<Verdict<JournalPosting>> StepAsync(CancellationToken cancellationToken)
    {
        if (_before is null)
        {
            var before = await ReadAsync(cancellationToken).ConfigureAwait(false);
            if (!before.IsSuccess)
            {
                return before.As<JournalPosting>();
            }

            // That there is nothing to post, the service says with the code of any other refusal, and in the language of its user. So an
            // empty journal is not sent at all, which also leaves lines alone that cannot be seen, and of which nothing could be told.
            if (before.Result!.Count == 0)
            {
                return Verdict<JournalPosting>.Success(JournalPosting.NothingToPost, before.Status);
            }

            _before = before.Result;
        }

        if (_sent is null)
        {
            var sent = await AttemptAsync<object>(Request, reader: null, cancellationToken).ConfigureAwait(false);
            if (sent.DidNothing)
            {
                return sent.As<JournalPosting>();
            }

            // From here on the request may have been executed, and is not retried.
            _sent = sent;
            if (!await WaitAsync(sent.Failure?.RetryAfter, cancellationToken).ConfigureAwait(false))
            {
                return Unknown(sent.Failure!, "The service asked to wait for longer than the call may take, so the journal's payments were not read again", canRetry: false);
            }
        }

        return await ReconcileAsync(_sent.Value, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Verdict<JournalPosting>> ReconcileAsync(Verdict<object> sent, CancellationToken cancellationToken)
    {
        var now = await ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!now.IsSuccess && now.Failure is not FinancialsNotFoundException)
        {
            return sent.Failure is { } lost
                ? Unknown(lost, $"Reading the journal's payments failed as well ({now.Failure.Message})", now.CanRetry)
                : Unknown(now.Failure, "The service took the journal to post it, but its payments could not be read again", now.CanRetry);
        }

        return (sent.Outcome, RemainderOf(now.Result)) switch
        {
            // Where the service refused or broke off, it is the reading that succeeded.
            (_, Remainder.None) => Verdict<JournalPosting>.Success(JournalPosting.Posted, now.Status),
            (AttemptOutcome.Succeeded, Remainder.NoJournal) => Verdict<JournalPosting>.Success(JournalPosting.Posted, sent.Status),
            (AttemptOutcome.Succeeded, _) => Verdict<JournalPosting>.Success(JournalPosting.Queued, sent.Status),
            (AttemptOutcome.Refused, _) => sent.As<JournalPosting>(),

            // The request may still be under way, so the payments are read some more times.
            (_, Remainder.All) => Unknown(sent.Failure!, "The journal's payments are still there: a request may be under way or in a queue, or it has never arrived", canRetry: true),
            (_, Remainder.Some) => Unknown(sent.Failure!, "Some of the journal's payments are still there", canRetry: true),
            _ => Unknown(sent.Failure!, "The journal itself is gone: posted and replaced by the next one, or deleted", canRetry: false),
        };
    }

    private static Verdict<JournalPosting> Unknown(FinancialsException failure, string because, bool canRetry) =>
        Verdict<JournalPosting>.Failed(FinancialsOutcomeUnknownException.Of(null, failure, because, canRetry), AttemptOutcome.Unclear, canRetry);

    /// <param name="now">The payments that are there now; null where the journal is gone.</param>
    private Remainder RemainderOf(HashSet<Guid>? now) =>
        now is null ? Remainder.NoJournal
        : !_before!.Overlaps(now) ? Remainder.None
        : _before.IsSubsetOf(now) ? Remainder.All
        : Remainder.Some;

    private async ValueTask<Verdict<HashSet<Guid>>> ReadAsync(CancellationToken cancellationToken)
    {
        var ids = new HashSet<Guid>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? next = null;
        do
        {
            var from = next;
            var request = Prepare(() => from is null ? payments.List(QueryText.All with { Select = ["id"] }, pageSize: null) : payments.Next(from, pageSize: null));
            if (!request.IsSuccess)
            {
                return request.As<HashSet<Guid>>();
            }

            var page = await AttemptAsync(request.Result!, payments.Page, cancellationToken).ConfigureAwait(false);
            if (!page.IsSuccess)
            {
                return page.As<HashSet<Guid>>();
            }

            // A payment that cannot be recognised would be taken for one that is posted, and a link to what was read already never ends.
            next = page.Result!.ContinuationToken;
            if (page.Result.Items.Any(payment => payment.Id is null) || (next is not null && !seen.Add(next)))
            {
                return NotTheRecord<HashSet<Guid>>(request.Result!, payments.Page.Expected, page.Status);
            }

            ids.UnionWith(page.Result.Items.Select(payment => payment.Id!.Value));
        }
        while (next is not null);

        return Verdict<HashSet<Guid>>.Success(ids, 200);
    }
}
