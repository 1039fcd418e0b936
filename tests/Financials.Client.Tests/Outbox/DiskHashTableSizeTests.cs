using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Financials.Client.Outbox;

namespace Financials.Client.Tests.Outbox;

/// <summary>How much a table takes, where its texts are, and what becomes of its file. Linux shows the files that have no name any more.</summary>
[Platform("Linux", Reason = "Only there can files without names be looked at.")]
public class DiskHashTableSizeTests
{
    private const int SlotBytes = 24;

    /// <summary>Half of the slots of the largest table in memory.</summary>
    private const int MostInMemory = 32 * 1024;

    [Test]
    public void Table_Growing_IsInMemoryAtFirstAndThenInAFileOfTwiceItsSlots()
    {
        using var table = new DiskHashTable();
        Fill(table, 0, MostInMemory);
        Assert.That(Files(), Is.Empty, "1.5 MB");

        Fill(table, MostInMemory, MostInMemory + 1);
        Assert.That(Files().Select(LengthOf), Is.EqualTo((long[])[4 * MostInMemory * SlotBytes]));
        Assert.That(Targets(), Has.All.EndsWith(" (deleted)"), "a process that is killed leaves nothing behind");

        Fill(table, MostInMemory + 1, 2 * MostInMemory);
        Assert.That(Files().Select(LengthOf), Is.EqualTo((long[])[4 * MostInMemory * SlotBytes]), "half full");

        Fill(table, 2 * MostInMemory, (2 * MostInMemory) + 1);
        Assert.That(Files().Select(LengthOf), Is.EqualTo((long[])[8 * MostInMemory * SlotBytes]), "the smaller one is gone");

        // A number for a text that has one needs no slot.
        Fill(table, 0, 10);
        Assert.That(table.Count, Is.EqualTo((2 * MostInMemory) + 1));
        table.Dispose();
        Assert.That(Files(), Is.Empty);
    }

    [Test]
    public void Table_WhoseFileIsCutOff_SaysSo()
    {
        using var table = new DiskHashTable();
        Fill(table, 0, MostInMemory + 1);
        Assert.That(Truncate(Files().Single(), length: 0), Is.Zero);

        var error = Assert.Throws<EndOfStreamException>(() => table.Find("0"));

        Assert.That(error.Message, Is.EqualTo("The ledger's temporary index has been cut off by somebody else."));
    }

    /// <summary>A text whose place is the last one, where another is, goes to the first.</summary>
    [Test]
    public void Table_OfTextsThatBelongAtItsEnd_HasThemAll()
    {
        string[] texts = [.. Enumerable.Range(0, 1_000_000).Select(Name).Where(IsOfTheLastPlace).Take(20)];
        using var table = new DiskHashTable();

        foreach (var (number, text) in texts.Index())
        {
            Assert.That(table.Set(text, number), Is.True);
        }

        Assert.That(texts.Select(table.Find), Is.EqualTo(Enumerable.Range(0, texts.Length)));
        Fill(table, 1_000_000, 1_002_000);
        Assert.That(texts.Select(table.Find), Is.EqualTo(Enumerable.Range(0, texts.Length)), "when it has grown");

        static bool IsOfTheLastPlace(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text)) is [0xFF, >= 0xC0, ..];
    }

    private static void Fill(DiskHashTable table, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            table.Set(Name(i), i);
        }
    }

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The numbers of the open files that are indexes.</summary>
    private static List<int> Files() => [.. Directory.EnumerateFiles("/proc/self/fd")
        .Where(path => new FileInfo(path).LinkTarget is { } file && Path.GetFileName(file).StartsWith("financials-", StringComparison.Ordinal))
        .Select(path => int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture))];

    private static IEnumerable<string?> Targets() => Files().Select(file => new FileInfo($"/proc/self/fd/{file}").LinkTarget);

    private static long LengthOf(int file) => Seek(file, offset: 0, from: 2);

    [DllImport("libc", EntryPoint = "lseek")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long Seek(int file, long offset, int from);

    [DllImport("libc", EntryPoint = "ftruncate")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Truncate(int file, long length);
}
