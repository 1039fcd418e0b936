using System.Globalization;
using Financials.Client.Dialects;
using Financials.Client.Queries;
using Financials.Client.Transport;

namespace Financials.Client.Operations;

/// <summary>
/// Creates a payment in a journal at most once. Its line number is its key as long as the journal is not posted: posting deletes the
/// lines, and their numbers become free. So a payment whose line is not there is retried only where something proves that it was not
/// posted; where nothing does, the outcome is unknown.
/// </summary>
/// <param name="context">The client.</param>
/// <param name="payments">The journal's payments.</param>
/// <param name="entries">The company's posted entries.</param>
/// <param name="payment">What to create, with its line number.</param>
/// <param name="request">The request that creates it.</param>
/// <param name="before">What was known of the journal before the payment was first sent.</param>
/// <param name="deadline">The end of the call.</param>
internal sealed class CreatePaymentOperation(
    OperationContext context,
    EntityEndpoint<CustomerPayment> payments,
    EntityEndpoint<GeneralLedgerEntry> entries,
    CustomerPayment payment,
    ServiceRequest request,
    JournalEvidence before,
    Deadline deadline)
    : CreateOperation<CustomerPayment>(context, payments, NaturalKeys.OfJournalPayment, payment, request, deadline)
{
    /// <summary>Whether the line number was chosen by an allocator whose numbers nobody else chooses.</summary>
    public bool OwnsLineNumber { get; init; }

    /// <summary>Whether no other payment has this document number.</summary>
    public bool OwnsDocumentNumber { get; init; }

    protected override bool OwnsKey => OwnsLineNumber;

    protected override bool KeyCanBecomeFree => true;

    /// <summary>Whether a result says that the payment was posted: it has no id and no line any more.</summary>
    public static bool IsPosted(CustomerPayment created) => created.Id is null;

    protected override async ValueTask<Verdict<CustomerPayment>?> JudgeAbsenceAsync(FinancialsException? lost, CancellationToken cancellationToken)
    {
        if (before.Line is { } line)
        {
            var seen = await AttemptAsync(Endpoint.Get(line), Endpoint.Entity, line, cancellationToken).ConfigureAwait(false);
            if (seen.IsSuccess)
            {
                return null;
            }

            if (seen.Failure is not FinancialsNotFoundException)
            {
                return Unknown(lost ?? seen.Failure, $"It is not in the journal, and whether that was posted could not be read ({seen.Failure.Message})", seen.CanRetry);
            }
        }

        return before.LastEntry is { } last
            ? await JudgeByEntriesAsync(lost, last, cancellationToken).ConfigureAwait(false)
            : Unknown(lost ?? NotThere(), "It is not in the journal, and it cannot be read whether the journal was posted meanwhile", canRetry: false);
    }

    private async ValueTask<Verdict<CustomerPayment>?> JudgeByEntriesAsync(FinancialsException? lost, int last, CancellationToken cancellationToken)
    {
        var newest = await FirstAsync(() => entries.Highest(nameof(GeneralLedgerEntry.EntryNumber)), cancellationToken).ConfigureAwait(false);
        if (!newest.IsSuccess)
        {
            return Unread(lost, newest);
        }

        if (newest.Result?.EntryNumber is not { } now || now <= last)
        {
            return null;
        }

        if (Entity.DocumentNumber is not { } document)
        {
            return Unknown(lost ?? NotThere(), "It is not in the journal, and something was posted since. Without a document number it cannot be told from other payments", canRetry: false);
        }

        var posted = await OfDocumentAsync(document, last, cancellationToken).ConfigureAwait(false);
        if (!posted.IsSuccess)
        {
            return Unread(lost, posted);
        }

        if (posted.Result is not null)
        {
            return OwnsDocumentNumber
                ? Verdict<CustomerPayment>.Success(Entity with { LineNumber = null }, posted.Status)
                : Unknown(lost ?? NotThere(), $"It is not in the journal, and a payment with its document number {document} was posted since: it may be this one", canRetry: false);
        }

        // A journal can have a number series of its own for what is posted. Only where another of its lines has kept its number, it has none.
        var kept = before.LineDocument is { } other ? await OfDocumentAsync(other, last, cancellationToken).ConfigureAwait(false) : posted;
        return !kept.IsSuccess ? Unread(lost, kept)
            : kept.Result is not null ? null
            : Unknown(
                lost ?? NotThere(),
                $"It is neither in the journal nor posted with its document number {document}, but something was posted since, and may have got another number",
                canRetry: false);
    }

    private ValueTask<Verdict<GeneralLedgerEntry>> OfDocumentAsync(string document, int last, CancellationToken cancellationToken) => FirstAsync(
        () => entries.List(
            new QueryText
            {
                Filter = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Name(nameof(GeneralLedgerEntry.DocumentNumber))} eq {FilterLiteral.Of(Stored(document))} and {Name(nameof(GeneralLedgerEntry.EntryNumber))} gt {last}"),
                Top = 1,
            },
            pageSize: null),
        cancellationToken);

    /// <summary>The first entry that a query finds; null as a success where there is none.</summary>
    private async ValueTask<Verdict<GeneralLedgerEntry>> FirstAsync(Func<ServiceRequest> query, CancellationToken cancellationToken)
    {
        // A service without entries refuses already when it is asked what they are called.
        var request = Prepare(query);
        if (!request.IsSuccess)
        {
            return request.As<GeneralLedgerEntry>();
        }

        var page = await AttemptAsync(request.Result!, entries.Page, cancellationToken).ConfigureAwait(false);
        return page.IsSuccess ? Verdict<GeneralLedgerEntry>.Success(page.Result!.Items is [var first, ..] ? first : null, page.Status) : page.As<GeneralLedgerEntry>();
    }

    private Verdict<CustomerPayment> Unread(FinancialsException? lost, Verdict<GeneralLedgerEntry> read) => Unknown(
        lost ?? read.Failure!, $"It is not in the journal, and the posted entries could not be read ({read.Failure!.Message})", read.CanRetry);

    private FinancialsException NotThere() => FinancialsException.Of("The payment is not in the journal.", FactsOf(Request), cause: null);

    private string Name(string property) => entries.Properties.WireName(property);

    private static string Stored(string code) => code.Trim(' ').ToUpperInvariant();
}
