using System.Data.Common;
using Financials.Client;
using Financials.Client.Ledger.Sql;
using Financials.Client.Sandbox;
using WorkerService;

// The settings are beside the program, wherever it is started.
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
var financials = builder.Services.AddFinancialsClient(builder.Configuration.GetSection("Financials"));

// Without a service in the configuration there is nothing to talk to yet, so it is a sandbox of Business Central in this process.
string[] services = ["Tenant", "BaseAddress", "GraphVersion"];
await using var sandbox = services.All(setting => builder.Configuration[$"Financials:{setting}"] is null)
    ? await FinancialsSandbox.StartAsync()
    : null;
if (sandbox is not null)
{
    financials.UseCredential(sandbox.Credential);
    builder.Configuration.AddInMemoryCollection(SandboxDefaults.Of(sandbox));
    await SandboxDefaults.DropAnExampleAsync(sandbox, builder.Configuration["Worker:Inbox"]!);
}
else if (builder.Configuration["FINANCIALS_TOKEN"] is { Length: > 0 } token)
{
    financials.UseCredential(new StaticTokenCredential(token));
}

// One worker has a journal at a time. It loses it when it has written nothing for as long as the lease, which is longer than any attempt takes.
await using var database = WorkerDatabase.Open(builder.Configuration);
builder.Services.AddSingleton<DbDataSource>(database);
builder.Services.AddFinancialsPaymentOutbox(options =>
{
    options.Ledger = new() { Dialect = WorkerDatabase.DialectOf(database), LeaseDuration = builder.Configuration.GetValue<TimeSpan>("Worker:Lease") };
    options.PollingInterval = TimeSpan.FromSeconds(1);
    options.KeepsDone = true;
});

builder.Services.AddOptions<WorkerOptions>().BindConfiguration("Worker").ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<PaymentInbox>();
builder.Services.AddHostedService<InboxWorker>();
builder.AddTelemetry();

var host = builder.Build();
await WorkerDatabase.PrepareAsync(database, host.Services.GetRequiredService<SqlPaymentLedger>());
if (ParkedPayments.IsCommand(args))
{
    return await ParkedPayments.RunAsync(args, host.Services.GetRequiredService<PaymentOutbox>(), Console.Out);
}

await host.RunAsync();
return 0;
