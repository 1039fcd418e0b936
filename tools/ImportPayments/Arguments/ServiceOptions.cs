using Financials.Client;

namespace ImportPayments.Arguments;

/// <summary>Reads which service is meant, or that it is the sandbox.</summary>
internal static class ServiceOptions
{
    private static readonly string[] OfTheSandbox = ["--data", "--faults", "--seed"];
    private static readonly string[] OfAService = ["--environment", "--scope", "--company", "--journal"];

    /// <summary>The sandbox; null where the user has named a service.</summary>
    /// <param name="options">What the user has written.</param>
    /// <param name="file">The CSV file, beside which the sandbox keeps its data.</param>
    /// <exception cref="UsageException">An option does not go with the others.</exception>
    public static SandboxArguments? SandboxOf(Options options, string file)
    {
        var isSandbox = !options.Has("--tenant") && !options.Has("--service");
        if ((isSandbox ? OfAService : OfTheSandbox).FirstOrDefault(options.Has) is { } misplaced)
        {
            throw new UsageException(isSandbox
                ? $"{misplaced} goes with {(misplaced is "--environment" ? "--tenant" : misplaced is "--scope" ? "--service" : "--tenant or --service")}."
                : $"{misplaced} is for the sandbox; it does not go with --tenant or --service.");
        }

        return isSandbox
            ? new(
                options.Text("--data") ?? file + ".sandbox.json",
                options.Share("--faults"),
                options.Whole("--seed", 0, int.MaxValue, otherwise: 1),
                options.Has("--documented"))
            : null;
    }

    /// <summary>The service that the user has named.</summary>
    /// <param name="options">What the user has written.</param>
    /// <exception cref="UsageException">It cannot be one, or is not wholly named.</exception>
    public static ServiceArguments ServiceOf(Options options)
    {
        var service = options.Text("--tenant") is { } tenant ? OnlineOf(options, tenant) : AtAddressOf(options, options.Text("--service")!);
        return new(
            service,
            options.Text("--company") ?? throw new UsageException("Which company? Give its name: --company <name>."),
            options.Text("--journal") ?? throw new UsageException("Which payment journal? Give its code: --journal <code>."));
    }

    private static FinancialsService OnlineOf(Options options, string tenant) =>
        options.Has("--service") ? throw new UsageException("Give --tenant or --service, not both.")
        : options.Has("--scope") ? throw new UsageException("--scope goes with --service <address>.")
        : options.Has("--documented") ? throw new UsageException("--documented goes with --service graph or --service <address>, not with --tenant.")
        : FinancialsService.BusinessCentral(tenant, options.Text("--environment") ?? "production");

    private static FinancialsService AtAddressOf(Options options, string name)
    {
        var isDocumented = options.Has("--documented");
        if (options.Has("--environment"))
        {
            throw new UsageException("--environment goes with --tenant.");
        }

        if (name == "graph")
        {
            return !isDocumented ? throw new UsageException("Microsoft Graph has the documented surface only: --documented --service graph.")
                : options.Has("--scope") ? throw new UsageException("--scope does not go with --service graph, which has its own.")
                : FinancialsService.Graph();
        }

        if (!Uri.TryCreate(name, UriKind.Absolute, out var address) ||
            !(address.Scheme == Uri.UriSchemeHttps || address is { IsLoopback: true, Scheme: "http" }))
        {
            throw new UsageException($"--service has to be an https address{(isDocumented ? " or graph" : "")}, not '{name}'.");
        }

        var scope = options.Text("--scope") ?? throw new UsageException("--service <address> needs --scope <scope>.");
        return isDocumented ? FinancialsService.Documented(address, scope) : FinancialsService.BusinessCentral(address, scope);
    }
}
