// Sends the payments of an outbox until it is told to end, or is killed: the database (three arguments), the service's address, the
// lease in seconds, the name of the worker, and how many payments go in one request.
using System.Globalization;
using Financials.Client;
using Financials.Client.Ledger.Sql;
using Financials.Client.Ledger.Sql.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var engine = SqlEngine.Of(args);
await using var database = engine.Open();
var lease = TimeSpan.FromSeconds(double.Parse(args[4], CultureInfo.InvariantCulture));
using var client = new FinancialsClient(
    FinancialsService.BusinessCentral(new Uri(args[3]), "https://service.example/.default"),
    new StaticTokenCredential("token"),
    new FinancialsClientOptions
    {
        Resilience = new()
        {
            MaxBatchSize = int.Parse(args[6], CultureInfo.InvariantCulture),
            AttemptTimeout = lease * 0.6, TotalTimeout = TimeSpan.FromMinutes(2), BaseDelay = TimeSpan.FromMilliseconds(20), MaxDelay = TimeSpan.FromSeconds(1),
        },
    });
var builder = new HostApplicationBuilder();
builder.Services.AddSingleton(database).AddSingleton(client);
builder.Services.AddFinancialsPaymentOutbox(options =>
{
    options.Ledger = new() { Dialect = engine.Dialect, Schema = engine.Schema, LeaseDuration = lease, Owner = args[5] };
    options.PollingInterval = TimeSpan.FromMilliseconds(200);
    options.BaseDelay = TimeSpan.FromMilliseconds(100);
    options.MaxDelay = TimeSpan.FromSeconds(2);
});
await builder.Build().RunAsync();
