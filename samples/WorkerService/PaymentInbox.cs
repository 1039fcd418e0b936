using System.Runtime.CompilerServices;
using System.Text.Json;
using Financials.Client;
using Microsoft.Extensions.Options;

namespace WorkerService;

/// <summary>
/// Works through the files in the inbox, with one ledger for the journal: whatever stops a file, or this process, it is finished later with
/// every payment posted once. Then it moves to the folder <c>done</c>.
/// </summary>
internal sealed partial class PaymentInbox(FinancialsClient client, IOptions<WorkerOptions> options, TimeProvider time, ILogger<PaymentInbox> log)
{
    /// <summary>How long a file that makes no sense is left alone after it was last written: perhaps it is not whole yet.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>In a payment, nothing may be missing.</summary>
    private static readonly JsonSerializerOptions Form =
        new(JsonSerializerOptions.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    private readonly InboxFolders _folders = new(options.Value.Inbox);

    /// <summary>Looks into the inbox once. What cannot be done now is logged, and done later.</summary>
    public async Task EmptyAsync(CancellationToken cancellationToken)
    {
        try
        {
            var files = _folders.Files();
            if (files.Count == 0)
            {
                return;
            }

            var company = await client.Companies.GetByNameAsync(options.Value.Company, cancellationToken);
            var journal = await company.PaymentJournals.GetByCodeAsync(options.Value.Journal, cancellationToken);
            using var ledger = new FilePaymentLedger(options.Value.Ledger ?? _folders.Ledger);
            foreach (var file in files)
            {
                await TakeUpAsync(file, journal.Payments, ledger, cancellationToken);
            }
        }
        catch (Exception failure) when (failure is FinancialsException or IOException or UnauthorizedAccessException)
        {
            LogNotLookedInto(options.Value.Inbox, failure.Message);
        }
    }

    private async Task TakeUpAsync(string file, JournalPaymentsClient payments, FilePaymentLedger ledger, CancellationToken cancellationToken)
    {
        try
        {
            await ImportAsync(file, payments, ledger, cancellationToken);
        }
        catch (Exception failure) when (failure is
            FinancialsException or IOException or UnauthorizedAccessException or InvalidDataException or InvalidOperationException)
        {
            // The file stays where it is, and the ledger says how far it has come.
            LogInterrupted(Path.GetFileName(file), failure.Message);
        }
    }

    private async Task ImportAsync(string file, JournalPaymentsClient payments, FilePaymentLedger ledger, CancellationToken cancellationToken)
    {
        var isSending = false;
        try
        {
            var done = _folders.PlaceFor("done", file);
            var counts = new Dictionary<BatchPaymentOutcome, int>();
            using (var stream = OpenOrNull(file))
            {
                if (stream is null)
                {
                    return;
                }

                // All of it is read once before anything is sent: of a file that is not whole, nothing is.
                await foreach (var payment in ReadAsync(stream, cancellationToken))
                {
                    _ = payment.ToBatchPayment();
                }

                stream.Position = 0;
                using var left = new LeftPayments(done);
                var batch = BatchAsync(stream, left, () => isSending = true, cancellationToken);
                await foreach (var result in payments.CreateAllAsync(batch, ledger, concurrency: 5, cancellationToken))
                {
                    counts[result.Outcome] = counts.GetValueOrDefault(result.Outcome) + 1;
                    if (left.Add(result) is { } reason)
                    {
                        LogLeft(result.Reference, result.Outcome, reason, result.Failure?.ClientRequestId);
                    }
                }
            }

            File.Move(file, done);
            LogDone(
                Path.GetFileName(file),
                counts.GetValueOrDefault(BatchPaymentOutcome.Created) + counts.GetValueOrDefault(BatchPaymentOutcome.Posted),
                counts.GetValueOrDefault(BatchPaymentOutcome.Refused),
                counts.GetValueOrDefault(BatchPaymentOutcome.Unknown));
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException || (wrong is InvalidOperationException && isSending))
        {
            // The file cannot be finished as it is: no list of payments, or one of them twice, or one that was sent as another before.
            PutAside(file, wrong.Message);
        }
    }

    private void PutAside(string file, string reason)
    {
        var name = Path.GetFileName(file);
        if (time.GetUtcNow() - File.GetLastWriteTimeUtc(file) < Patience)
        {
            LogNotWhole(name, reason);
            return;
        }

        File.Move(file, _folders.PlaceFor("unreadable", file));
        LogUnreadable(name, reason);
    }

    /// <summary>Nobody can write to the file while it is open; where somebody already does, it is left for later.</summary>
    private FileStream? OpenOrNull(string file)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.None);
        }
        catch (IOException inUse)
        {
            LogNotWhole(Path.GetFileName(file), inUse.Message);
            return null;
        }
    }

    private static async IAsyncEnumerable<BatchPayment> BatchAsync(
        Stream stream, LeftPayments left, Action begun, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        begun();
        await foreach (var payment in ReadAsync(stream, cancellationToken))
        {
            left.Begin(payment);
            yield return payment.ToBatchPayment();
        }
    }

    private static async IAsyncEnumerable<IncomingPayment> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var payment in JsonSerializer.DeserializeAsyncEnumerable<IncomingPayment>(stream, Form, cancellationToken))
        {
            yield return payment ?? throw new JsonException("A payment is null.");
        }
    }

    [LoggerMessage(LogLevel.Information, "{File}: {Created} payment(s) are in the journal, {Refused} refused, {Unknown} of unknown outcome")]
    private partial void LogDone(string file, int created, int refused, int unknown);

    [LoggerMessage(LogLevel.Warning, "{Reference} is {Outcome}: {Reason} (client request id {ClientRequestId})")]
    private partial void LogLeft(string reference, BatchPaymentOutcome outcome, string reason, string? clientRequestId);

    [LoggerMessage(LogLevel.Information, "{File} is left alone for now, perhaps it is not whole yet: {Reason}")]
    private partial void LogNotWhole(string file, string reason);

    [LoggerMessage(LogLevel.Error, "{File} is not finished and will be taken up again: {Reason}")]
    private partial void LogInterrupted(string file, string reason);

    [LoggerMessage(LogLevel.Error, "{File} cannot be imported as it is and is put aside: {Reason}")]
    private partial void LogUnreadable(string file, string reason);

    [LoggerMessage(LogLevel.Error, "{Inbox} cannot be worked on now and is looked into again: {Reason}")]
    private partial void LogNotLookedInto(string inbox, string reason);
}
