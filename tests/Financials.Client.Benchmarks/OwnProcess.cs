using System.Diagnostics;

namespace Financials.Client.Benchmarks;

/// <summary>Runs this program once more, in a process of its own.</summary>
internal static class OwnProcess
{
    /// <returns>What it wrote.</returns>
    public static async Task<string> RunAsync(params string[] args)
    {
        // Started by the dotnet host, the process is that host, and the program its argument.
        var host = Environment.ProcessPath!;
        var program = Path.GetFileNameWithoutExtension(host) == "dotnet" ? new[] { typeof(OwnProcess).Assembly.Location } : [];
        var start = new ProcessStartInfo(host, [.. program, .. args]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"The process of {string.Join(' ', args)} ended with {process.ExitCode} and said: {output}");
    }
}
