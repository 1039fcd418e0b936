using Financials.Client.Ledger.Sql.Dispatching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Financials.Client.Ledger.Sql;

/// <summary>Registers an outbox with an application's services.</summary>
public static class PaymentOutboxServiceCollectionExtensions
{
    /// <summary>
    /// Registers a <see cref="PaymentOutbox"/>, its <see cref="SqlPaymentLedger"/>, and a hosted service that sends what is due. Any number
    /// of workers may run: each journal is worked on by one of them at a time.
    /// </summary>
    /// <param name="services">The application's services, with a <see cref="FinancialsClient"/> and a data source among them.</param>
    /// <param name="configure">Sets the options, which are checked when the application starts.</param>
    public static IServiceCollection AddFinancialsPaymentOutbox(this IServiceCollection services, Action<PaymentOutboxOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<PaymentOutboxOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PaymentOutboxOptions>, PaymentOutboxOptionsValidator>());
        services.TryAddSingleton<OutboxInstruments>();
        services.TryAddSingleton(provider => new SqlPaymentLedger(Options(provider).DataSource(provider), Options(provider).Ledger!));
        services.TryAddSingleton(provider => new PaymentOutbox(Options(provider).DataSource(provider), Options(provider).Ledger!));
        services.TryAddSingleton<PaymentOutboxHealthCheck>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PaymentOutboxDispatcher>(Dispatcher));
        return services;
    }

    private static PaymentOutboxDispatcher Dispatcher(IServiceProvider provider)
    {
        var options = Options(provider);
        var database = new SqlDatabase(options.DataSource(provider), options.Ledger!);
        var log = provider.GetService<ILoggerFactory>()?.CreateLogger(SqlLedgerTelemetry.LogCategory) ?? NullLogger.Instance;
        var dispatch = new DispatchContext(
            new DispatchRows(database, options.KeepsDone),
            provider.GetRequiredService<SqlPaymentLedger>(),
            provider.GetRequiredService<OutboxInstruments>(),
            log,
            options);
        return new(journal => options.Client(provider, journal), dispatch, provider.GetRequiredService<PaymentOutbox>(), provider.GetService<TimeProvider>() ?? TimeProvider.System);
    }

    private static PaymentOutboxOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<PaymentOutboxOptions>>().Value;
}
