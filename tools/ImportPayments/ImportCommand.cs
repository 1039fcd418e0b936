using Azure.Identity;
using Financials.Client;
using ImportPayments.Arguments;
using ImportPayments.Csv;
using ImportPayments.Import;
using ImportPayments.Output;
using ImportPayments.Service;
using Spectre.Console;

namespace ImportPayments;

/// <summary>The program: what it was asked for, done, and said in an exit code.</summary>
/// <param name="screen">Where it writes to.</param>
/// <param name="interruption">The user's wish to stop.</param>
/// <param name="time">The clock.</param>
internal sealed class ImportCommand(Screen screen, Interruption interruption, TimeProvider time)
{
    /// <param name="args">The command line.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        try
        {
            if (ArgumentParser.Parse(args) is not { } arguments)
            {
                screen.Out.WriteLine(HelpText.Text);
                return ExitCode.AllImported;
            }

            if (arguments.WriteExample)
            {
                ExampleFile.Write(arguments.File, arguments.ExampleRows);
                screen.Out.WriteLine($"'{arguments.File}' is written. Import it into the sandbox: ImportPayments {arguments.File}");
                return ExitCode.AllImported;
            }

            return await ImportAsync(arguments);
        }
        catch (UsageException wrong)
        {
            screen.Error.WriteLine($"{wrong.Message} See --help.");
            return ExitCode.BadInput;
        }
        catch (Exception bad) when (bad is CsvFormatException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            screen.Error.WriteLine(bad.Message);
            return ExitCode.BadInput;
        }
        catch (FinancialsUnauthorizedException noToken) when (noToken.InnerException is CredentialUnavailableException)
        {
            // What each of Azure's credentials has to say would fill a screen; none of them is set up.
            screen.Error.WriteLine($"Nobody is signed in. Run 'az login' or sign in to Visual Studio, or put a token into the variable {RealService.TokenVariable}.");
            return ExitCode.StoppedByService;
        }
        catch (FinancialsException failure)
        {
            screen.Error.WriteLine(failure.Message);
            return ExitCode.StoppedByService;
        }
        catch (OperationCanceledException) when (interruption.Now.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
    }

    private async Task<int> ImportAsync(ImportArguments arguments)
    {
        IProgressDisplay progress = screen.IsTerminal
            ? new TerminalProgress(AnsiConsole.Console)
            : new PlainProgress(screen.Out, time);
        return await new PaymentImport(arguments, screen, progress, interruption, time, OpenAsync).RunAsync();

        Task<Target> OpenAsync(CancellationToken cancellationToken) => arguments.Service is { } service
            ? RealService.OpenAsync(service, arguments.Concurrency, cancellationToken)
            : OwnSandbox.OpenAsync(arguments.Sandbox!, arguments.Concurrency, cancellationToken);
    }
}
