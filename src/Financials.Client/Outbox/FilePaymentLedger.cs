using System.Text;
using System.Text.Json;
using Financials.Client.Outbox;

namespace Financials.Client;

/// <summary>
/// A ledger in a file that is only ever appended to, one line of JSON for each entry, each written through to the disk before
/// it counts. A last line that a crash has cut off is ignored and cut away.
/// </summary>
public sealed class FilePaymentLedger : IPaymentLedger, IDisposable
{
    private readonly FileStream _file;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Opens the ledger, or begins it. No other process can open it meanwhile.</summary>
    /// <param name="path">The file. Use one for each batch.</param>
    /// <exception cref="IOException">The file is in use, for example by another run of the same batch.</exception>
    public FilePaymentLedger(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        });
        CutOffTornLine();
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">A line other than the last is damaged.</exception>
    public async Task<IReadOnlyList<PaymentLedgerEntry>> ReadAsync(CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var bytes = new byte[_file.Length];
            _file.Position = 0;
            await _file.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
            return Parse(Encoding.UTF8.GetString(bytes));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async Task AppendAsync(PaymentLedgerEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(entry, LedgerJsonContext.Default.PaymentLedgerEntry), (byte)'\n'];
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await WriteThroughAsync(line).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _turn.Dispose();
    }

    /// <summary>Writes a whole line or none of it: a full disk, or a caller who gives up, must not leave half of one behind.</summary>
    private async Task WriteThroughAsync(byte[] line)
    {
        var end = _file.Length;
        try
        {
            _file.Position = end;
            await _file.WriteAsync(line, CancellationToken.None).ConfigureAwait(false);
            _file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            _file.SetLength(end);
            throw;
        }
    }

    /// <summary>Only an entry whose append never completed can be cut off, so nothing that counted is lost.</summary>
    private void CutOffTornLine()
    {
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        if (whole < bytes.Length)
        {
            _file.SetLength(whole);
            _file.Flush(flushToDisk: true);
        }
    }

    private static List<PaymentLedgerEntry> Parse(string text)
    {
        var entries = new List<PaymentLedgerEntry>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                var entry = JsonSerializer.Deserialize(line, LedgerJsonContext.Default.PaymentLedgerEntry);
                entries.Add(entry is { Reference: not null, Digest: not null, LineNumber: not 0 } ? entry : throw new JsonException("A member is missing."));
            }
            catch (JsonException damaged)
            {
                throw new InvalidDataException(
                    $"Line {entries.Count + 1} of the ledger is damaged, so it is not known which payments were sent. " +
                    "Compare the journal with the batch by hand before you go on.",
                    damaged);
            }
        }

        return entries;
    }
}
