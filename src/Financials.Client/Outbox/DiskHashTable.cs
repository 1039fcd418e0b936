using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Financials.Client.Outbox;

/// <summary>
/// Remembers a number for each of any number of texts in little memory: a small table is in memory, a larger one in a temporary file.
/// Texts are known by 128 bits of their SHA-256, so two of them are never taken for each other. Not thread-safe.
/// </summary>
internal sealed class DiskHashTable : IDisposable
{
    private const int SlotBytes = 24;
    private const int SmallestBits = 10;

    /// <summary>Up to 1.5 MB are kept in memory.</summary>
    private const int MostBitsInMemory = 16;

    private SlotStore _slots = new(SmallestBits);

    public long Count { get; private set; }

    /// <summary>The number of a text; null where it has none.</summary>
    public long? Find(string text)
    {
        Span<byte> slot = stackalloc byte[SlotBytes];
        _slots.Seek(KeyOf(text), slot);
        return ValueIn(slot) is var value and not 0 ? value - 1 : null;
    }

    /// <summary>Gives a text a number, zero or more, instead of any that it has.</summary>
    /// <returns>Whether it had none.</returns>
    public bool Set(string text, long number)
    {
        var key = KeyOf(text);
        Span<byte> slot = stackalloc byte[SlotBytes];
        var index = _slots.Seek(key, slot);
        var isNew = ValueIn(slot) == 0;
        if (isNew && Count >= _slots.Capacity / 2)
        {
            Grow();
            index = _slots.Seek(key, slot);
        }

        Count += isNew ? 1 : 0;
        Fill(slot, key, number + 1);
        _slots.Write(index, slot);
        return isNew;
    }

    public void Dispose() => _slots.Dispose();

    private static UInt128 KeyOf(string text) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static UInt128 KeyIn(ReadOnlySpan<byte> slot) => BinaryPrimitives.ReadUInt128BigEndian(slot);

    /// <summary>The number and one; zero where the slot is free.</summary>
    private static long ValueIn(ReadOnlySpan<byte> slot) => BinaryPrimitives.ReadInt64LittleEndian(slot[16..]);

    private static void Fill(Span<byte> slot, UInt128 key, long value)
    {
        BinaryPrimitives.WriteUInt128BigEndian(slot, key);
        BinaryPrimitives.WriteInt64LittleEndian(slot[16..], value);
    }

    private void Grow()
    {
        var larger = new SlotStore(_slots.Bits + 1);
        Span<byte> slot = stackalloc byte[SlotBytes];
        Span<byte> free = stackalloc byte[SlotBytes];
        for (var index = 0L; index < _slots.Capacity; index++)
        {
            _slots.Read(index, slot);
            if (ValueIn(slot) != 0)
            {
                larger.Write(larger.Seek(KeyIn(slot), free), slot);
            }
        }

        _slots.Dispose();
        _slots = larger;
    }

    /// <summary>A power of two of slots. A text's place follows from the first bits of its key, so a larger table has them in the same order.</summary>
    private sealed class SlotStore : IDisposable
    {
        private readonly byte[]? _memory;
        private readonly SafeFileHandle? _file;

        public SlotStore(int bits)
        {
            Bits = bits;
            Capacity = 1L << bits;
            if (bits <= MostBitsInMemory)
            {
                _memory = new byte[Capacity * SlotBytes];
                return;
            }

            var path = Path.Combine(Path.GetTempPath(), $"financials-{Guid.NewGuid():N}.index");
            _file = File.OpenHandle(
                path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.RandomAccess | (OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : 0));
            if (!OperatingSystem.IsWindows())
            {
                // A process that is killed would leave it behind. Without a name it is gone with the last handle.
                File.Delete(path);
            }

            RandomAccess.SetLength(_file, Capacity * SlotBytes);
        }

        public int Bits { get; }

        public long Capacity { get; }

        /// <summary>Finds the slot of a key, or the free one where it belongs, and reads it.</summary>
        public long Seek(UInt128 key, Span<byte> slot)
        {
            var index = (long)(key >> (128 - Bits));
            while (true)
            {
                Read(index, slot);
                if (ValueIn(slot) == 0 || KeyIn(slot) == key)
                {
                    return index;
                }

                index = (index + 1) & (Capacity - 1);
            }
        }

        public void Read(long index, Span<byte> slot)
        {
            if (_file is null)
            {
                _memory.AsSpan((int)index * SlotBytes, SlotBytes).CopyTo(slot);
            }
            else if (RandomAccess.Read(_file, slot, index * SlotBytes) != SlotBytes)
            {
                throw new EndOfStreamException("The ledger's temporary index has been cut off by somebody else.");
            }
        }

        public void Write(long index, ReadOnlySpan<byte> slot)
        {
            if (_file is null)
            {
                slot.CopyTo(_memory.AsSpan((int)index * SlotBytes, SlotBytes));
            }
            else
            {
                RandomAccess.Write(_file, slot, index * SlotBytes);
            }
        }

        public void Dispose() => _file?.Dispose();
    }
}
