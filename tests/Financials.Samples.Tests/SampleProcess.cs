using System.Diagnostics;

namespace Financials.Samples.Tests;

/// <summary>A sample, run as a person runs it: as a program of its own.</summary>
internal static class SampleProcess
{
    /// <summary>Runs a sample to its end.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(string sample, string[] arguments, CancellationToken cancellationToken) =>
        ToItsEndAsync(Start(sample, arguments), cancellationToken);

    /// <summary>Builds a sample that is one file, and runs it to its end.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunFileAsync(string path, CancellationToken cancellationToken) =>
        ToItsEndAsync(StartDotnet(["run", path], AppContext.BaseDirectory), cancellationToken);

    private static async Task<(int ExitCode, string Output, string Errors)> ToItsEndAsync(Process process, CancellationToken cancellationToken)
    {
        using var end = process;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Starts a sample, reads what it says up to a line with a text, and ends it.</summary>
    /// <param name="sample">The sample's name.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="text">What it says last.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="folder">Where it is started. Default: null, for where it is.</param>
    /// <returns>What it said.</returns>
    public static async Task<string> RunUntilAsync(
        string sample, string[] arguments, string text, CancellationToken cancellationToken, string? folder = null)
    {
        using var process = Start(sample, arguments, folder);
        var said = new List<string>();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                said.Add(line);
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return string.Join('\n', said);
                }
            }

            throw new AssertionException($"The sample ended without saying '{text}'. It said: {string.Join('\n', said)}");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>Starts a sample, and ends it when something is so.</summary>
    /// <param name="sample">The sample's name.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="isSo">Whether it is so.</param>
    /// <param name="folder">Where it is started.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task RunUntilAsync(string sample, string[] arguments, Func<bool> isSo, string folder, CancellationToken cancellationToken)
    {
        using var process = Start(sample, arguments, folder);
        try
        {
            while (!isSo())
            {
                Assert.That(process.HasExited, Is.False, "The sample has ended by itself.");
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>Starts a sample.</summary>
    public static Process Start(string sample, string[] arguments, string? folder = null) =>
        StartDotnet([Path.Combine(AppContext.BaseDirectory, $"{sample}.dll"), .. arguments], folder ?? AppContext.BaseDirectory);

    private static Process StartDotnet(string[] arguments, string folder) => Process.Start(new ProcessStartInfo("dotnet", arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = folder,
    })!;
}
