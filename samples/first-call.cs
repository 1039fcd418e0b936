#!/usr/bin/env dotnet
// The customers who owe most. Sign in ('az login' or Visual Studio), and then:
//   dotnet run samples/first-call.cs -- contoso.com production "CRONUS USA, Inc."
// In a program of your own, the next line is: #:package Financials.Client@*
#:project ../src/Financials.Client/Financials.Client.csproj
using Azure.Identity;
using Financials.Client;

if (args is not [var tenant, var environment, var name])
{
    Console.Error.WriteLine("Give the tenant, the environment and the name of the company.");
    return 2;
}

try
{
    using var client = new FinancialsClient(FinancialsService.BusinessCentral(tenant, environment), new DefaultAzureCredential());
    var company = await client.Companies.GetByNameAsync(name);
    foreach (var customer in await company.Customers.OrderByDescending(c => c.BalanceDue).Take(10).ToListAsync())
    {
        Console.WriteLine($"{customer.Number,-10} {customer.DisplayName,-40} {customer.BalanceDue,12:N2}");
    }

    return 0;
}
catch (FinancialsException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
