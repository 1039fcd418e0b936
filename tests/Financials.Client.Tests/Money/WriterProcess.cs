using System.Diagnostics;
using System.Globalization;
using Financials.Client.KillTarget;

namespace Financials.Client.Tests.Money;

/// <summary>Another process that creates payments.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process _process;

    private WriterProcess(Process process) => _process = process;

    public bool HasExited => _process.HasExited;

    /// <summary>Starts a process and waits until it is ready.</summary>
    /// <param name="service">The service's address.</param>
    /// <param name="companyId">The company.</param>
    /// <param name="journalId">The journal.</param>
    /// <param name="ledger">The path of the ledger of a batch; null for creates one by one.</param>
    /// <param name="payments">How many payments.</param>
    /// <param name="maxBatchSize">How many payments of a batch go in one request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<WriterProcess> StartAsync(
        Uri service, Guid companyId, Guid journalId, string? ledger, int payments, int maxBatchSize, CancellationToken cancellationToken)
    {
        var process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet",
            [
                Path.Combine(TestContext.CurrentContext.TestDirectory, "Financials.Client.KillTarget.dll"),
                service.AbsoluteUri, companyId.ToString(), journalId.ToString(), ledger ?? "-", payments.ToString(CultureInfo.InvariantCulture),
                maxBatchSize.ToString(CultureInfo.InvariantCulture),
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // Of a process that is killed, the pipes for debuggers would stay behind.
            Environment = { ["DOTNET_EnableDiagnostics"] = "0" },
        })!;
        Assert.That(await process.StandardOutput.ReadLineAsync(cancellationToken), Is.EqualTo("ready"));
        return new(process);
    }

    /// <summary>Lets it begin.</summary>
    public void Begin() => _process.StandardInput.WriteLine();

    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Waits for its end, and reads what it was told of its payments.</summary>
    public async Task<List<WriterResult>> ResultsAsync(CancellationToken cancellationToken)
    {
        var errors = _process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await _process.StandardOutput.ReadToEndAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        Assert.That(_process.ExitCode, Is.Zero, await errors);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(WriterResult.Parse)];
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
