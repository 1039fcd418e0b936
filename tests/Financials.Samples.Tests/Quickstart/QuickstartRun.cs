using Azure.Core;
using Financials.Client;
using Financials.Client.Sandbox;
using Financials.Client.Tests.Support;
using Quickstart;

namespace Financials.Samples.Tests.Quickstart;

/// <summary>What the quickstart said and ended with.</summary>
internal sealed record QuickstartRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs it on its own sandbox.</summary>
    public static Task<QuickstartRun> OfAsync(params string[] args) => OfAsync(new StaticTokenCredential("nobody-asks-for-it"), args);

    /// <summary>Runs it against a sandbox as if that were a service of one's own.</summary>
    public static Task<QuickstartRun> OnAsync(FinancialsSandbox sandbox, string company = "CRONUS USA, Inc.", TokenCredential? credential = null) => OfAsync(
        credential ?? sandbox.Credential,
        "--service", sandbox.BusinessCentralAddress.AbsoluteUri, "--scope", FinancialsSandbox.Scope, "--company", company);

    /// <summary>Runs it with a credential's tokens, and a clock on which no delay lasts.</summary>
    public static async Task<QuickstartRun> OfAsync(TokenCredential credential, params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var exit = await new QuickstartCommand(output, error, credential, new ManualTime { SkipsDelays = true }).RunAsync(args);
        return new(exit, output.ToString(), error.ToString());
    }
}
