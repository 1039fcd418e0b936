using Financials.Client;

// The address, the scope and the token of a service, and a company of it.
var service = FinancialsService.BusinessCentral(new Uri(args[0]), args[1]);
using var client = new FinancialsClient(service, new StaticTokenCredential(args[2]));
CompanyClient company = client.Companies[Guid.Parse(args[3])];

// Options for some calls.
CompanyClient patient = company.With(options => options with { Timeout = TimeSpan.FromMinutes(2) });
Customer customer = await patient.Customers.CreateAsync(new Customer { Number = "T-1", DisplayName = "Coho Winery" });

// An entity of the application's own.
ApiEntitySet<Area> areas = company.Api().Set("taxAreas", TrimmedContext.Default.Area, key: a => a.Code);
Area area = await areas.With(options => options with { Language = "en-US" }).CreateAsync(new Area { Code = "TRIM", DisplayName = "Trimmed" });
Area? found = await areas.Where(a => a.Code == "TRIM").FirstOrDefaultAsync();

// A fake.
CompanyClient fake = new FakeCompany();
List<Customer> owing = await fake.Customers.Where(c => c.Balance > 1000m).ToListAsync();

Console.WriteLine($"{customer.DisplayName}; {found?.DisplayName}, {(found?.Id == area.Id ? "the same" : "another")}; {owing.Count} fake");
