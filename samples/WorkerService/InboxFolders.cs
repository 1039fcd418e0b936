using System.Globalization;

namespace WorkerService;

/// <summary>The inbox and the folders in it.</summary>
internal sealed class InboxFolders(string inbox)
{
    /// <summary>The files to import, by name.</summary>
    public IReadOnlyList<string> Files()
    {
        Directory.CreateDirectory(inbox);
        return [.. Directory.EnumerateFiles(inbox, "*.json").Order(StringComparer.Ordinal)];
    }

    /// <summary>Where a file can go without taking the place of an earlier one of its name. The folder is there afterwards.</summary>
    public string PlaceFor(string folder, string file)
    {
        var directory = Directory.CreateDirectory(Path.Combine(inbox, folder)).FullName;
        var (stem, place) = (Path.GetFileNameWithoutExtension(file), Path.Combine(directory, Path.GetFileName(file)));
        for (var number = 2; File.Exists(place); number++)
        {
            place = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}.json"));
        }

        return place;
    }
}
