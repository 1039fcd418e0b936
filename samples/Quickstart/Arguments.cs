using Financials.Client;

namespace Quickstart;

/// <summary>What the command line asks for.</summary>
/// <param name="Service">The service; null for the sandbox.</param>
/// <param name="CompanyId">The company, where a service is given.</param>
internal sealed record Arguments(FinancialsService? Service, Guid CompanyId)
{
    public const string Help = """
        Shows what Financials.Client does, on a sandbox in this process:

          dotnet run --project samples/Quickstart

        or on a service of your own. It WRITES to the company: a customer, an invoice, a journal and payments in it.

          dotnet run --project samples/Quickstart -- --service graph --company <id>
          dotnet run --project samples/Quickstart -- --service https://… --scope https://…/.default --company <id>

        Tokens then come from DefaultAzureCredential: sign in with 'az login' or Visual Studio first.
        """;

    /// <returns>Null where the arguments make no sense.</returns>
    public static Arguments? Parse(string[] args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (args[i] is not ("--service" or "--scope" or "--company") || i + 1 == args.Length)
            {
                return null;
            }

            values[args[i]] = args[i + 1];
        }

        if (values.Count == 0)
        {
            return new Arguments(null, default);
        }

        return ServiceOf(values) is { } service && Guid.TryParse(values.GetValueOrDefault("--company"), out var company)
            ? new Arguments(service, company)
            : null;
    }

    private static FinancialsService? ServiceOf(Dictionary<string, string> values) => values.GetValueOrDefault("--service") switch
    {
        "graph" => FinancialsService.Graph(),
        { } address when Uri.TryCreate(address, UriKind.Absolute, out var uri) && values.TryGetValue("--scope", out var scope) =>
            FinancialsService.Documented(uri, scope),
        _ => null,
    };
}
