using Financials.Client.Outbox;

namespace Financials.Client.Tests.Outbox;

/// <summary>A directory is written through to the disk, and what cannot be is said.</summary>
[Platform(Exclude = "Win", Reason = "There is nothing to do there.")]
public class DirectoryEntryTests
{
    [Test]
    public void WriteThrough_OfADirectory_LeavesNothingOpen()
    {
        var before = Open();

        for (var i = 0; i < 500; i++)
        {
            DirectoryEntry.WriteThrough(Path.GetTempPath());
        }

        Assert.That(Open(), Is.LessThan(before + 250));

        static int Open() => Directory.Exists("/proc/self/fd") ? Directory.EnumerateFileSystemEntries("/proc/self/fd").Count() : 0;
    }

    [Test]
    public void WriteThrough_OfADirectoryThatIsNotThere_NamesItAndWhy()
    {
        var directory = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "ledgers");

        var error = Assert.Throws<IOException>(() => DirectoryEntry.WriteThrough(directory));

        Assert.That(error.Message, Is.EqualTo($"The directory '{directory}' could not be written through to the disk: {error.InnerException!.Message}"));
        Assert.That(error.InnerException, Is.InstanceOf<System.ComponentModel.Win32Exception>().With.Property("NativeErrorCode").EqualTo(2));
    }

    /// <summary>Its file system has nothing to flush, as some of networks.</summary>
    [Test]
    [Platform("Linux", Reason = "Only there is a directory of that kind.")]
    public void WriteThrough_OfADirectoryWithNothingToFlush_IsDone() => Assert.DoesNotThrow(() => DirectoryEntry.WriteThrough("/proc"));
}
