using System.Text.RegularExpressions;
using Financials.Client.Packages.Tests.Support;
using Financials.Client.Tests.Support;

namespace Financials.Client.Packages.Tests;

/// <summary>The packages, packed once in a run: Release, and in folders of their own, so that no other build is touched.</summary>
[SetUpFixture]
public static partial class Packed
{
    /// <summary>A version that no feed has, so that an application cannot get another package than the one just packed.</summary>
    public const string Version = "0.0.0-packed";

    /// <summary>Reporting these, NuGet did not reach its feed or the feed does not have a package.</summary>
    private static readonly string[] FeedErrors = ["NU1101", "NU1102", "NU1301"];

    /// <summary>The folder of the package files.</summary>
    internal static string Feed { get; } = PathOf("feed");

    /// <summary>The packages that applications restore: those of other people are kept from run to run.</summary>
    internal static string Cache { get; } = PathOf("cache");

    [OneTimeSetUp]
    public static async Task PackAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        foreach (var folder in Directory.Exists(Cache) ? Directory.GetDirectories(Cache, "financials.client*") : [])
        {
            Directory.Delete(folder, recursive: true);
        }

        if (Directory.Exists(Feed))
        {
            Directory.Delete(Feed, recursive: true);
        }

        // The build of these tests has run the analysers.
        await DotnetAsync(
            Repository.Root,
            ["pack", "Packages.slnf", "-c", "Release", "--artifacts-path", PathOf("build"), "--output", Feed, $"-p:PackageVersion={Version}", "-p:RunAnalyzers=false"],
            patience.Token);
    }

    /// <summary>Runs a command of the SDK, and skips the test where it cannot have a package that it needs; but not in CI.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="cancellationToken">Kills it.</param>
    internal static async Task DotnetAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var run = await ProgramRun.OfAsync(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [.. arguments, "-v", "quiet", "-p:UseSharedCompilation=false"],
            folder,
            cancellationToken);
        if (run.ExitCode != 0 && Environment.GetEnvironmentVariable("CI") != "true" && MissingPackage(run.Output) is { } missing)
        {
            // The feed of this machine lacks a package, which says nothing of ours. In CI it fails.
            Assert.Ignore(missing);
        }

        run.MustHaveSucceeded();
    }

    private static string? MissingPackage(string output) => ErrorLine().Matches(output)
        .Where(error => FeedErrors.Contains(error.Groups["code"].Value) && !error.Value.Contains("Financials.Client", StringComparison.Ordinal))
        .Select(error => error.Groups["text"].Value)
        .FirstOrDefault();

    private static string PathOf(string name) => Path.Combine(TestContext.CurrentContext.WorkDirectory, "packages", name);

    [GeneratedRegex(@"error (?<code>NU\d+): (?<text>.+)")]
    private static partial Regex ErrorLine();
}
