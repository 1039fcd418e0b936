using System.Text.Json;
using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Storage;

/// <summary>
/// The file that a sandbox keeps its data in. It is written whole, under another name, and then takes the old one's place: a
/// crash leaves the old data or the new, never a part.
/// </summary>
internal sealed class DataFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _claim;

    /// <param name="path">The file; it need not exist yet.</param>
    /// <exception cref="IOException">Another sandbox uses the file, or its folder cannot be written to.</exception>
    public DataFile(string path)
    {
        _path = Path.GetFullPath(path);
        try
        {
            _claim = new FileStream(
                _path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{_path}' cannot be used for the sandbox's data. Is another sandbox using it? {taken.Message}", taken);
        }
    }

    /// <summary>What was written last; null where nothing ever was.</summary>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public JsonObject? Read()
    {
        if (!File.Exists(_path))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(File.ReadAllBytes(_path)) as JsonObject ?? throw new JsonException("It is not a JSON object.");
        }
        catch (JsonException damaged)
        {
            throw Damaged(damaged);
        }
    }

    /// <summary>The error of a file whose content is not a sandbox's data.</summary>
    public InvalidDataException Damaged(Exception reason) => new(
        $"'{_path}' is not a whole data file of the sandbox: {reason.Message} Put a good copy in its place, or move it away to begin anew.", reason);

    /// <summary>Puts new content in the place of the old.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> json)
    {
        var draft = _path + ".new";
        var stream = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(json).ConfigureAwait(false);
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, _path, overwrite: true);
    }

    public void Dispose() => _claim.Dispose();
}
