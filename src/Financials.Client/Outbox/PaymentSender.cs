using Financials.Client.Dialects;
using Financials.Client.Operations;

namespace Financials.Client.Outbox;

/// <summary>
/// Creates payments of a batch: their keys are in the ledger before they are sent, and what the ledger leaves open is looked up before it
/// is retried. Several go in one request where the service takes that; whatever that cannot settle is settled one by one.
/// </summary>
/// <param name="operations">The client.</param>
/// <param name="payments">The journal's payments.</param>
/// <param name="entries">The posted entries of its company.</param>
/// <param name="memory">The ledger.</param>
/// <param name="pace">Is told what the service bears.</param>
internal sealed class PaymentSender(
    OperationContext operations,
    EntityEndpoint<CustomerPayment> payments,
    EntityEndpoint<GeneralLedgerEntry> entries,
    PaymentLedgerBatch memory,
    BatchPace pace)
{
    private readonly LineNumberAllocator _allocator = new(memory.LineNumbers, areOfLedger: true);

    /// <summary>Creates payments that are under way together.</summary>
    public Task<GroupResults<BatchPaymentResult>> CreateAsync(IReadOnlyList<BatchPayment> group, CancellationToken cancellationToken) =>
        GroupResults<BatchPaymentResult>.OfAsync(group.Count, results => CreateAsync(group, new GroupState(results, []), cancellationToken));

    private async Task CreateAsync(IReadOnlyList<BatchPayment> group, GroupState state, CancellationToken cancellationToken)
    {
        var last = await memory.FindAsync([.. group.Select(item => item.Reference)], cancellationToken).ConfigureAwait(false);
        List<PlannedPayment> open = [];
        List<PlannedPayment> fresh = [];
        PaymentChangedException? changed = null;
        for (var place = 0; place < group.Count && changed is null; place++)
        {
            var (item, known) = (group[place], last[place]);
            var digest = PaymentDigest.Of(item.Payment);
            switch (known)
            {
                case null or { State: PaymentLedgerState.Refused }:
                    fresh.Add(new(place, item, new() { Reference = item.Reference, State = PaymentLedgerState.Sending, LineNumber = 0, Digest = digest }));
                    break;
                case var _ when known.Digest != digest:
                    changed = new PaymentChangedException(item.Reference);
                    break;
                case { State: PaymentLedgerState.Created }:
                    state.Results[place] = Existing(item, known) with { CreatedEarlier = true };
                    break;
                default:
                    open.Add(new(place, item, known));
                    break;
            }
        }

        var creates = new GroupedCreates<PlannedPayment, CustomerPayment>(
            pace,
            (part, mayExist) => SendTogetherAsync(part, mayExist, state, cancellationToken),
            (planned, mayExist) => SendAloneAsync(planned, mayExist, state, cancellationToken));
        await creates.RunAsync(open, mayExist: true).ConfigureAwait(false);
        await CreateNewAsync(fresh, creates, state, cancellationToken).ConfigureAwait(false);
        if (changed is not null)
        {
            throw changed;
        }
    }

    private async Task CreateNewAsync(
        List<PlannedPayment> fresh, GroupedCreates<PlannedPayment, CustomerPayment> creates, GroupState state, CancellationToken cancellationToken)
    {
        if (fresh.Count == 0)
        {
            return;
        }

        try
        {
            for (var i = 0; i < fresh.Count; i++)
            {
                fresh[i] = await PlanAsync(fresh[i], attempt: 0, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (FinancialsException failure)
        {
            failure.TellBefore($"The batch stopped before the payment '{fresh[0].Item.Reference}'.");
            throw;
        }

        await memory.WriteAsync([.. fresh.Select(planned => planned.Entry)], cancellationToken).ConfigureAwait(false);
        try
        {
            await creates.RunAsync(fresh, mayExist: false).ConfigureAwait(false);
        }
        catch (FinancialsException)
        {
            // Those that were certainly not executed, because they were not sent yet or the caller may not write, are not left open.
            var unsent = fresh.FindAll(planned => state.Results[planned.Place] is null && !state.MayExist.Contains(planned.Place));
            if (unsent.Count > 0)
            {
                await memory.WriteAsync(unsent.ConvertAll(planned => planned.Refused), CancellationToken.None).ConfigureAwait(false);
            }

            throw;
        }
    }

    private async Task<CreatedBatch<CustomerPayment>> SendTogetherAsync(
        List<PlannedPayment> part, bool mayExist, GroupState state, CancellationToken cancellationToken)
    {
        var create = new CreatePaymentBatchOperation(
            operations, payments, entries, [.. part.Select(planned => planned.Payment)], [.. part.Select(planned => planned.Before)], operations.NewDeadline())
        {
            MayExist = mayExist, BeforeAttempt = memory.EnsureMaySendAsync,
        };
        var isUntouched = false;
        try
        {
            var outcome = await create.RunAsync(cancellationToken).ConfigureAwait(false);
            isUntouched = outcome is { Refused: null, MayExist: false } && Array.TrueForAll(outcome.Created, one => one is null);
            var created = part.Zip(outcome.Created).Where(pair => pair.Second is not null).Select(pair => (pair.First, Payment: pair.Second!)).ToList();
            if (created.Count > 0)
            {
                var written = created.ConvertAll(pair => pair.First.Created(pair.Payment.Id));
                await memory.WriteAsync(written, CancellationToken.None).ConfigureAwait(false);
                _allocator.Saw(created[^1].Payment);
                for (var i = 0; i < created.Count; i++)
                {
                    var (planned, _) = created[i];
                    state.Results[planned.Place] = Existing(planned.Item, written[i]);
                }
            }

            return outcome;
        }
        catch (FinancialsException failure)
        {
            isUntouched = IsUntouched(create, failure);
            failure.TellBefore($"The batch stopped at the payments from '{part[0].Item.Reference}' to '{part[^1].Item.Reference}', which go together.");
            throw;
        }
        finally
        {
            pace.Took(create.Facts.Elapsed);
            state.Remember(part, isUntouched);
        }
    }

    private async Task SendAloneAsync(PlannedPayment planned, bool mayExist, GroupState state, CancellationToken cancellationToken)
    {
        try
        {
            state.Results[planned.Place] = mayExist
                ? await CreateAsync(planned, mayExist, state, cancellationToken).ConfigureAwait(false)
                : await CreateUnderFreeNumberAsync(planned, state, cancellationToken).ConfigureAwait(false);
        }
        catch (FinancialsException failure)
        {
            failure.TellBefore($"The batch stopped at the payment '{planned.Item.Reference}'.");
            throw;
        }
    }

    private async Task<BatchPaymentResult> CreateUnderFreeNumberAsync(PlannedPayment planned, GroupState state, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await CreateAsync(planned, mayExist: false, state, cancellationToken).ConfigureAwait(false);
            }
            catch (FinancialsDuplicateException)
            {
                // The number is another line's, so the service has certainly not taken this payment: it gets another one.
                await memory.WriteAsync(planned.Refused, CancellationToken.None).ConfigureAwait(false);
                if (attempt == LineNumberAllocator.MostAttempts)
                {
                    throw;
                }

                planned = await PlanAsync(planned, attempt, cancellationToken).ConfigureAwait(false);
                await memory.WriteAsync(planned.Entry, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Chooses a line number, and keeps what is known of the journal before the payment is first sent.</summary>
    private async Task<PlannedPayment> PlanAsync(PlannedPayment planned, int attempt, CancellationToken cancellationToken)
    {
        var number = await _allocator.NextAsync(attempt, operations, payments, entries, operations.NewDeadline(), cancellationToken).ConfigureAwait(false);
        var evidence = _allocator.Evidence;
        return planned with
        {
            Entry = planned.Entry with
            {
                LineNumber = number,
                LineBefore = evidence.Line,
                LineDocumentBefore = evidence.LineDocument,
                LastEntryBefore = evidence.LastEntry,
            },
        };
    }

    private async Task<BatchPaymentResult> CreateAsync(PlannedPayment planned, bool mayExist, GroupState state, CancellationToken cancellationToken)
    {
        var (item, entry, payment) = (planned.Item, planned.Entry, planned.Payment);
        var create = new CreatePaymentOperation(operations, payments, entries, payment, payments.Create(payment), planned.Before, operations.NewDeadline())
        {
            MayExist = mayExist, OwnsLineNumber = true, OwnsDocumentNumber = true, BeforeAttempt = memory.EnsureMaySendAsync,
        };
        var isUntouched = false;
        try
        {
            var created = await create.RunAsync(cancellationToken).ConfigureAwait(false);
            var written = planned.Created(created.Id);
            await memory.WriteAsync(written, CancellationToken.None).ConfigureAwait(false);
            if (!CreatePaymentOperation.IsPosted(created))
            {
                _allocator.Saw(created);
            }

            return Existing(item, written);
        }
        catch (FinancialsException refused) when (refused is FinancialsValidationException or FinancialsNotFoundException)
        {
            await memory.WriteAsync(planned.Refused, CancellationToken.None).ConfigureAwait(false);
            return new() { Reference = item.Reference, Outcome = BatchPaymentOutcome.Refused, DocumentNumber = payment.DocumentNumber, Failure = refused };
        }
        catch (FinancialsException open) when (
            open is FinancialsOutcomeUnknownException { MayBeSettledLater: false } || (open is FinancialsDuplicateException && open.Facts.MayHaveBeenExecutedBefore))
        {
            return new()
            {
                Reference = item.Reference,
                Outcome = BatchPaymentOutcome.Unknown,
                LineNumber = entry.LineNumber,
                DocumentNumber = payment.DocumentNumber,
                Failure = open,
            };
        }
        catch (FinancialsException failure) when (IsUntouched(create, failure))
        {
            isUntouched = true;
            throw;
        }
        finally
        {
            pace.Ended(create.Throttlings);
            state.Remember([planned], isUntouched);
        }
    }

    /// <summary>
    /// Whether a failure says that the service certainly did nothing: it does not let the caller in. Others do not say so where something on
    /// the way repeats requests: the key may be taken by the first of the two, and only the second be throttled.
    /// </summary>
    private static bool IsUntouched(Operation create, FinancialsException failure) => !create.MayHaveBeenExecuted && failure is FinancialsUnauthorizedException;

    private static BatchPaymentResult Existing(BatchPayment item, PaymentLedgerEntry entry) => new()
    {
        Reference = item.Reference,
        Outcome = entry.PaymentId is null ? BatchPaymentOutcome.Posted : BatchPaymentOutcome.Created,
        PaymentId = entry.PaymentId,
        LineNumber = entry.PaymentId is null ? null : entry.LineNumber,
        DocumentNumber = item.Payment.DocumentNumber,
    };

    /// <summary>What has become of the payments that are under way together.</summary>
    /// <param name="Results">Of each that has come to its end, at its place.</param>
    /// <param name="MayExist">The places of those of which a request may have been executed, whatever its response said.</param>
    private sealed record GroupState(BatchPaymentResult?[] Results, HashSet<int> MayExist)
    {
        public void Remember(List<PlannedPayment> sent, bool isUntouched)
        {
            if (!isUntouched)
            {
                MayExist.UnionWith(sent.Select(planned => planned.Place));
            }
        }
    }
}
