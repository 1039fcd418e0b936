// A bank calls POST /payments for each payment of a customer. The payment is stored in one transaction with what the application itself
// keeps, so the bank gets its response at once. From there it is sent to Business Central, exactly once, also when that is down for a day.
using System.Data.Common;
using Financials.Client;
using Financials.Client.Ledger.Sql;
using Microsoft.Data.Sqlite;
using PaymentApi;

var builder = WebApplication.CreateBuilder(args);
await using var sandbox = await SandboxDefaults.UseWhereNoServiceIsNamedAsync(builder.Configuration);

// Tokens come from DefaultAzureCredential, unless there is one already: the sandbox's own, or that of another sandbox for a trial.
var financials = builder.Services.AddFinancialsClient(builder.Configuration.GetSection("Financials"));
if ((sandbox?.Token ?? builder.Configuration["FINANCIALS_TOKEN"]) is { Length: > 0 } token)
{
    financials.UseCredential(new StaticTokenCredential(token));
}

var settings = builder.Configuration.GetRequiredSection("Payments").Get<PaymentSettings>()!;
await using var database = SqliteFactory.Instance.CreateDataSource(settings.Database);
builder.Services.AddSingleton<DbDataSource>(database);
builder.Services.AddFinancialsPaymentOutbox(options =>
{
    options.Ledger = new() { Dialect = SqlLedgerDialect.Sqlite };
    options.PollingInterval = TimeSpan.FromSeconds(1);
});
builder.Services.AddHealthChecks().AddCheck<PaymentOutboxHealthCheck>("payments");
builder.Services.AddProblemDetails();
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

var app = builder.Build();
await app.Services.GetRequiredService<SqlPaymentLedger>().EnsureCreatedAsync();
await Deliveries.CreateTableAsync(database);
app.UseExceptionHandler();
app.UseStatusCodePages();
app.MapHealthChecks("/health");

app.MapPost("/payments", async (HttpRequest request, PaymentOutbox outbox, FinancialsClient client, CancellationToken cancellationToken) =>
{
    if (await SignedBody.ReadAsync(request, settings.Secret, cancellationToken) is not { } body)
    {
        return Results.Unauthorized();
    }

    if (PaymentReceived.Read(body, out var problems) is not { } payment)
    {
        return Results.ValidationProblem(problems);
    }

    await using var connection = await database.OpenConnectionAsync(cancellationToken);
    await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
    try
    {
        // Both are stored, or neither is. A payment that the bank delivers once more is known by its reference, and stored once.
        await Deliveries.AddAsync(transaction, payment.Reference, cancellationToken);
        var journal = client.Companies[settings.CompanyId].PaymentJournals[settings.JournalId].Address;
        await outbox.EnqueueAsync(transaction, journal, payment.ToBatchPayment(), cancellationToken: cancellationToken);
    }
    catch (DuplicatePaymentException other)
    {
        return Results.Problem(other.Message, statusCode: StatusCodes.Status409Conflict);
    }

    await transaction.CommitAsync(cancellationToken);
    return Results.Accepted();
});

app.MapGet("/payments/parked", async (PaymentOutbox outbox, CancellationToken cancellationToken) => Results.Ok(
    await outbox.ReadAsync(OutboxPaymentState.Parked, cancellationToken)
        .Select(parked => new { parked.Id, parked.Reference, parked.Reason }).ToListAsync(cancellationToken)));

await app.RunAsync();
