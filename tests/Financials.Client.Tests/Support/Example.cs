namespace Financials.Client.Tests.Support;

/// <summary>The documents' own examples, copied beside the tests; placeholders such as <c>id-value</c> are real values.</summary>
internal static class Example
{
    public static string Read(string name) =>
        File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "Examples", name));
}
