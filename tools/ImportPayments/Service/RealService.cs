using Azure.Core;
using Azure.Identity;
using Financials.Client;
using ImportPayments.Arguments;

namespace ImportPayments.Service;

/// <summary>Opens a journal of a real service.</summary>
internal static class RealService
{
    /// <summary>The environment variable that may hold a token, for services whose tokens do not come from Azure.</summary>
    public const string TokenVariable = "FINANCIALS_TOKEN";

    /// <param name="arguments">What the user asked for.</param>
    /// <param name="concurrency">How many requests are in flight at a time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="UsageException">There is no such company or journal.</exception>
    /// <exception cref="FinancialsException">The service could not be worked with.</exception>
    public static async Task<Target> OpenAsync(ServiceArguments arguments, int concurrency, CancellationToken cancellationToken)
    {
        var token = Environment.GetEnvironmentVariable(TokenVariable);
        TokenCredential credential = string.IsNullOrEmpty(token) ? new DefaultAzureCredential() : new StaticTokenCredential(token);
        var client = new FinancialsClient(arguments.Service, credential, new() { Resilience = { MaxConcurrentRequests = concurrency } });
        try
        {
            var company = await client.Companies.GetByNameAsync(arguments.Company, cancellationToken);
            var journal = await company.PaymentJournals.GetByCodeAsync(arguments.Journal, cancellationToken);
            return new(
                $"journal {arguments.Journal} of '{arguments.Company}' at {arguments.Service.BaseAddress}",
                journal.Payments,
                client);
        }
        catch (FinancialsException failure)
        {
            client.Dispose();
            throw failure is FinancialsNotFoundException ? new UsageException(failure.Message) : failure;
        }
    }
}
