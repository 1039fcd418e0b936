using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Financials.Client.Authentication;
using Financials.Client.Clients;
using Financials.Client.Configuration;
using Financials.Client.Dialects;
using Financials.Client.Dialects.BusinessCentral;
using Financials.Client.Dialects.Documented;
using Financials.Client.Operations;
using Financials.Client.Telemetry;
using Financials.Client.Transport;

namespace Financials.Client;

/// <summary>
/// Where work with a service begins. Thread-safe; make one for each service and keep it for the life of the application.
/// </summary>
public class FinancialsClient : IDisposable
{
    private readonly HttpTransport? _transport;

    /// <summary>A client with default options.</summary>
    /// <param name="service">The service to talk to.</param>
    /// <param name="credential">Where tokens come from, for example a <c>DefaultAzureCredential</c>.</param>
    public FinancialsClient(FinancialsService service, TokenCredential credential)
        : this(service, credential, new FinancialsClientOptions())
    {
    }

    /// <summary>A client with options.</summary>
    /// <param name="service">The service to talk to.</param>
    /// <param name="credential">Where tokens come from, for example a <c>DefaultAzureCredential</c>.</param>
    /// <param name="options">How the client works.</param>
    public FinancialsClient(FinancialsService service, TokenCredential credential, FinancialsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(options);
        var settings = options.Checked();
        var telemetry = new ClientTelemetry(settings.LoggerFactory);
        var tokens = new TokenCache(service, credential, settings.TimeProvider, telemetry.Log, settings.Resilience.AttemptTimeout);

        // A transport that the caller gave is the caller's to dispose.
        _transport = new HttpTransport(service, settings.Transport ?? Connections.Create(settings.Proxy), ownsHandler: settings.Transport is null, settings.MaxResponseBytes);
        Companies = new CompaniesClient(
            new OperationContext(service, settings, _transport, tokens, credential.GetType().Name, telemetry), DialectOf(service), new());
    }

    /// <summary>For fakes in tests.</summary>
    protected FinancialsClient() => Companies = null!;

    private FinancialsClient(CompaniesClient companies) => Companies = companies;

    /// <summary>The companies of the service.</summary>
    public virtual CompaniesClient Companies { get => Fake.Real(field, this); }

    /// <summary>
    /// The same client for calls with other options: another timeout or language, more headers, a look at responses. It shares token,
    /// connections and limits with this one, which is the one to dispose.
    /// </summary>
    /// <param name="configure">Changes the options, as in <c>options => options with { Timeout = TimeSpan.FromSeconds(10) }</c>.</param>
    /// <exception cref="ArgumentException">An option cannot work; the message names it.</exception>
    [SuppressMessage("Naming", "CA1716", Justification = "Where the name is a keyword, as in Visual Basic, it is written in brackets.")]
    public virtual FinancialsClient With(Func<CallOptions, CallOptions> configure) =>
        Companies.With(configure) is var companies && companies == Companies ? this : new(companies);

    /// <summary>Closes the client's connections.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the client's connections.</summary>
    /// <param name="disposing">Whether this is a call of <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _transport?.Dispose();
        }
    }

    private static ServiceDialect DialectOf(FinancialsService service) => service.Surface switch
    {
        ServiceSurface.BusinessCentral => new BusinessCentralDialect(service.BaseAddress),
        ServiceSurface.Documented => new DocumentedDialect(service.BaseAddress),
        var surface => throw new ArgumentOutOfRangeException(nameof(service), surface, null),
    };
}
