using System.Text.Json;
using Financials.Client;
using Microsoft.Extensions.Options;

namespace WorkerService;

/// <summary>
/// Works through the files in the inbox. Each has a ledger beside it, so that a file whose worker was stopped, or lost its
/// connection, is finished later with every payment posted once. Then it moves to the folder <c>done</c>.
/// </summary>
internal sealed partial class PaymentInbox(FinancialsClient client, IOptions<WorkerOptions> options, ILogger<PaymentInbox> log)
{
    /// <summary>In a payment, nothing may be missing.</summary>
    private static readonly JsonSerializerOptions Form =
        new(JsonSerializerOptions.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    private readonly WorkerOptions _options = options.Value;

    public async Task EmptyAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_options.Inbox);
        foreach (var file in Directory.EnumerateFiles(_options.Inbox, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                await WorkOnAsync(file, cancellationToken);
            }
            catch (Exception failure) when (failure is FinancialsException or IOException or UnauthorizedAccessException or InvalidDataException)
            {
                // The file stays where it is, and its ledger says how far it has come.
                LogInterrupted(Path.GetFileName(file), failure.Message);
            }
            catch (Exception wrong) when (wrong is JsonException or ArgumentException or InvalidOperationException)
            {
                // The file cannot be finished as it is. Its ledger stays, for the corrected file of the same name to go on from.
                LogUnreadable(Path.GetFileName(file), wrong.Message);
                MoveTo("unreadable", file);
            }
        }
    }

    private async Task WorkOnAsync(string file, CancellationToken cancellationToken)
    {
        var ledgerFile = file + ".ledger";
        var (created, refused) = (0, 0);
        var company = await client.Companies.GetByNameAsync(_options.Company, cancellationToken);
        var journal = await company.PaymentJournals.GetByCodeAsync(_options.Journal, cancellationToken);
        using (var ledger = new FilePaymentLedger(ledgerFile))
        {
            await foreach (var result in journal.Payments.CreateAllAsync(ReadAsync(file, cancellationToken), ledger, concurrency: 5, cancellationToken))
            {
                if (result.Refusal is { } refusal)
                {
                    refused++;
                    LogRefused(result.Reference, refusal.Message, refusal.ClientRequestId);
                }
                else
                {
                    created++;
                }
            }
        }

        // The file goes first: left behind without its ledger, it would be imported a second time.
        MoveTo("done", file);
        MoveTo("done", ledgerFile);
        LogDone(Path.GetFileName(file), created, refused);
    }

    private static async IAsyncEnumerable<BatchPayment> ReadAsync(
        string file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        await foreach (var payment in JsonSerializer.DeserializeAsyncEnumerable<IncomingPayment>(stream, Form, cancellationToken))
        {
            yield return payment?.ToBatchPayment() ?? throw new JsonException("A payment is null.");
        }
    }

    private void MoveTo(string folder, string file)
    {
        var target = Path.Combine(_options.Inbox, folder);
        Directory.CreateDirectory(target);
        File.Move(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
    }

    [LoggerMessage(LogLevel.Information, "{File}: {Created} payment(s) are in the journal, {Refused} refused")]
    private partial void LogDone(string file, int created, int refused);

    [LoggerMessage(LogLevel.Warning, "{Reference} was refused: {Reason} (client request id {ClientRequestId})")]
    private partial void LogRefused(string reference, string reason, string? clientRequestId);

    [LoggerMessage(LogLevel.Error, "{File} is not finished and will be taken up again: {Reason}")]
    private partial void LogInterrupted(string file, string reason);

    [LoggerMessage(LogLevel.Error, "{File} cannot be imported as it is and is put aside: {Reason}")]
    private partial void LogUnreadable(string file, string reason);
}
