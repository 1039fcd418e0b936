using ImportPayments.Arguments;

namespace Financials.Samples.Tests.ImportPayments;

public sealed class ReadmeTests
{
    [Test]
    public void Readme_WhatTheProgramSaysOfItself_IsWhatItSays() =>
        Assert.That(File.ReadAllText(PathOf("README.md")), Does.Contain($"```\n{HelpText.Text.ReplaceLineEndings("\n")}\n```"));

    [Test]
    public void Readme_Folders_AreThose()
    {
        var readme = File.ReadAllText(PathOf("README.md"));
        var folders = Directory.GetDirectories(PathOf("")).Select(Path.GetFileName).Except(["bin", "obj"]);

        Assert.That(folders.Where(folder => !readme.Contains($"| `{folder}/` |", StringComparison.Ordinal)), Is.Empty);
    }

    private static string PathOf(string name)
    {
        var root = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Financials.Client.sln")))
        {
            root = root.Parent ?? throw new DirectoryNotFoundException("These tests read the repository: run them inside a checkout.");
        }

        return Path.Combine(root.FullName, "tools", "ImportPayments", name);
    }
}
