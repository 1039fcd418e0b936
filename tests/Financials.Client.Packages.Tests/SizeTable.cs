using System.Collections.Concurrent;
using System.Globalization;
using Financials.Client.Packages.Tests.Support;

namespace Financials.Client.Packages.Tests;

/// <summary>How large the packages are, and the applications of this run: written as <c>sizes.md</c> to the folder of the tests' output.</summary>
[SetUpFixture]
public static class SizeTable
{
    private static readonly ConcurrentDictionary<string, long> Sizes = new();

    /// <param name="name">What was measured.</param>
    /// <param name="bytes">Its size.</param>
    internal static void Add(string name, long bytes) => Sizes[name] = bytes;

    [OneTimeTearDown]
    public static async Task WriteAsync()
    {
        foreach (var package in Package.All.Select(id => new Package(id)).Where(package => File.Exists(package.Path)))
        {
            Add($"the package {package.Id}", new FileInfo(package.Path).Length);
        }

        string[] lines =
        [
            "| of | KB |", "|---|---:|",
            .. Sizes.OrderBy(size => size.Key, StringComparer.Ordinal)
                .Select(size => string.Create(CultureInfo.InvariantCulture, $"| {size.Key} | {size.Value / 1024.0:N0} |")),
        ];
        await File.WriteAllLinesAsync(Path.Combine(TestContext.CurrentContext.WorkDirectory, "sizes.md"), lines);
        await TestContext.Progress.WriteLineAsync(string.Join(Environment.NewLine, lines));
    }
}
