using Financials.Client;

namespace Quickstart;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments
{
    public const string Help = """
        Shows what Financials.Client does, on a sandbox of Business Central in this process:

          dotnet run --project samples/Quickstart

        or in a company of your own. It WRITES to that company and posts: a customer, an invoice, a journal and a payment.
        Posting cannot be undone, so take a company that is there for trials.

          dotnet run --project samples/Quickstart -- --tenant contoso.com --environment sandbox --company "CRONUS USA, Inc."

          --tenant <tenant>          the Microsoft Entra tenant, by its domain or id
          --environment <name>       the environment (default: production)
          --company <name>           the company
          --sales-account <number>   the account that the invoice is for (default: 40100)
          --service <address> --scope <scope>
                                     API v2.0 at another address instead of --tenant: on premises, a gateway, a sandbox
          --documented               the five documented operations of 2017 instead; with --service also on a service of
                                     your own: graph for Microsoft Graph, or an address with its --scope

        Tokens come from DefaultAzureCredential, so sign in with 'az login' or Visual Studio first, or from the variable
        FINANCIALS_TOKEN. Exit codes: 0 done, 2 not what can be done, 3 the service or the sign-in failed.
        """;

    private static readonly string[] WithValue = ["--tenant", "--environment", "--company", "--sales-account", "--service", "--scope"];

    /// <summary>Whether the documented surface is shown, and not API v2.0.</summary>
    public bool IsDocumented { get; private init; }

    /// <summary>The service; null for the sandbox.</summary>
    public FinancialsService? Service { get; private init; }

    /// <summary>The name of the company.</summary>
    public string Company { get; private init; } = "CRONUS USA, Inc.";

    /// <summary>The number of the account that the invoice is for.</summary>
    public string SalesAccount { get; private init; } = "40100";

    /// <returns>What the user asked for; null where it was help.</returns>
    /// <exception cref="UsageException">The arguments cannot be understood or contradict each other.</exception>
    public static Arguments? Parse(IReadOnlyList<string> args)
    {
        if (args.Any(arg => arg is "--help" or "-h"))
        {
            return null;
        }

        var isDocumented = false;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < args.Count; at++)
        {
            var name = args[at];
            if (name == "--documented")
            {
                isDocumented = true;
            }
            else if (!WithValue.Contains(name))
            {
                throw new UsageException($"There is no option {name}.");
            }
            else if (++at == args.Count || string.IsNullOrWhiteSpace(args[at]))
            {
                throw new UsageException($"{name} needs a value.");
            }
            else if (!values.TryAdd(name, args[at]))
            {
                throw new UsageException($"{name} is given twice.");
            }
        }

        var service = ServiceOf(values, isDocumented);
        RequireCompany(values, service);
        var defaults = new Arguments();
        return new()
        {
            IsDocumented = isDocumented,
            Service = service,
            Company = values.GetValueOrDefault("--company", defaults.Company),
            SalesAccount = values.GetValueOrDefault("--sales-account", defaults.SalesAccount),
        };
    }

    private static void RequireCompany(Dictionary<string, string> values, FinancialsService? service)
    {
        if (service is not null && !values.ContainsKey("--company"))
        {
            throw new UsageException("Which company? Give its name: --company <name>.");
        }

        if (service is null && values.Keys.FirstOrDefault() is { } misplaced)
        {
            throw new UsageException($"{misplaced} goes with --tenant or --service.");
        }
    }

    private static FinancialsService? ServiceOf(Dictionary<string, string> values, bool isDocumented)
    {
        var (tenant, address, scope) = (values.GetValueOrDefault("--tenant"), values.GetValueOrDefault("--service"), values.GetValueOrDefault("--scope"));
        if (tenant is not null)
        {
            return isDocumented ? throw new UsageException("--documented goes with --service graph or --service <address>, not with --tenant.")
                : address is not null ? throw new UsageException("Give --tenant or --service, not both.")
                : scope is not null ? throw new UsageException("--scope goes with --service <address>.")
                : FinancialsService.BusinessCentral(tenant, values.GetValueOrDefault("--environment", "production"));
        }

        if (values.ContainsKey("--environment"))
        {
            throw new UsageException("--environment goes with --tenant.");
        }

        if (address == "graph")
        {
            return !isDocumented ? throw new UsageException("Microsoft Graph has the documented surface only: --documented --service graph.")
                : scope is not null ? throw new UsageException("--scope does not go with --service graph, which has its own.")
                : FinancialsService.Graph();
        }

        return address is null ? null : AtAddress(address, scope, isDocumented);
    }

    private static FinancialsService AtAddress(string address, string? scope, bool isDocumented)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !(uri.Scheme == Uri.UriSchemeHttps || uri is { IsLoopback: true, Scheme: "http" }))
        {
            throw new UsageException($"--service has to be an https address{(isDocumented ? " or graph" : "")}, not '{address}'.");
        }

        return scope is null ? throw new UsageException("--service <address> needs --scope <scope>.")
            : isDocumented ? FinancialsService.Documented(uri, scope)
            : FinancialsService.BusinessCentral(uri, scope);
    }
}
