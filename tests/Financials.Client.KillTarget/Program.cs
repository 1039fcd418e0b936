// Runs a batch of payments through a ledger: the service's address, company, journal, ledger and number of payments are the arguments.
// Writes the references of those whose outcome is unknown.
using System.Globalization;
using Financials.Client;

var payments = Enumerable.Range(0, int.Parse(args[4], CultureInfo.InvariantCulture)).Select(i => new BatchPayment(
    string.Create(CultureInfo.InvariantCulture, $"line {i + 1}"),
    new CustomerPayment { CustomerNumber = "C0001", Amount = -100 - (i / 2), PostingDate = new DateOnly(2026, 3, 1) }));
using var client = new FinancialsClient(
    FinancialsService.BusinessCentral(new Uri(args[0]), "https://service.example/.default"), new StaticTokenCredential("token"), new FinancialsClientOptions());
using var ledger = new FilePaymentLedger(args[3]);
var journal = client.Companies[Guid.Parse(args[1])].PaymentJournals[Guid.Parse(args[2])];
await foreach (var result in journal.Payments.CreateAllAsync(payments, ledger, concurrency: 5))
{
    switch (result.Outcome)
    {
        case BatchPaymentOutcome.Unknown:
            Console.WriteLine(result.Reference);
            break;
        case BatchPaymentOutcome.Refused:
            throw result.Failure!;
    }
}
