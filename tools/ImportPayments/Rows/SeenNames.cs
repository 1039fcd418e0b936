using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ImportPayments.Rows;

/// <summary>
/// Which names a file has had so far, and in which rows: a hash table in a temporary file, so that memory does not grow with the file.
/// Names are known by 128 bits of their SHA-256, so two of them are never taken for each other.
/// </summary>
internal sealed class SeenNames : IDisposable
{
    /// <summary>The digest, and the row after it; zeros where the slot is free.</summary>
    private const int SlotBytes = 20;

    private const int DigestBytes = 16;

    /// <summary>The shortest row that can be imported has more bytes than this for each name in it.</summary>
    private const int FewestBytesOfAName = 8;

    private readonly SafeFileHandle _slots;
    private readonly long _capacity;
    private long _count;

    /// <param name="fileLength">The length of the file in bytes.</param>
    public SeenNames(long fileLength)
    {
        _capacity = (fileLength / FewestBytesOfAName) + 2;
        var path = Path.Combine(Path.GetTempPath(), $"import-{Guid.NewGuid():N}.names");
        _slots = File.OpenHandle(
            path,
            FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose | FileOptions.RandomAccess);
        if (!OperatingSystem.IsWindows())
        {
            // Only Windows deletes the file of a process that is killed. Elsewhere a file can do without its name.
            File.Delete(path);
        }

        RandomAccess.SetLength(_slots, _capacity * SlotBytes);
    }

    /// <returns>The row that had the name before; null where this is the first.</returns>
    /// <exception cref="IOException">There are more names than a file of this length can have.</exception>
    public int? FirstRowOf(string name, int row)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, DigestBytes);
        Span<byte> slot = stackalloc byte[SlotBytes];
        for (var index = (long)(BinaryPrimitives.ReadUInt64LittleEndian(digest) % (ulong)_capacity); ; index = (index + 1) % _capacity)
        {
            RandomAccess.Read(_slots, slot, index * SlotBytes);
            var first = BinaryPrimitives.ReadInt32LittleEndian(slot[DigestBytes..]);
            if (first == 0)
            {
                Add(index, digest, row);
                return null;
            }

            if (digest.SequenceEqual(slot[..DigestBytes]))
            {
                return first;
            }
        }
    }

    public void Dispose() => _slots.Dispose();

    private void Add(long index, ReadOnlySpan<byte> digest, int row)
    {
        if (++_count == _capacity)
        {
            throw new IOException("The file has grown while it was read. Run the same command again.");
        }

        Span<byte> slot = stackalloc byte[SlotBytes];
        digest.CopyTo(slot);
        BinaryPrimitives.WriteInt32LittleEndian(slot[DigestBytes..], row);
        RandomAccess.Write(_slots, slot, index * SlotBytes);
    }
}
