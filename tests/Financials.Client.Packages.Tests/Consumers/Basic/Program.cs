using Financials.Client;
using Financials.Client.Sandbox;

await using var sandbox = await FinancialsSandbox.StartAsync();
using FinancialsClient client = sandbox.CreateBusinessCentralClient();
CompanyClient company = client.Companies[sandbox.Company.Id];

Customer created = await company.Customers.CreateAsync(new Customer { Number = "C-1", DisplayName = "Coho Winery" });
Customer? found = await company.Customers.SingleOrDefaultAsync(c => c.Number == "C-1");

Console.WriteLine($".NET {Environment.Version}: {found?.DisplayName}, {(found?.Id == created.Id ? "the same" : "another")}");
