using System.Runtime.CompilerServices;
using Azure.Core;
using Azure.Identity;
using Financials.Client.DependencyInjection;
using Financials.Client.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Financials.Client;

/// <summary>Registers clients with an application's services.</summary>
public static class FinancialsServiceCollectionExtensions
{
    private const string DefaultName = "Financials.Client";

    /// <summary>
    /// Registers a <see cref="FinancialsClient"/>, one for the application. Its settings are checked when the application starts;
    /// clocks, loggers and handlers are the application's.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configuration">The section with the settings, which are those of <see cref="FinancialsSettings"/>.</param>
    public static FinancialsClientBuilder AddFinancialsClient(this IServiceCollection services, IConfiguration configuration) =>
        Add(services, null, Required(configuration), null);

    /// <summary>
    /// Registers a <see cref="FinancialsClient"/> under a key, beside others: ask for it with
    /// <c>[FromKeyedServices(name)]</c>.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The key.</param>
    /// <param name="configuration">The section with the settings, which are those of <see cref="FinancialsSettings"/>.</param>
    public static FinancialsClientBuilder AddFinancialsClient(this IServiceCollection services, string name, IConfiguration configuration) =>
        Add(services, Required(name), Required(configuration), null);

    /// <summary>Registers a <see cref="FinancialsClient"/>, one for the application, with settings that code makes.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the settings.</param>
    public static FinancialsClientBuilder AddFinancialsClient(this IServiceCollection services, Action<FinancialsSettings> configure) =>
        Add(services, null, null, Required(configure));

    /// <summary>
    /// Registers a <see cref="FinancialsClient"/> under a key, beside others, with settings that code makes: ask for it with
    /// <c>[FromKeyedServices(name)]</c>.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The key.</param>
    /// <param name="configure">Sets the settings.</param>
    public static FinancialsClientBuilder AddFinancialsClient(this IServiceCollection services, string name, Action<FinancialsSettings> configure) =>
        Add(services, Required(name), null, Required(configure));

    private static FinancialsClientBuilder Add(
        IServiceCollection services, string? key, IConfiguration? configuration, Action<FinancialsSettings>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        var name = key is null ? DefaultName : $"{DefaultName}:{key}";
        var settings = services.AddOptions<FinancialsSettings>(name).ValidateOnStart();
        var validator = new FinancialsSettingsValidator(name, configuration);
        if (configuration is not null)
        {
            settings.Configure(_ => validator.CheckForms()).Bind(configuration);
        }

        if (configure is not null)
        {
            settings.Configure(configure);
        }

        // A second registration adds settings to the first; what the application has done to its handlers stays.
        if (!services.Any(service => service.ImplementationInstance is FinancialsSettingsValidator validator && validator.Client == name))
        {
            services.AddHttpClient(name).UseSocketsHttpHandler(static (connections, _) => Connections.SetUp(connections)).RemoveAllLoggers();
            services.AddSingleton<IHttpMessageHandlerBuilderFilter>(
                provider => new RetryHandlerFilter(name, provider.GetRequiredService<ILogger<OneSendingHandler>>()));
        }

        services.AddSingleton<IValidateOptions<FinancialsSettings>>(validator);
        if (key is null)
        {
            services.TryAddSingleton(provider => Create(provider, name));
        }
        else
        {
            services.TryAddKeyedSingleton(key, (provider, _) => Create(provider, name));
        }

        return new FinancialsClientBuilder(name, services);
    }

    private static FinancialsClient Create(IServiceProvider provider, string name)
    {
        var settings = provider.GetRequiredService<IOptionsMonitor<FinancialsSettings>>().Get(name);
        var credential = settings.Credential?.Invoke(provider) ?? provider.GetService<TokenCredential>() ?? new DefaultAzureCredential();
        var handlers = provider.GetRequiredService<IHttpMessageHandlerFactory>();

        // A handler that cannot work is told of here, and not as the failure of a call. The factory keeps it for the first call.
        _ = handlers.CreateHandler(name);
        return new FinancialsClient(settings.ToService(), credential, new FinancialsClientOptions
        {
            Transport = new FactoryTransport(handlers, name),
            Resilience = settings.Resilience,
            Language = settings.Language,
            ReadIntent = settings.ReadIntent,
            TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System,
            LoggerFactory = provider.GetService<ILoggerFactory>(),
        });
    }

    private static T Required<T>(T argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
        where T : class =>
        argument is null or "" ? throw new ArgumentException("Has to be given.", name) : argument;
}
