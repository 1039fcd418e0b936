using Azure.Identity;
using Financials.Client;
using Financials.Sandbox;
using Quickstart;

if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Help);
    return args is ["--help" or "-h"] ? 0 : 2;
}

var guide = new Guide(Console.Out);
if (arguments.Service is { } service)
{
    using var client = new FinancialsClient(service, new DefaultAzureCredential());
    guide.Say($"This runs against {service.BaseAddress} and writes to the company {arguments.CompanyId}.");
    await new Tour(client.Companies[arguments.CompanyId], guide).RunAsync();
}
else
{
    await using var sandbox = await FinancialsSandbox.StartAsync();
    using var client = sandbox.CreateClient();
    guide.Say($"A sandbox of the service runs in this process, at {sandbox.BaseAddress}. Nothing leaves this machine.");
    await new Tour(client.Companies[sandbox.Company.Id], guide).RunAsync();
    await new LostAnswer(sandbox, client, guide).RunAsync();
}

guide.End();
return 0;
