using System.Data.Common;
using Financials.Client;
using Financials.Client.Ledger.Sql;
using Microsoft.Data.Sqlite;

// The address, the scope and the token of a service, a company of it, a journal and a customer.
var service = FinancialsService.BusinessCentral(new Uri(args[0]), args[1]);
using var client = new FinancialsClient(service, new StaticTokenCredential(args[2]));
PaymentJournalClient journal = client.Companies[Guid.Parse(args[3])].PaymentJournals[Guid.Parse(args[4])];

SQLitePCL.Batteries_V2.Init();
await using DbDataSource database = SqliteFactory.Instance.CreateDataSource("Data Source=payments.db");
var options = new SqlLedgerOptions { Dialect = SqlLedgerDialect.Sqlite };
var ledger = new SqlPaymentLedger(database, options);
await ledger.EnsureCreatedAsync();

var payment = new BatchPayment("invoice 103001", new CustomerPayment
{
    CustomerNumber = args[5], PostingDate = new DateOnly(2026, 1, 31), Amount = -1500m,
});

var outbox = new PaymentOutbox(database, options);
await using (DbConnection connection = await database.OpenConnectionAsync())
await using (DbTransaction transaction = await connection.BeginTransactionAsync())
{
    await outbox.EnqueueAsync(transaction, journal.Address, payment);
    await transaction.CommitAsync();
}

await foreach (OutboxPayment stored in outbox.ReadAsync(OutboxPaymentState.Due))
{
    Console.WriteLine($"{stored.Reference}: {stored.State}, {stored.Payment?.Amount}");
}

foreach (string _ in new[] { "first", "second" })
{
    await foreach (BatchPaymentResult result in journal.Payments.CreateAllAsync([payment], ledger))
    {
        Console.WriteLine($"{result.Reference}: {result.Outcome}, {(result.CreatedEarlier ? "earlier" : "now")}");
    }
}
