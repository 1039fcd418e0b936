using System.Diagnostics;

namespace Financials.Client.Packages.Tests.Support;

/// <summary>A program that has been run to its end.</summary>
/// <param name="Command">How it was called.</param>
/// <param name="ExitCode">Its exit code; zero for success.</param>
/// <param name="Output">What it printed, standard output and errors.</param>
internal sealed record ProgramRun(string Command, int ExitCode, string Output)
{
    /// <param name="program">The path or the name of the program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="cancellationToken">Kills it, and what it has started.</param>
    public static async Task<ProgramRun> OfAsync(string program, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        // The build that runs these tests tells its tools where they are, and must not tell those of another build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        // A build must leave no process behind.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new($"{program} {string.Join(' ', start.ArgumentList)}", process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <returns>What the program printed.</returns>
    public string MustHaveSucceeded()
    {
        Assert.That(ExitCode, Is.Zero, () => $"{Command} ended with {ExitCode}:{Environment.NewLine}{Output}");
        return Output;
    }
}
