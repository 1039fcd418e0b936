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
    private const string NothingToPost = "There is nothing to post";

    private HashSet<Guid>? _before;
    private Verdict<object>? _sent;

    private enum Remainder
    {
        /// <summary>There were no payments to go by.</summary>
        NoneBefore,

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

            _before = before.Result!;
        }

        if (_sent is null)
        {
            var sent = await AttemptAsync<object>(Request, reader: null, mayBeEmpty: true, cancellationToken).ConfigureAwait(false);
            if (sent.Outcome is AttemptOutcome.NotExecuted || IsFinal(sent))
            {
                return sent.As<JournalPosting>();
            }

            // From here on the request may have been executed, and is not retried.
            _sent = sent;
        }

        return await ReconcileAsync(_sent.Value, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the service has refused the request before it looked at the journal's lines.</summary>
    private static bool IsFinal(Verdict<object> sent) => sent.Outcome is AttemptOutcome.Refused && sent.Status is not (400 or 409 or 422);

    private static bool HadNothingToPost(Verdict<object> sent) =>
        sent.Failure?.ServiceMessage?.StartsWith(NothingToPost, StringComparison.Ordinal) ?? false;

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
            (_, Remainder.None) => Done(JournalPosting.Posted),
            (AttemptOutcome.Succeeded, Remainder.NoJournal) when _before!.Count > 0 => Done(JournalPosting.Posted),
            (AttemptOutcome.Succeeded, Remainder.All or Remainder.Some) => Done(JournalPosting.Queued),
            (AttemptOutcome.Succeeded, _) => Done(JournalPosting.NothingToPost),
            (AttemptOutcome.Refused, Remainder.NoneBefore) when HadNothingToPost(sent) => Done(JournalPosting.NothingToPost),
            (AttemptOutcome.Refused, _) => sent.As<JournalPosting>(),

            // The request may still be under way, so the payments are read some more times.
            (_, Remainder.All) => Unknown(sent.Failure!, "The journal's payments are still there: a request may be under way or in a queue, or it has never arrived", canRetry: true),
            (_, Remainder.Some) => Unknown(sent.Failure!, "Some of the journal's payments are still there", canRetry: true),
            (_, Remainder.NoJournal) => Unknown(sent.Failure!, "The journal itself is gone: posted and replaced by the next one, or deleted", canRetry: false),
            _ => Unknown(sent.Failure!, "The journal had no payments that could tell", canRetry: false),
        };

        // Where the service refused or broke off, it is the reading that succeeded.
        Verdict<JournalPosting> Done(JournalPosting posting) => Verdict<JournalPosting>.Success(posting, sent.IsSuccess ? sent.Status : now.Status);
    }

    private static Verdict<JournalPosting> Unknown(FinancialsException failure, string because, bool canRetry) =>
        Verdict<JournalPosting>.Failed(FinancialsOutcomeUnknownException.Of(null, failure, because), AttemptOutcome.Unclear, canRetry);

    /// <param name="now">The payments that are there now; null where the journal is gone.</param>
    private Remainder RemainderOf(HashSet<Guid>? now)
    {
        if (now is null)
        {
            return Remainder.NoJournal;
        }

        var left = _before!.Count(now.Contains);
        return _before!.Count == 0 ? Remainder.NoneBefore
            : left == 0 ? Remainder.None
            : left == _before.Count ? Remainder.All
            : Remainder.Some;
    }

    private async ValueTask<Verdict<HashSet<Guid>>> ReadAsync(CancellationToken cancellationToken)
    {
        var ids = new HashSet<Guid>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = payments.List(QueryText.All with { Select = ["id"] }, pageSize: null);
        while (true)
        {
            var page = await AttemptAsync(next, payments.Page, mayBeEmpty: false, cancellationToken).ConfigureAwait(false);
            if (!page.IsSuccess)
            {
                return page.As<HashSet<Guid>>();
            }

            ids.UnionWith(page.Result!.Items.Select(payment => payment.Id).OfType<Guid>());
            if (page.Result.ContinuationToken is not { } link)
            {
                return Verdict<HashSet<Guid>>.Success(ids, page.Status);
            }

            if (!seen.Add(link))
            {
                return NotTheRecord<HashSet<Guid>>(next, payments.Page.Expected, page.Status);
            }

            next = payments.Next(link, pageSize: null);
        }
    }
}
