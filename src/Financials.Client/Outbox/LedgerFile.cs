using Microsoft.Win32.SafeHandles;

namespace Financials.Client.Outbox;

/// <summary>
/// The lines of a ledger, in a file that only grows. Lines that are written at the same time are written through to the disk together.
/// </summary>
internal sealed class LedgerFile : IDisposable
{
    private readonly FileStream _file;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly object _gate = new();
    private Group _next = new();
    private uint _checksum;
    private long _end;

    /// <summary>Opens the file, or begins it.</summary>
    /// <exception cref="IOException">The file is in use.</exception>
    public LedgerFile(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        var isNew = !File.Exists(Path);
        _file = new FileStream(Path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        });
        if (isNew)
        {
            try
            {
                DirectoryEntry.WriteThrough(System.IO.Path.GetDirectoryName(Path)!);
            }
            catch (IOException)
            {
                _file.Dispose();
                throw;
            }
        }
    }

    /// <summary>What is done with each line, given where it begins.</summary>
    public delegate void LineReader(long offset, ReadOnlySpan<byte> json);

    /// <summary>What makes a record of the JSON of a line.</summary>
    public delegate T RecordParser<out T>(ReadOnlySpan<byte> json);

    public string Path { get; }

    /// <summary>Where the next line will begin.</summary>
    public long End => Volatile.Read(ref _end);

    private SafeFileHandle Handle => _file.SafeFileHandle;

    /// <summary>Reads all lines, and cuts off what a crash has left of a last one.</summary>
    /// <exception cref="InvalidDataException">A line is damaged.</exception>
    public async Task LoadAsync(LineReader reader, CancellationToken cancellationToken)
    {
        (_checksum, _end) = (0, 0);
        var buffer = new byte[64 * 1024];
        var (filled, lines) = (0, 0);
        while (await RandomAccess.ReadAsync(Handle, buffer.AsMemory(filled), _end + filled, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            filled += read;
            var used = 0;
            while (buffer.AsSpan(used, filled - used).IndexOf((byte)'\n') is var length and >= 0)
            {
                lines++;
                if (!LedgerLine.TryRead(buffer.AsSpan(used, length), ref _checksum, out var json))
                {
                    throw lines == 1 && buffer[used] == '{' ? OfAnEarlierVersion() : Damaged(lines);
                }

                reader(_end + used, json);
                used += length + 1;
            }

            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            (_end, filled) = (_end + used, filled - used);
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        MendEnd(buffer.AsSpan(0, filled), reader);
    }

    /// <summary>Reads the line that begins at an offset.</summary>
    /// <returns>What was read, and where the next line begins.</returns>
    public async ValueTask<(T Record, long Next)> ReadAsync<T>(long offset, RecordParser<T> parse, CancellationToken cancellationToken)
    {
        var buffer = new byte[512];
        var filled = 0;
        while (await RandomAccess.ReadAsync(Handle, buffer.AsMemory(filled), offset + filled, cancellationToken).ConfigureAwait(false) is var more and > 0)
        {
            filled += more;
            if (buffer.AsSpan(0, filled).IndexOf((byte)'\n') is var length and >= 0)
            {
                return (parse(LedgerLine.JsonOf(buffer.AsSpan(0, length))), offset + length + 1);
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        throw Replaced();
    }

    /// <summary>Writes a record. When the task has completed, it is on the disk.</summary>
    /// <returns>Where its line begins.</returns>
    public async Task<long> WriteAsync(byte[] record, CancellationToken cancellationToken) =>
        (await WriteAsync([record], cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Writes records, together. When the task has completed, they are on the disk.</summary>
    /// <returns>Where the line of each begins.</returns>
    public async Task<ArraySegment<long>> WriteAsync(IReadOnlyList<byte[]> records, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Group group;
        int place;
        lock (_gate)
        {
            group = _next;
            place = group.Records.Count;
            group.Records.AddRange(records);
        }

        // The first of a group writes for all of them, as soon as the group before is on the disk. Nothing cancels it any more.
        if (place == 0)
        {
            await WriteNextAsync(group).ConfigureAwait(false);
        }

        return new(await group.Written.Task.ConfigureAwait(false), place, records.Count);
    }

    public void Dispose()
    {
        _file.Dispose();
        _writing.Dispose();
    }

    private async Task WriteNextAsync(Group group)
    {
        await _writing.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            lock (_gate)
            {
                _next = new Group();
            }

            // On another thread, because a flush holds its own: those who come meanwhile form the next group.
            group.Written.SetResult(await Task.Run(() => WriteThrough(group.Records)).ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            // Each of the group is told.
            group.Written.SetException(failure);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Writes all of the lines or none: a full disk must not leave half of one behind.</summary>
    private long[] WriteThrough(List<byte[]> records)
    {
        var checksum = _checksum;
        var offsets = new long[records.Count];
        using var lines = new MemoryStream();
        for (var place = 0; place < records.Count; place++)
        {
            offsets[place] = _end + lines.Length;
            lines.Write(LedgerLine.Of(records[place], ref checksum));
        }

        // On some systems a file in use can be deleted or replaced, and then what is written here is lost with it.
        if (new FileInfo(Path) is not { Exists: true } file || file.Length != _end)
        {
            throw Replaced();
        }

        try
        {
            RandomAccess.Write(Handle, lines.GetBuffer().AsSpan(0, (int)lines.Length), _end);
            _file.Flush(flushToDisk: true);
        }
        catch
        {
            // Not only an IOException: .NET has another for a file that may not become longer.
            RandomAccess.SetLength(Handle, _end);
            throw;
        }

        (_checksum, _end) = (checksum, _end + lines.Length);
        return offsets;
    }

    /// <summary>
    /// What follows the last line feed is a line whose write never completed, so nothing that counted is lost with it; or, where it is
    /// whole, one whose line feed is missing or damaged. Blocks that a crash has kept from being written are read as zeros.
    /// </summary>
    private void MendEnd(ReadOnlySpan<byte> rest, LineReader reader)
    {
        var line = rest.TrimEnd((byte)0);
        foreach (var whole in (int[])[line.Length, line.Length - 1])
        {
            if (whole > 0 && LedgerLine.TryRead(line[..whole], ref _checksum, out var json))
            {
                reader(_end, json);
                RandomAccess.Write(Handle, "\n"u8, _end + whole);
                _end += whole + 1;
                break;
            }
        }

        if (!rest.IsEmpty)
        {
            RandomAccess.SetLength(Handle, _end);
            _file.Flush(flushToDisk: true);
        }
    }

    private InvalidDataException Damaged(int line) => new(
        $"Line {line} of the ledger '{Path}' is damaged, so it is not known which payments were sent. " +
        "Compare the journal with the batch by hand before you go on.");

    private InvalidDataException OfAnEarlierVersion() => new(
        $"The ledger '{Path}' was written by a version of Financials.Client that did not record which journal a ledger belongs to. " +
        "Finish its batch with that version, or compare the journal with the batch by hand and begin a new ledger for what is missing.");

    private IOException Replaced() => new($"The ledger '{Path}' was deleted or replaced while it was in use. Nothing more is sent with it.");

    private sealed class Group
    {
        public List<byte[]> Records { get; } = [];

        public TaskCompletionSource<long[]> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
