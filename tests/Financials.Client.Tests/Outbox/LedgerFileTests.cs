using System.Text;
using Financials.Client.Outbox;

namespace Financials.Client.Tests.Outbox;

/// <summary>The lines of a ledger's file: however many and however long they are, and whatever a crash or a full disk leaves of the last.</summary>
[CancelAfter(60_000)]
public class LedgerFileTests
{
    /// <summary>The file is read in pieces of this many bytes.</summary>
    private const int Piece = 64 * 1024;

    private const int ChecksumAndSpace = 9;

    /// <summary>Lines that end before, at and after the end of a piece, and some that are longer than one.</summary>
    private static IEnumerable<int[]> Lengths =>
    [
        [.. Enumerable.Repeat(100, 1_000)],
        [Piece - 1, Piece, Piece + 1],
        [Piece / 2, Piece / 2, Piece / 2, Piece / 2],
        [3 * Piece, 20, (2 * Piece) + 1, 20],
        [510, 511, 512, 513, 1_023, 1_024, 1_025],
        [Piece - 20, 20, 20],
        [11],
    ];

    [TestCaseSource(nameof(Lengths))]
    public async Task Load_LinesOfAnyLength_GivesEachAndWhereItBegins(int[] lengths)
    {
        using var file = new TemporaryFile();
        string[] texts = [.. lengths.Select((length, place) => Text(length, place))];
        var begins = await WriteAsync(file.Path, texts);
        using var reopened = new LedgerFile(file.Path);

        var loaded = await LoadAsync(reopened);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(begins, Is.EqualTo(lengths.Select((_, place) => lengths.Take(place).Sum(length => (long)length))));
            Assert.That(loaded.Select(line => line.Text), Is.EqualTo(texts));
            Assert.That(loaded.Select(line => line.Offset), Is.EqualTo(begins));
            Assert.That(reopened.End, Is.EqualTo(lengths.Sum()));
        }

        foreach (var (place, text) in texts.Index())
        {
            var (record, next) = await reopened.ReadAsync(begins[place], Encoding.UTF8.GetString, CancellationToken.None);
            if (record != text || next != begins[place] + lengths[place])
            {
                Assert.Fail($"Line {place + 1} was read as another, or ends elsewhere: {next}.");
            }
        }
    }

    [Test]
    public async Task Load_LastLineLongerThanAPieceAndTorn_KeepsThoseBefore([Values(1, Piece, Piece + 1, 2 * Piece)] int missing)
    {
        using var file = new TemporaryFile();
        await WriteAsync(file.Path, [Text(50, 0), Text(3 * Piece, 1)]);
        Cut(file.Path, missing);
        using var reopened = new LedgerFile(file.Path);

        var loaded = await LoadAsync(reopened);

        // A line that lacks nothing but its line feed is whole.
        var kept = missing == 1 ? 2 : 1;
        Assert.That(loaded, Has.Count.EqualTo(kept));
        Assert.That(reopened.End, Is.EqualTo(kept == 2 ? 50 + (3 * Piece) : 50));
        Assert.That(new FileInfo(file.Path).Length, Is.EqualTo(reopened.End), "what was cut off is gone");
    }

    [Test]
    public async Task Load_WithAnotherByteForTheLastLineFeed_KeepsTheLineAndMendsIt()
    {
        using var file = new TemporaryFile();
        await WriteAsync(file.Path, [Text(50, 0), Text(60, 1)]);
        var bytes = await File.ReadAllBytesAsync(file.Path);
        await File.WriteAllBytesAsync(file.Path, [.. bytes[..^1], (byte)'\v', 0, 0]);
        using (var reopened = new LedgerFile(file.Path))
        {
            Assert.That(await LoadAsync(reopened), Has.Count.EqualTo(2));
            Assert.That(await reopened.WriteAsync(Encoding.UTF8.GetBytes("next"), CancellationToken.None), Is.EqualTo(110));
        }

        Assert.That((await File.ReadAllBytesAsync(file.Path))[..110], Is.EqualTo(bytes));
    }

    [Test]
    public async Task Load_OfAnEmptyFileOrOneOfZeros_HasNoLines([Values(0, 1, Piece, Piece + 1)] int zeros)
    {
        using var file = new TemporaryFile();
        await File.WriteAllBytesAsync(file.Path, new byte[zeros]);
        using var ledger = new LedgerFile(file.Path);

        Assert.That(await LoadAsync(ledger), Is.Empty);
        Assert.That(await ledger.WriteAsync(Encoding.UTF8.GetBytes("first"), CancellationToken.None), Is.Zero);
        Assert.That(new FileInfo(file.Path).Length, Is.EqualTo(ChecksumAndSpace + 6));
    }

    /// <summary>A line that can be mended is not the only thing that is wrong: what comes before has to be right.</summary>
    [Test]
    public async Task Load_WithADamagedLineBeforeATornOne_NamesTheDamagedOne()
    {
        using var file = new TemporaryFile();
        await WriteAsync(file.Path, [Text(50, 0), Text(50, 1), Text(50, 2)]);
        var bytes = await File.ReadAllBytesAsync(file.Path);
        bytes[70] ^= 1;
        await File.WriteAllBytesAsync(file.Path, bytes[..^10]);
        using var ledger = new LedgerFile(file.Path);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => LoadAsync(ledger));

        Assert.That(error.Message, Does.StartWith($"Line 2 of the ledger '{file.Path}' is damaged"));
    }

    [Test]
    [Platform("Linux", Reason = "The limit on a file's size is set by a call of this system.")]
    [NonParallelizable] // The limit is the whole process's.
    public async Task Write_DiskFull_LeavesNoPartOfALineAndGoesOnWhenThereIsRoom()
    {
        const int Line = 100_000;
        using var file = new TemporaryFile();
        using var ledger = new LedgerFile(file.Path);
        for (var place = 0; place < 100; place++)
        {
            await ledger.WriteAsync(Encoding.UTF8.GetBytes(Text(Line, place)), CancellationToken.None);
        }

        using (new FileSizeLimit((100 * Line) + 500))
        {
            var fits = await ledger.WriteAsync(Encoding.UTF8.GetBytes(Text(400, 100)), CancellationToken.None);
            await Assert.CatchAsync(() => ledger.WriteAsync(Encoding.UTF8.GetBytes(Text(400, 101)), CancellationToken.None));

            Assert.That((fits, ledger.End), Is.EqualTo((100L * Line, (100L * Line) + 400)));
            Assert.That(new FileInfo(file.Path).Length, Is.EqualTo(ledger.End));
        }

        Assert.That(await ledger.WriteAsync(Encoding.UTF8.GetBytes(Text(400, 101)), CancellationToken.None), Is.EqualTo((100 * Line) + 400));
        ledger.Dispose();
        using var reopened = new LedgerFile(file.Path);
        Assert.That(await LoadAsync(reopened), Has.Count.EqualTo(102));
    }

    /// <summary>Those that come while a group is being written form the next one, and each is told where its line is.</summary>
    [Test]
    public async Task Write_ManyAtATime_TellsEachItsOwnPlace()
    {
        using var file = new TemporaryFile();
        using var ledger = new LedgerFile(file.Path);
        string[] texts = [.. Enumerable.Range(0, 500).Select(place => Text(20 + place, place))];

        var offsets = await Task.WhenAll(texts.Select(text => Task.Run(() => ledger.WriteAsync(Encoding.UTF8.GetBytes(text), CancellationToken.None))));

        foreach (var (place, text) in texts.Index())
        {
            Assert.That((await ledger.ReadAsync(offsets[place], Encoding.UTF8.GetString, CancellationToken.None)).Record, Is.EqualTo(text));
        }
    }

    [Test]
    public async Task Write_SeveralTogether_TellsWhereEachBegins()
    {
        using var file = new TemporaryFile();
        using var ledger = new LedgerFile(file.Path);
        int[] lengths = [40, 30, 20, 50];
        await ledger.WriteAsync(Encoding.UTF8.GetBytes(Text(lengths[0], 0)), CancellationToken.None);

        var offsets = await ledger.WriteAsync([.. lengths.Select((length, place) => Encoding.UTF8.GetBytes(Text(length, place))).Skip(1)], CancellationToken.None);

        Assert.That(offsets, Is.EqualTo((long[])[40, 70, 90]));
    }

    [Test]
    public async Task Load_WithTheFirstLineDamaged_DoesNotTakeItForThatOfAnEarlierVersion([Values] bool isTheFirst)
    {
        using var file = new TemporaryFile();
        await WriteAsync(file.Path, [Text(50, 0), Text(50, 1)]);
        var bytes = await File.ReadAllBytesAsync(file.Path);
        bytes[isTheFirst ? 0 : 50] = (byte)(isTheFirst ? '#' : '{');
        await File.WriteAllBytesAsync(file.Path, bytes);
        using var ledger = new LedgerFile(file.Path);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => LoadAsync(ledger));

        Assert.That(error.Message, Does.StartWith($"Line {(isTheFirst ? 1 : 2)} of the ledger '{file.Path}' is damaged"));
    }

    /// <summary>The checksum of nothing is zero.</summary>
    [TestCase("00000000 ", false)]
    [TestCase("00000000", false)]
    [TestCase("", false)]
    [TestCase("c1d04330 a", true)]
    [TestCase("c1d04330_a", false)]
    [TestCase("c1d0433g a", false)]
    public void TryRead_ALineOfFewCharacters_TakesOnlyAWholeOne(string line, bool isWhole)
    {
        var checksum = 0u;

        Assert.That(LedgerLine.TryRead(Encoding.UTF8.GetBytes(line), ref checksum, out var json), Is.EqualTo(isWhole));
        Assert.That((checksum, Encoding.UTF8.GetString(json)), Is.EqualTo(isWhole ? (0xc1d04330u, "a") : (0u, "")));
    }

    [Test]
    public async Task Read_BehindTheEnd_SaysThatTheFileWasReplaced()
    {
        using var file = new TemporaryFile();
        using var ledger = new LedgerFile(file.Path);
        await ledger.WriteAsync(Encoding.UTF8.GetBytes("first"), CancellationToken.None);

        var error = await Assert.ThrowsAsync<IOException>(() => ledger.ReadAsync(ledger.End, Encoding.UTF8.GetString, CancellationToken.None).AsTask());

        Assert.That(error.Message, Is.EqualTo($"The ledger '{file.Path}' was deleted or replaced while it was in use. Nothing more is sent with it."));
    }

    /// <param name="length">Of its line.</param>
    /// <param name="place">What tells it from others.</param>
    private static string Text(int length, int place) => new((char)('a' + (place % 26)), length - ChecksumAndSpace - 1);

    private static async Task<List<long>> WriteAsync(string path, IEnumerable<string> texts)
    {
        using var ledger = new LedgerFile(path);
        var begins = new List<long>();
        foreach (var text in texts)
        {
            begins.Add(await ledger.WriteAsync(Encoding.UTF8.GetBytes(text), CancellationToken.None));
        }

        return begins;
    }

    private static async Task<List<(long Offset, string Text)>> LoadAsync(LedgerFile ledger)
    {
        var lines = new List<(long Offset, string Text)>();
        await ledger.LoadAsync((offset, json) => lines.Add((offset, Encoding.UTF8.GetString(json))), CancellationToken.None);
        return lines;
    }

    private static void Cut(string path, int bytes)
    {
        using var file = new FileStream(path, FileMode.Open);
        file.SetLength(file.Length - bytes);
    }
}
