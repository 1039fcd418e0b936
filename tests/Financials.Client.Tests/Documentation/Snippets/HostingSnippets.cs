using System.Net;
using Azure.Core;
using Azure.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Financials.Client.Tests.Documentation.Snippets;

/// <summary>The C# of docs/options.md, docs/dependency-injection.md and of the end of docs/errors.md.</summary>
internal static class HostingSnippets
{
    public static FinancialsClient SetOptions(FinancialsService service, TokenCredential credential)
    {
        // snippet: options
        var options = new FinancialsClientOptions
        {
            Language = "en-US",
            Resilience = { MaxRetries = 6, TotalTimeout = TimeSpan.FromMinutes(10) },
        };
        var client = new FinancialsClient(service, credential, options);
        // end
        return client;
    }

    public static FinancialsClient UseAProxy(FinancialsService service, TokenCredential credential, Uri proxy)
    {
        // snippet: proxy
        var options = new FinancialsClientOptions { Proxy = new WebProxy(proxy) };
        var client = new FinancialsClient(service, credential, options);
        // end
        return client;
    }

    public static FinancialsClient Log(FinancialsService service, TokenCredential credential, ILoggerFactory loggers)
    {
        // snippet: log
        var options = new FinancialsClientOptions { LoggerFactory = loggers };
        var client = new FinancialsClient(service, credential, options);
        // end
        return client;
    }

    public static void AddToAnApplication(IHostApplicationBuilder builder)
    {
        // snippet: dependency injection
        builder.Services
            .AddFinancialsClient(builder.Configuration.GetSection("Financials"))
            .UseCredential(new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));
        // end
    }

    public static void MapCustomers(WebApplication app)
    {
        // snippet: ASP.NET Core
        app.MapGet("/customers/{number}", async (string number, FinancialsClient client, CancellationToken cancellation) =>
        {
            CompanyClient company = await client.Companies.GetByNameAsync("CRONUS USA, Inc.", cancellation);
            Customer? customer = await company.Customers.SingleOrDefaultAsync(c => c.Number == number, cancellation);
            return customer is null ? Results.NotFound() : Results.Ok(customer);
        });
        // end
    }

    public static FinancialsClient ForCallersWhoWait(FinancialsClient client)
    {
        // snippet: callers who wait
        FinancialsClient forCallers = client.With(options => options with { Timeout = TimeSpan.FromSeconds(20) });
        // end
        return forCallers;
    }

    public static void AddWithSettingsInCode(IServiceCollection services)
    {
        // snippet: settings in code
        services.AddFinancialsClient(settings => settings.Tenant = "contoso.com")
            .UseCredential(provider => provider.GetRequiredService<TokenCredential>())
            .ConfigureResilience(resilience => resilience.MaxRetries = 6);
        // end
    }

    public static void AddSeveral(IServiceCollection services, IConfiguration configuration)
    {
        // snippet: several services
        services.AddFinancialsClient("emea", configuration.GetSection("Emea"));
        services.AddFinancialsClient("apac", configuration.GetSection("Apac"));
        // end
    }

    public static void AddAHandler(IServiceCollection services, IConfiguration configuration)
    {
        // snippet: handlers
        services.AddFinancialsClient(configuration.GetSection("Financials"))
            .AddHttpMessageHandler(() => new StampingHandler());
        // end
    }

    internal sealed class StampingHandler : DelegatingHandler;
}
