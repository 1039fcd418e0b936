using Financials.Client.Dialects;
using Financials.Client.Transport;

namespace Financials.Client.Operations;

/// <summary>
/// Posts or cancels an invoice, once. The service commits that before it sends the invoice or does anything else, and may fail then: its
/// refusal does not prove that nothing was done, no more than a lost response does. The status of the invoice proves it, so that is
/// read after every failure. It is not read before: what is posted can be posted by nobody again, so an invoice that is found posted is
/// what a call wanted whose response was lost, whoever posted it.
/// </summary>
/// <param name="context">The client.</param>
/// <param name="invoices">The set of invoices.</param>
/// <param name="id">The invoice's id, which outlives the posting.</param>
/// <param name="action">What is done.</param>
/// <param name="request">The request that does it.</param>
/// <param name="deadline">The end of the call.</param>
internal sealed class InvoiceOperation(
    OperationContext context, EntityEndpoint<SalesInvoice> invoices, Guid id, SalesInvoiceAction action, ServiceRequest request, Deadline deadline)
    : Operation<object>(context, request, deadline)
{
    private readonly bool _sends = action is SalesInvoiceAction.PostAndSend or SalesInvoiceAction.CancelAndSend;
    private readonly (string Done, string Again, SalesInvoiceStatus[] States) _goal = action is SalesInvoiceAction.Post or SalesInvoiceAction.PostAndSend
        ? ("posted", "do not post it again", [SalesInvoiceStatus.Open, SalesInvoiceStatus.Paid, SalesInvoiceStatus.Canceled, SalesInvoiceStatus.Corrective])
        : ("cancelled", "do not cancel it again", [SalesInvoiceStatus.Canceled]);

    private Verdict<object>? _sent;

    protected override async ValueTask<Verdict<object>> StepAsync(CancellationToken cancellationToken)
    {
        if (_sent is null)
        {
            var sent = await AttemptAsync<object>(Request, reader: null, cancellationToken).ConfigureAwait(false);
            if (sent.IsSuccess || sent.DidNothing)
            {
                return sent;
            }

            // From here on the request may have been executed, and is not retried.
            _sent = sent;
            if (!await WaitAsync(sent.Failure.RetryAfter, cancellationToken).ConfigureAwait(false))
            {
                return Unknown(sent.Failure, "The service asked to wait for longer than the call may take, so the invoice was not read again", canRetry: false);
            }
        }

        return await ReconcileAsync(_sent.Value.Outcome, _sent.Value.Failure!, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Verdict<object>> ReconcileAsync(AttemptOutcome outcome, FinancialsException failure, CancellationToken cancellationToken)
    {
        var now = await AttemptAsync(invoices.Get(id), invoices.Entity, id, cancellationToken).ConfigureAwait(false);
        var isDone = now.Result is { Status: { } status } && _goal.States.Contains(status);
        return (outcome, now) switch
        {
            (AttemptOutcome.Unclear, _) when isDone && !_sends => Verdict<object>.Success(null, now.Status),
            _ when isDone => Verdict<object>.Failed(PartlyDone(now.Result!, outcome, failure), outcome, canRetry: false),
            (AttemptOutcome.Refused, { IsSuccess: true } or { Failure: FinancialsNotFoundException }) => Verdict<object>.Failed(failure, outcome, canRetry: false),
            (_, { Failure: { } reason }) => Unknown(failure, $"Reading the invoice failed as well ({reason.Message})", now.CanRetry),

            // The request may still be under way, so the invoice is read some more times.
            _ => Unknown(failure, $"The invoice is not {_goal.Done} so far: the request may be under way, or it has never arrived", canRetry: true),
        };
    }

    private FinancialsPartlyDoneException PartlyDone(SalesInvoice invoice, AttemptOutcome outcome, FinancialsException failure)
    {
        var (done, again, _) = _goal;
        var rest = (outcome, _sends) switch
        {
            (AttemptOutcome.Refused, true) => $"but this call did not send it: call SendAsync for that, and {again}.",
            (AttemptOutcome.Refused, _) => $"by this call or before it, although the service reports an error; {again}.",
            _ => $"but it is not known whether it was sent: SendAsync may send it a second time. In any case {again}.",
        };
        return new FinancialsPartlyDoneException($"The invoice is {done} (number {invoice.Number}), {rest} {failure.Message}", invoice, failure);
    }

    private static Verdict<object> Unknown(FinancialsException failure, string because, bool canRetry) =>
        Verdict<object>.Failed(FinancialsOutcomeUnknownException.Of(null, failure, because), AttemptOutcome.Unclear, canRetry);
}
