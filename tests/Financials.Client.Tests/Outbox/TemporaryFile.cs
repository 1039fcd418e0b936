namespace Financials.Client.Tests.Outbox;

/// <summary>The name of a file that does not exist yet and is deleted afterwards.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());

    public void Dispose() => File.Delete(Path);
}
