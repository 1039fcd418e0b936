using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Financials.Client;
using Financials.Client.Ledger.Sql;
using Microsoft.Extensions.Options;

namespace WorkerService;

/// <summary>
/// Takes the payments of files into the outbox, a file in one transaction: all of its payments, or none. Then the file moves to the folder
/// <c>done</c>. Whatever stops this process in between, a file that is taken in once more adds nothing.
/// </summary>
internal sealed partial class PaymentInbox(
    FinancialsClient client, DbDataSource database, PaymentOutbox outbox, IOptions<WorkerOptions> options, TimeProvider time, ILogger<PaymentInbox> log)
{
    /// <summary>How long a file that makes no sense is left alone after it was last written: perhaps it is not whole yet.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private const int AtATime = 500;

    /// <summary>In a payment, nothing may be missing.</summary>
    private static readonly JsonSerializerOptions Form =
        new(JsonSerializerOptions.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    private readonly InboxFolders _folders = new(options.Value.Inbox);
    private PaymentJournalAddress? _journal;

    /// <summary>Looks into the inbox once. What cannot be done now is logged, and done later.</summary>
    public async Task EmptyAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var file in _folders.Files())
            {
                _journal ??= await FindJournalAsync(cancellationToken);
                await TakeInAsync(file, _journal, cancellationToken);
            }
        }
        catch (Exception failure) when (failure is FinancialsException or IOException or UnauthorizedAccessException or DbException)
        {
            LogNotLookedInto(options.Value.Inbox, failure.Message);
        }
    }

    private async Task<PaymentJournalAddress> FindJournalAsync(CancellationToken cancellationToken)
    {
        var company = await client.Companies.GetByNameAsync(options.Value.Company, cancellationToken);
        return (await company.PaymentJournals.GetByCodeAsync(options.Value.Journal, cancellationToken)).Address;
    }

    private async Task TakeInAsync(string file, PaymentJournalAddress journal, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(file);
        try
        {
            int count;
            using (var stream = OpenOrNull(file))
            {
                if (stream is null)
                {
                    return;
                }

                count = await EnqueueAsync(stream, journal, cancellationToken);
            }

            File.Move(file, _folders.PlaceFor("done", file));
            LogTakenIn(name, count);
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or DuplicatePaymentException)
        {
            // No list of payments, or one of them is there already with other values. Nothing of the file was taken in.
            PutAside(file, wrong.Message);
        }
    }

    private async Task<int> EnqueueAsync(Stream stream, PaymentJournalAddress journal, CancellationToken cancellationToken)
    {
        var count = 0;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await foreach (var payments in ReadAsync(stream, cancellationToken).Chunk(AtATime).WithCancellation(cancellationToken))
        {
            await outbox.EnqueueAsync(transaction, journal, payments, cancellationToken: cancellationToken);
            count += payments.Length;
        }

        await transaction.CommitAsync(cancellationToken);
        return count;
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

    private static async IAsyncEnumerable<BatchPayment> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var payment in JsonSerializer.DeserializeAsyncEnumerable<IncomingPayment>(stream, Form, cancellationToken))
        {
            yield return (payment ?? throw new JsonException("A payment is null.")).ToBatchPayment();
        }
    }

    [LoggerMessage(LogLevel.Information, "{File}: {Count} payment(s) taken in")]
    private partial void LogTakenIn(string file, int count);

    [LoggerMessage(LogLevel.Information, "{File} is left alone for now, perhaps it is not whole yet: {Reason}")]
    private partial void LogNotWhole(string file, string reason);

    [LoggerMessage(LogLevel.Error, "{File} cannot be taken in as it is and is put aside: {Reason}")]
    private partial void LogUnreadable(string file, string reason);

    [LoggerMessage(LogLevel.Error, "{Inbox} cannot be worked on now and is looked into again: {Reason}")]
    private partial void LogNotLookedInto(string inbox, string reason);
}
