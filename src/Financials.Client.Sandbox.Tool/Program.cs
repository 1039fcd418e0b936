using System.Runtime.InteropServices;

namespace Financials.Client.Sandbox.Tool;

/// <summary>The sandbox on its own, until it is interrupted.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (!CommandLine.TryParse(args, out var options, out var problem))
        {
            await Console.Error.WriteLineAsync($"{problem}\n\n{CommandLine.Usage}").ConfigureAwait(false);
            return 2;
        }

        if (options is null)
        {
            Console.WriteLine(CommandLine.Usage);
            return 0;
        }

        try
        {
            await RunAsync(options).ConfigureAwait(false);
            return 0;
        }
        catch (Exception unusable) when (unusable is IOException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(unusable.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private static async Task RunAsync(SandboxOptions options)
    {
        var interrupted = new TaskCompletionSource();
        void Interrupt(PosixSignalContext signal)
        {
            signal.Cancel = true;
            interrupted.TrySetResult();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        var sandbox = await FinancialsSandbox.StartAsync(options).ConfigureAwait(false);
        await using (sandbox.ConfigureAwait(false))
        {
            Console.WriteLine($"""
                The sandbox is running. Press Ctrl+C to stop it.

                  page      {new Uri(sandbox.BaseAddress, "/")}
                  address   {sandbox.BaseAddress}
                  v2.0      {sandbox.BusinessCentralAddress}
                  token     {sandbox.Token}
                  company   {sandbox.Company.Id}  {sandbox.Company.DisplayName}
                  journals  {string.Join(", ", sandbox.Company.Journals.Select(journal => $"{journal.Id} ({journal.Code})"))}
                """);
            await interrupted.Task.ConfigureAwait(false);
        }
    }
}
