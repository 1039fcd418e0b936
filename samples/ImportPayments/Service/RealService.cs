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
    /// <param name="concurrency">How many requests are under way at a time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="UsageException">There is no such journal.</exception>
    /// <exception cref="FinancialsException">The service could not be worked with.</exception>
    public static async Task<Target> OpenAsync(ServiceArguments arguments, int concurrency, CancellationToken cancellationToken)
    {
        var token = Environment.GetEnvironmentVariable(TokenVariable);
        TokenCredential credential = string.IsNullOrEmpty(token) ? new DefaultAzureCredential() : new StaticTokenCredential(token);
        var client = new FinancialsClient(arguments.Service, credential, new() { Resilience = { MaxConcurrentRequests = concurrency } });
        try
        {
            var journals = client.Companies[arguments.CompanyId].PaymentJournals;
            var journal = await journals.GetAsync(arguments.JournalId, cancellationToken);
            return new(
                $"journal {journal.Code} of {arguments.Service.BaseAddress}",
                $"{arguments.Service.BaseAddress} {arguments.CompanyId} {arguments.JournalId}",
                journals[arguments.JournalId].Payments,
                client);
        }
        catch (FinancialsException failure)
        {
            client.Dispose();
            throw failure is FinancialsNotFoundException
                ? new UsageException($"{arguments.Service.BaseAddress} has no company {arguments.CompanyId} with a journal {arguments.JournalId}.")
                : failure;
        }
    }
}
