using System.Runtime.InteropServices;
using System.Xml.Linq;
using Financials.Client.Tests.Support;

namespace Financials.Client.Packages.Tests.Support;

/// <summary>An application of <c>Consumers/</c>, copied to a folder that knows nothing of this repository, and published there.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly string _name;
    private readonly string _folder;

    private Consumer(string name)
    {
        _name = name;
        _folder = Directory.CreateTempSubdirectory("consumer-").FullName;
    }

    /// <summary>All files of the published application, in bytes.</summary>
    public long Size => new DirectoryInfo(Published).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    private string Published => Path.Combine(_folder, "published");

    /// <summary>Publishes an application with its runtime, so that it runs on exactly that one.</summary>
    /// <param name="name">The folder of the application.</param>
    /// <param name="framework">Its target framework.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Consumer> PublishAsync(string name, string framework, CancellationToken cancellationToken)
    {
        var consumer = new Consumer(name);
        try
        {
            await consumer.PublishAsync(framework, cancellationToken);
            return consumer;
        }
        catch
        {
            consumer.Dispose();
            throw;
        }
    }

    /// <returns>What the application prints.</returns>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Kills it.</param>
    public async Task<string> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var program = Path.Combine(Published, OperatingSystem.IsWindows() ? $"{_name}.exe" : _name);
        return (await ProgramRun.OfAsync(program, arguments, _folder, cancellationToken)).MustHaveSucceeded();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task PublishAsync(string framework, CancellationToken cancellationToken)
    {
        var templates = Repository.PathOf("tests/Financials.Client.Packages.Tests/Consumers");
        string[] files = [.. Directory.GetFiles(templates), .. Directory.GetFiles(Path.Combine(templates, _name))];
        foreach (var file in files)
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        // Beside the machine's own sources. What its own cache has need not be fetched again.
        new XElement(
            "configuration",
            new XElement("packageSources", Setting("packed", Packed.Feed)),
            new XElement("config", Setting("globalPackagesFolder", Packed.Cache), Setting("signatureValidationMode", "accept")),
            new XElement("fallbackPackageFolders", Setting("machine", MachineCache())))
            .Save(Path.Combine(_folder, "nuget.config"));

        await Packed.DotnetAsync(
            _folder,
            [
                "publish", $"{_name}.csproj", "--output", Published, "--self-contained", "--runtime", RuntimeInformation.RuntimeIdentifier,
                $"-p:ConsumerFramework={framework}", $"-p:PackedVersion={Packed.Version}", $"-p:RepositoryRoot={Repository.Root}/",
            ],
            cancellationToken);
    }

    private static XElement Setting(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));

    private static string MachineCache() => Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages")).FullName;
}
