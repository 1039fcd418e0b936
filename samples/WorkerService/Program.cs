using Financials.Client;
using Financials.Sandbox;
using WorkerService;

var builder = Host.CreateApplicationBuilder(args);
var financials = builder.Services.AddFinancialsClient(builder.Configuration.GetSection("Financials"));

// Without an address in the configuration there is nothing to talk to yet, so the service is a sandbox in this process.
await using var sandbox = builder.Configuration["Financials:BaseAddress"] is null && builder.Configuration["Financials:GraphVersion"] is null
    ? await FinancialsSandbox.StartAsync()
    : null;
if (sandbox is not null)
{
    financials.UseCredential(sandbox.Credential);
    builder.Configuration.AddInMemoryCollection(SandboxDefaults.Of(sandbox));
    await SandboxDefaults.DropAnExampleAsync(sandbox, builder.Configuration["Worker:Inbox"]!);
}

builder.Services.AddOptions<WorkerOptions>().BindConfiguration("Worker").ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<PaymentInbox>();
builder.Services.AddHostedService<InboxWorker>();
builder.AddTelemetry();

await builder.Build().RunAsync();
