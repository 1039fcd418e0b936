using Azure.Core;
using Financials.Client.Dialects.Documented;
using Financials.Client.Http;
using Financials.Client.Resilience;
using Financials.Client.Telemetry;

namespace Financials.Client;

/// <summary>
/// Where work with a service begins. Thread-safe; make one for each service and keep it for the life of the application.
/// </summary>
public class FinancialsClient : IDisposable
{
    private readonly HttpClient? _http;

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
        options.Validate();

        var telemetry = new ClientTelemetry(options.LoggerFactory);
        _http = Pipeline.Create(service, credential, options, telemetry);
        Companies = new CompaniesClient(
            new DocumentedDialect(DocumentedAdapter.Create(_http, service.BaseAddress)),
            service.BaseAddress,
            new RepetitionDelays(options.Resilience, options.TimeProvider),
            telemetry);
    }

    /// <summary>For fakes in tests.</summary>
    protected FinancialsClient() => Companies = null!;

    /// <summary>The companies of the service.</summary>
    public virtual CompaniesClient Companies { get; }

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
            _http?.Dispose();
        }
    }
}
