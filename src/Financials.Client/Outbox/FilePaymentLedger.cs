using System.Runtime.CompilerServices;
using System.Text.Json;
using Financials.Client.Outbox;

namespace Financials.Client;

/// <summary>
/// A ledger in a file that is only ever appended to, one line of JSON for each entry, each with a checksum and written through to the
/// disk before it counts. A last line that a crash has cut off is ignored and cut away; a damaged one is an error. It takes little memory
/// whatever its size: beyond some 30,000 payments it keeps an index in the directory for temporary files.
/// </summary>
public sealed class FilePaymentLedger : PaymentLedger, IDisposable
{
    private readonly LedgerFile _file;
    private readonly DiskHashTable _lastLines = new();
    private readonly object _gate = new();
    private LedgerHeader? _header;
    private PaymentLineNumbers? _lineNumbers;
    private bool _isLoaded;
    private bool _isInUse;

    /// <summary>Opens the ledger, or begins it. No other process can open it meanwhile.</summary>
    /// <param name="path">The file. It belongs to one journal; use one for each journal, or one for each batch.</param>
    /// <exception cref="IOException">The file is in use, for example by another run of the same batch.</exception>
    public FilePaymentLedger(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _file = new LedgerFile(path);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is damaged, or of a version that cannot be read.</exception>
    public override async Task<PaymentLedgerBatch> BeginAsync(PaymentJournalAddress journal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(journal);
        Take();
        try
        {
            await LoadAsync(cancellationToken).ConfigureAwait(false);
            if (_header is null)
            {
                var header = new LedgerHeader
                {
                    Format = LedgerHeader.CurrentFormat,
                    LedgerId = Guid.NewGuid(),
                    Journal = journal,
                    LineNumberOffset = PaymentLineNumbers.NewOffset(),
                };
                await _file.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(header, LedgerJsonContext.Default.LedgerHeader), cancellationToken).ConfigureAwait(false);
                Begin(header);
            }

            return _header!.Journal == journal ? new LedgerBatch(this, _header, _lineNumbers!) : throw new InvalidOperationException(
                $"The ledger '{_file.Path}' belongs to the {_header.Journal}, and this batch writes to the {journal}. Give it a ledger of its own.");
        }
        catch
        {
            Release();
            throw;
        }
    }

    /// <summary>The last entry of each payment, in the order in which they were written. No batch can use the ledger meanwhile.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or of a version that cannot be read.</exception>
    /// <exception cref="InvalidOperationException">A batch is using the ledger.</exception>
    public async IAsyncEnumerable<PaymentLedgerEntry> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Take();
        try
        {
            await LoadAsync(cancellationToken).ConfigureAwait(false);
            for (var offset = 0L; offset < _file.End;)
            {
                var line = offset;
                (var entry, offset) = await _file.ReadAsync(line, json => line == 0 ? null : Entry(json), cancellationToken).ConfigureAwait(false);
                if (entry is not null && _lastLines.Find(entry.Reference) == line)
                {
                    yield return entry;
                }
            }
        }
        finally
        {
            Release();
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _file.Dispose();
        _lastLines.Dispose();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_isLoaded)
        {
            return;
        }

        await _file.LoadAsync(Keep, cancellationToken).ConfigureAwait(false);
        _isLoaded = true;

        void Keep(long offset, ReadOnlySpan<byte> json)
        {
            if (offset == 0)
            {
                var header = LedgerLine.Record(json, LedgerJsonContext.Default.LedgerHeader);
                Begin(header.Format == LedgerHeader.CurrentFormat ? header : throw LedgerLine.OfALaterVersion(cause: null));
            }
            else
            {
                Remember(Entry(json), offset);
            }
        }
    }

    private void Begin(LedgerHeader header) => (_header, _lineNumbers) = (header, new PaymentLineNumbers(header.LineNumberOffset));

    private void Remember(PaymentLedgerEntry entry, long offset)
    {
        lock (_gate)
        {
            _lastLines.Set(entry.Reference, offset);
            _lineNumbers!.Skip(entry.LineNumber);
        }
    }

    private static PaymentLedgerEntry Entry(ReadOnlySpan<byte> json) => LedgerLine.Record(json, LedgerJsonContext.Default.PaymentLedgerEntry);

    private void Take()
    {
        lock (_gate)
        {
            if (_isInUse)
            {
                throw new InvalidOperationException($"The ledger '{_file.Path}' serves one batch at a time, and another is using it.");
            }

            _isInUse = true;
        }
    }

    private void Release()
    {
        lock (_gate)
        {
            _isInUse = false;
        }
    }

    private sealed class LedgerBatch(FilePaymentLedger ledger, LedgerHeader header, PaymentLineNumbers lineNumbers) : PaymentLedgerBatch
    {
        private bool _isOver;

        public override Guid LedgerId => header.LedgerId;

        public override PaymentLineNumbers LineNumbers => lineNumbers;

        public override async ValueTask<PaymentLedgerEntry?> FindAsync(string reference, CancellationToken cancellationToken = default)
        {
            long? offset;
            lock (ledger._gate)
            {
                offset = ledger._lastLines.Find(reference);
            }

            return offset is { } line ? (await ledger._file.ReadAsync(line, Entry, cancellationToken).ConfigureAwait(false)).Record : null;
        }

        public override Task WriteAsync(PaymentLedgerEntry entry, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(entry);
            return WriteAsync([entry], cancellationToken);
        }

        // They go to the disk together, and with what others write at the same time.
        public override async Task WriteAsync(IReadOnlyList<PaymentLedgerEntry> entries, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(entries);
            ObjectDisposedException.ThrowIf(_isOver, this);
            if (entries.Count == 0)
            {
                return;
            }

            byte[][] records = [.. entries.Select(entry => JsonSerializer.SerializeToUtf8Bytes(entry, LedgerJsonContext.Default.PaymentLedgerEntry))];
            var offsets = await ledger._file.WriteAsync(records, cancellationToken).ConfigureAwait(false);
            for (var place = 0; place < entries.Count; place++)
            {
                ledger.Remember(entries[place], offsets[place]);
            }
        }

        public override ValueTask DisposeAsync()
        {
            if (!_isOver)
            {
                _isOver = true;
                ledger.Release();
            }

            return default;
        }
    }
}
