// Creates payments, and says of each what became of it: the arguments are the service's address, company, journal, the ledger for a batch
// or "-" for creates one by one, the number of payments, and how many of them go in one request. It says when it is ready, and begins when it is told to.
using System.Globalization;
using Financials.Client;
using Financials.Client.KillTarget;

// Otherwise the lost responses of a test would take minutes.
var options = new FinancialsClientOptions { Resilience = { MaxBatchSize = int.Parse(args[5], CultureInfo.InvariantCulture), BaseDelay = TimeSpan.FromMilliseconds(10), MaxDelay = TimeSpan.FromMilliseconds(200) } };
using var client = new FinancialsClient(
    FinancialsService.BusinessCentral(new Uri(args[0]), "https://service.example/.default"), new StaticTokenCredential("token"), options);
var journal = client.Companies[Guid.Parse(args[1])].PaymentJournals[Guid.Parse(args[2])];
var writer = new Writer(journal.Payments, int.Parse(args[4], CultureInfo.InvariantCulture));
Console.WriteLine("ready");
Console.ReadLine();
var results = args[3] == "-" ? await writer.CreateEachAsync() : await writer.RunBatchAsync(args[3]);
Console.Write(string.Concat(results.Select(result => $"{result}\n")));
