using System.Globalization;
using Financials.Client.Outbox;

namespace Financials.Client.Tests.Outbox;

/// <summary>A table that remembers any number of texts, in memory and beyond.</summary>
public class DiskHashTableTests
{
    /// <summary>Enough to move into a file and to grow there.</summary>
    private const int Many = 150_000;

    [Test]
    public void Table_OfManyTexts_IsADictionary()
    {
        var random = new Random(20170301);
        var expected = new Dictionary<string, long>(StringComparer.Ordinal);
        using var table = new DiskHashTable();
        for (var i = 0; i < Many; i++)
        {
            var text = random.Next(Many).ToString(CultureInfo.InvariantCulture);
            var number = random.NextInt64(0, 1L << 40);
            var isNew = table.Set(text, number);
            if (isNew == expected.ContainsKey(text))
            {
                Assert.Fail($"'{text}' was new, or was not.");
            }

            expected[text] = number;
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Count, Is.EqualTo(expected.Count));
            Assert.That(expected.Where(pair => table.Find(pair.Key) != pair.Value), Is.Empty);
            Assert.That(Enumerable.Range(Many, Many).Where(i => table.Find(i.ToString(CultureInfo.InvariantCulture)) is not null), Is.Empty);
        }
    }

    [Test]
    public void Table_GivenZero_KnowsItFromNothing()
    {
        using var table = new DiskHashTable();

        table.Set("", 0);

        Assert.That((table.Find(""), table.Find(" ")), Is.EqualTo(((long?)0, (long?)null)));
    }

    /// <summary>Neither after its end nor before, where a process that is killed would leave it.</summary>
    [Test]
    public void Table_LargerThanMemory_LeavesNoFileBehind()
    {
        string[] before = [.. Files()];
        using var table = new DiskHashTable();
        for (var i = 0; i < Many; i++)
        {
            table.Set(i.ToString(CultureInfo.InvariantCulture), i);
        }

        if (OperatingSystem.IsWindows())
        {
            table.Dispose();
        }

        Assert.That(Files().Except(before), Is.Empty);

        static IEnumerable<string> Files() => Directory.EnumerateFiles(Path.GetTempPath(), "financials-*.index");
    }
}
