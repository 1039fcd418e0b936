using Azure.Core;
using Azure.Identity;
using Financials.Client;
using Financials.Client.Sandbox;

namespace Quickstart;

/// <summary>The program: what it was asked for, shown, and said in an exit code.</summary>
/// <param name="output">Where the guide goes.</param>
/// <param name="error">Where one line goes that says what went wrong.</param>
/// <param name="credential">Where tokens for a service of the user's own come from.</param>
/// <param name="time">The client's clock there; null for the system's.</param>
internal sealed class QuickstartCommand(TextWriter output, TextWriter error, TokenCredential credential, TimeProvider? time = null)
{
    private const int Done = 0;
    private const int CannotBeDone = 2;
    private const int Failed = 3;

    /// <param name="args">The command line.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        try
        {
            if (Arguments.Parse(args) is not { } arguments)
            {
                output.WriteLine(Arguments.Help);
                return Done;
            }

            var guide = new Guide(output, new() { ["arguments.Company"] = arguments.Company, ["arguments.SalesAccount"] = arguments.SalesAccount });
            await (arguments.Service is { } service ? OnServiceAsync(service, arguments, guide) : OnSandboxAsync(arguments, guide));
            guide.End();
            return Done;
        }
        catch (UsageException wrong)
        {
            error.WriteLine($"{wrong.Message} See --help.");
            return CannotBeDone;
        }
        catch (FinancialsUnauthorizedException noToken) when (noToken.InnerException is CredentialUnavailableException)
        {
            // What each of Azure's credentials has to say would fill a screen; none of them is set up.
            error.WriteLine("Nobody is signed in. Run 'az login' or sign in to Visual Studio, or put a token into the variable FINANCIALS_TOKEN.");
            return Failed;
        }
        catch (FinancialsException failure)
        {
            error.WriteLine(failure.Message);
            return Failed;
        }
    }

    private static async Task OnSandboxAsync(Arguments arguments, Guide guide)
    {
        guide.Usings();
        await using FinancialsSandbox sandbox = await guide.ShowAsync(
            nameof(sandbox),
            () => FinancialsSandbox.StartAsync(),
            started => $"runs in this process, at {(arguments.IsDocumented ? started.BaseAddress : started.BusinessCentralAddress)}; nothing leaves this machine");
        if (arguments.IsDocumented)
        {
            using FinancialsClient client = guide.Show(nameof(client), () => sandbox.CreateClient());
            await new DocumentedTour(arguments, guide).RunAsync(await FindAsync(client, arguments, guide));
        }
        else
        {
            using FinancialsClient client = guide.Show(nameof(client), () => sandbox.CreateBusinessCentralClient());
            await new BusinessCentralTour(arguments, guide, sandbox).RunAsync(await FindAsync(client, arguments, guide));
        }
    }

    private async Task OnServiceAsync(FinancialsService service, Arguments arguments, Guide guide)
    {
        guide.Note($"This runs against {service.BaseAddress} and WRITES to the company '{arguments.Company}'.");
        var options = new FinancialsClientOptions { TimeProvider = time ?? TimeProvider.System };
        using FinancialsClient client = guide.Show(nameof(client), () => new FinancialsClient(service, credential, options));
        var company = await FindAsync(client, arguments, guide);
        await (arguments.IsDocumented ? new DocumentedTour(arguments, guide).RunAsync(company) : new BusinessCentralTour(arguments, guide).RunAsync(company));
    }

    private static async Task<CompanyClient> FindAsync(FinancialsClient client, Arguments arguments, Guide guide)
    {
        try
        {
            CompanyClient company = await guide.ShowAsync(nameof(company), () => client.Companies.GetByNameAsync(arguments.Company), result: null);
            return company;
        }
        catch (FinancialsNotFoundException missing)
        {
            throw new UsageException(missing.Message);
        }
    }
}
